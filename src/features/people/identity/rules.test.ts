import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { formatNip, isNip, type Nip, nipReasons, readNip } from './rules.ts'

const today = '2026-11-23' as Day
const read = (text: string | number) => readNip(text, today)

describe('good numbers', () => {
  it('reads a PNS', () => {
    expect(read('196608011988031001')).toEqual({
      nip: '196608011988031001',
      kind: 'PNS',
      bornOn: '1966-08-01',
      startedOn: { year: 1988, month: 3 },
      frequency: null,
      sex: 'M',
      sequence: 1,
    })
  })

  it('reads a PPPK', () => {
    expect(read('200012312024211001')).toEqual({
      nip: '200012312024211001',
      kind: 'PPPK',
      bornOn: '2000-12-31',
      startedOn: { year: 2024, month: null },
      frequency: 1,
      sex: 'M',
      sequence: 1,
    })
  })

  it.each(['19660801 198803 1 001', " '196608011988031001", '19660801\u00a0198803 1 001 '])(
    'understands %j',
    (text) => {
      expect(read(text)).toMatchObject({ nip: '196608011988031001' })
    },
  )

  it('accepts the month of the eighteenth birthday, and for a PPPK its year', () => {
    expect(isNip(read('198003311998031001'))).toBe(true)
    expect(isNip(read('200012312018211001'))).toBe(true)
  })
})

const wrong: [string | number, string, object?][] = [
  ['', 'import.nip-empty'],
  ['   ', 'import.nip-empty'],
  ['-', 'import.nip-empty'],
  ['1.96608E+17', 'import.nip-scientific'],
  ['1,96608E+17', 'import.nip-scientific'],
  ['2E17', 'import.nip-scientific'],
  [Number('196608011988031001'), 'import.nip-rounded'],
  ['19660801198803100A', 'import.nip-characters'],
  ['19660801.198803.1.001', 'import.nip-characters'],
  ['１９６６０８０１１９８８０３１００１', 'import.nip-characters'],
  ['131234567', 'import.nip-old'],
  [131234567, 'import.nip-old'],
  ['19660801198803100', 'import.nip-17-digits', { n: 17 }],
  ['1966080119880310', 'import.nip-too-short', { n: 16 }],
  ['1', 'import.nip-too-short', { n: 1 }],
  ['1966080119880310011', 'import.nip-too-long', { n: 19 }],
  ['200013312024211001', 'import.nip-birth-not-a-day'],
  ['196602301988031001', 'import.nip-birth-not-a-day'],
  ['190102291988031001', 'import.nip-birth-implausible'],
  ['185001011988031001', 'import.nip-birth-implausible', { day: '18500101', n: 100 }],
  ['202612012024031001', 'import.nip-birth-future'],
  ['299901012024031001', 'import.nip-birth-future'],
  ['196608011988001001', 'import.nip-month-block', { block: '00' }],
  ['196608011988131001', 'import.nip-month-block', { block: '13' }],
  ['196608011988301001', 'import.nip-month-block', { block: '30' }],
  ['200012312024201001', 'import.nip-frequency'],
  ['200012312028031001', 'import.nip-start-future', { year: '2028' }],
  ['198003311998021001', 'import.nip-too-young', { n: 18 }],
  ['200012312017211001', 'import.nip-too-young'],
  ['200012312024213001', 'import.nip-sex-digit', { digit: '3' }],
  ['196608011988030001', 'import.nip-sex-digit', { digit: '0' }],
  ['196608011988031000', 'import.nip-sequence'],
]

describe('every way to be wrong', () => {
  it.each(wrong)('%j is %s', (text, code, params) => {
    expect(read(text)).toMatchObject({ code, params: params ?? {} })
  })

  test('each reason has a case', () => {
    expect([...new Set(wrong.map(([, code]) => code))].sort()).toEqual([...nipReasons].sort())
  })

  test('the age at the start is a parameter', () => {
    const policy = { lowestAgeAtStart: 16, highestAge: 100, startAheadYears: 1 }
    expect(isNip(readNip('198003311998021001', today, policy))).toBe(true)
  })
})

const born = fc
  .tuple(fc.integer({ min: 1930, max: 2004 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => dayOf(y, m, d) as Day)
const saying: fc.Arbitrary<Omit<Nip, 'nip'>> = fc
  .record({
    bornOn: born,
    pns: fc.boolean(),
    month: fc.integer({ min: 1, max: 12 }),
    frequency: fc.integer({ min: 1, max: 9 }),
    age: fc.integer({ min: 19, max: 22 }),
    sex: fc.constantFrom('M' as const, 'F' as const),
    sequence: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ bornOn, pns, month, frequency, age, sex, sequence }) => ({
    kind: pns ? 'PNS' : 'PPPK',
    bornOn,
    startedOn: { year: Number(bornOn.slice(0, 4)) + age, month: pns ? month : null },
    frequency: pns ? null : frequency,
    sex,
    sequence,
  }))
const digits = (n: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((d) => d.join(''))

describe('properties', () => {
  test('what is written is what is read', () => {
    fc.assert(
      fc.property(saying, (said) => {
        expect(read(formatNip(said))).toEqual({ nip: formatNip(said), ...said })
      }),
    )
  })

  test('any 18 digits are either refused or written back as they were', () => {
    fc.assert(
      fc.property(digits(18), (text) => {
        const nip = read(text)
        return isNip(nip) ? formatNip(nip) === text : nipReasons.includes(nip.code)
      }),
    )
  })

  test('no text throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof read(text) === 'object'))
  })

  test('a sex digit other than 1 or 2 is refused, and the other one is the other sex', () => {
    fc.assert(
      fc.property(saying, fc.integer({ min: 0, max: 9 }), (said, digit) => {
        const text = formatNip(said)
        const changed = read(`${text.slice(0, 14)}${digit}${text.slice(15)}`)
        if (digit === 1 || digit === 2) expect(changed).toMatchObject({ sex: digit === 1 ? 'M' : 'F' })
        else expect(changed).toMatchObject({ code: 'import.nip-sex-digit' })
      }),
    )
  })

  test('any digit lost or doubled is refused', () => {
    fc.assert(
      fc.property(saying, fc.integer({ min: 0, max: 17 }), (said, at) => {
        const text = formatNip(said)
        expect(isNip(read(text.slice(0, at) + text.slice(at + 1)))).toBe(false)
        expect(isNip(read(text.slice(0, at) + text.slice(at, at + 1) + text.slice(at)))).toBe(false)
      }),
    )
  })

  test('the kind follows digits 13 and 14 alone', () => {
    fc.assert(
      fc.property(saying, fc.integer({ min: 0, max: 99 }), (said, block) => {
        const text = formatNip({ ...said, startedOn: { ...said.startedOn, year: said.startedOn.year + 1 } })
        const nip = read(`${text.slice(0, 12)}${String(block).padStart(2, '0')}${text.slice(14)}`)
        const kind = block >= 1 && block <= 12 ? 'PNS' : block >= 21 && block <= 29 ? 'PPPK' : undefined
        expect(isNip(nip) ? nip.kind : undefined).toBe(kind)
      }),
    )
  })
})

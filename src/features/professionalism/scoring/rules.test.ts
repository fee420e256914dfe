import { describe, expect, test } from 'vitest'
import type { Day } from '../../../shared/dates.ts'
import { readRegionFile } from '../../../platform/region.ts'
import type { IndexFacts, SanctionRecord, TrainingRecord } from '../facts/rules.ts'
import type { RuleSet } from '../ruleset/rules.ts'
import { measureOf } from './measure/rules.ts'
import { categoryOf, scoresOf, unmeasuredBecause } from './rules.ts'

const rules2019 = readRegionFile<RuleSet>('indonesia', 'ipasn-2019')
const rules2024 = readRegionFile<RuleSet>('indonesia', 'ipasn-2024')
const day = (text: string) => text as Day
const on = day('2026-12-31')

const nobody: IndexFacts = {
  employment: 'PNS',
  statusCode: '01',
  educationCode: null,
  postKind: 'general',
  postTitle: null,
  echelonCode: null,
  education: [],
  training: [],
  appraisals: [],
  sanctions: [],
}
const course = (typeCode: string | null, more: Partial<TrainingRecord> = {}): TrainingRecord => ({
  key: 1,
  kind: 'course',
  name: 'Pelatihan',
  typeCode,
  structuralCode: null,
  certificateClass: null,
  hours: 20,
  year: null,
  startedOn: null,
  endedOn: day('2026-05-01'),
  ...more,
})
const structural = (structuralCode: string, endedOn: string | null = '2010-05-01') =>
  course(null, { kind: 'structural', structuralCode, hours: null, endedOn: endedOn as Day | null })
const value = (points: number, year = 2025) => ({
  key: 1,
  year,
  result: null,
  behaviour: null,
  predicate: null,
  value: points,
})
const predicate = (code: 1 | 2 | 3 | 4 | 5, year = 2025) => ({
  key: 1,
  year,
  result: null,
  behaviour: null,
  predicate: code,
  value: null,
})
const sanction = (level: 'R' | 'S' | 'B', sinceOn = '2025-01-01', more: Partial<SanctionRecord> = {}) => ({
  key: 1,
  typeCode: null,
  level,
  sinceOn: day(sinceOn),
  revokedOn: null,
  ...more,
})

const scores = (facts: Partial<IndexFacts>, rules = rules2019, at = on) =>
  scoresOf({ ...nobody, ...facts }, measureOf(rules, at))
const competency = (facts: Partial<IndexFacts>, rules = rules2019, at = on) => scores(facts, rules, at).competency
const edited = (change: (rules: RuleSet) => void, from = rules2019): RuleSet => {
  const copy = structuredClone(from)
  change(copy)
  return copy
}

const jpt = { postKind: 'structural', echelonCode: '22' } as const
const administrator = { postKind: 'structural', echelonCode: '31' } as const
const supervisor = { postKind: 'structural', echelonCode: '41' } as const
const technical = course('3')
const seminar = course('9', { hours: 6 })

describe('worked examples of IPASN_2019', () => {
  test.each([
    [1, { educationCode: '40', training: [technical, seminar], appraisals: [value(88)] }, [15, 40, 25, 5, 85], 'high'],
    [
      2,
      {
        ...administrator,
        educationCode: '45',
        training: [structural('3'), technical],
        appraisals: [value(91)],
        sanctions: [sanction('R')],
      },
      [20, 30, 30, 3, 83],
      'high',
    ],
    [
      3,
      { postKind: 'functional', educationCode: '30', training: [course('2'), seminar], appraisals: [value(76)] },
      [10, 25, 25, 5, 65],
      'low',
    ],
    [4, { educationCode: '15', appraisals: [value(50)], sanctions: [sanction('B')] }, [5, 0, 1, 1, 7], 'very-low'],
    [
      5,
      { ...jpt, educationCode: '50', training: [structural('4'), technical, seminar], appraisals: [value(95)] },
      [25, 40, 30, 5, 100],
      'very-high',
    ],
  ] as [number, Partial<IndexFacts>, number[], string][])('example %i', (_, facts, expected, category) => {
    const got = scores(facts)
    expect(Object.values(got)).toEqual(expected)
    expect(categoryOf(got.total, rules2019)).toBe(category)
  })
})

describe('qualification', () => {
  test.each([
    ['50', 25],
    ['45', 20],
    ['40', 15],
    ['35', 15],
    ['30', 10],
    ['25', 5],
    ['20', 5],
    ['15', 5],
    ['17', 5],
    ['18', 5],
    ['12', 1],
    ['10', 1],
    ['05', 1],
    ['42', 15],
    ['47', 20],
    ['49', 20],
    ['99', 0],
    [null, 0],
  ])('level %s scores %i', (educationCode, points) => {
    expect(scores({ educationCode }).qualification).toBe(points)
  })

  const diploma = (levelCode: string, graduatedOn: string | null, year: number | null = null) => ({
    key: 1,
    levelCode,
    name: null,
    year,
    graduatedOn: graduatedOn as Day | null,
  })

  test('the highest level counts, not the latest diploma', () => {
    expect(
      scores({ educationCode: '30', education: [diploma('45', '2005-01-01'), diploma('30', '2020-01-01')] })
        .qualification,
    ).toBe(20)
  })
  test('a diploma after the day does not count yet', () => {
    expect(scores({ educationCode: '40', education: [diploma('45', '2027-01-01')] }).qualification).toBe(15)
    expect(scores({ educationCode: '40', education: [diploma('45', null, 2027)] }).qualification).toBe(15)
    expect(scores({ educationCode: '40', education: [diploma('45', null, 2026)] }).qualification).toBe(20)
  })
})

describe('competency', () => {
  const all = [structural('4'), structural('3'), structural('2'), course('2'), technical, seminar]
  test.each([
    ['JPT', jpt, [structural('4')], 15],
    ['administrator', administrator, [structural('3')], 15],
    ['supervisor', supervisor, [structural('2')], 15],
    ['structural, technical', supervisor, [technical], 15],
    ['structural, seminar', supervisor, [seminar], 10],
    ['structural, functional training is no indicator', supervisor, [course('2')], 0],
    ['functional, functional', { postKind: 'functional' }, [course('2')], 15],
    ['functional, technical', { postKind: 'functional' }, [technical], 15],
    ['functional, seminar', { postKind: 'functional' }, [seminar], 10],
    ['general, technical', {}, [technical], 22.5],
    ['general, seminar', {}, [seminar], 17.5],
    ['general, functional and leadership are no indicators', {}, [course('2'), structural('2')], 0],
    ['structural, all', jpt, all, 40],
    ['functional, all', { postKind: 'functional' }, all, 40],
    ['general, all', {}, all, 40],
    ['nothing', {}, [], 0],
    ['a JPT with PIM III only', jpt, [structural('3')], 0],
    ['an administrator with PIM II only', administrator, [structural('4')], 0],
    ['an administrator with PIM IV only', administrator, [structural('2')], 0],
    ['a supervisor with PIM III only', supervisor, [structural('3')], 0],
    ['echelon II.a', { postKind: 'structural', echelonCode: '21' }, [structural('4')], 15],
    ['echelon III.b', { postKind: 'structural', echelonCode: '32' }, [structural('3')], 15],
    ['echelon IV.b', { postKind: 'structural', echelonCode: '42' }, [structural('2')], 15],
    ['echelon I is not in the table', { postKind: 'structural', echelonCode: '12' }, [structural('5')], 0],
    ['echelon V is not in the table', { postKind: 'structural', echelonCode: '51' }, [structural('2')], 0],
    ['echelon unknown', { postKind: 'structural', echelonCode: null }, [structural('2')], 0],
    ['post unknown', { postKind: null }, all, 0],
    ['structural training filed as a course is not technical', {}, [course('1')], 0],
  ] as [string, Partial<IndexFacts>, TrainingRecord[], number][])('%s', (_, post, training, points) => {
    expect(competency({ ...post, training })).toBe(points)
  })

  const general = { T: 22.5, P: 17.5, F: 0 }
  const functional = { T: 15, P: 10, F: 15 }
  const classes = '- F T P T T P T P T T T T T T T T T T T T T T T T'.split(' ') as ('T' | 'P' | 'F')[]
  const types = classes.map((cls, i) => [String(i + 1), cls] as const).slice(1)
  test.each(types)('training type %s is of class %s', (type, cls) => {
    expect(competency({ training: [course(type)] })).toBe(general[cls])
    expect(competency({ postKind: 'functional', training: [course(type)] })).toBe(functional[cls])
  })
  test('without a type the certificate class decides', () => {
    expect(competency({ training: [course(null, { certificateClass: 'T' })] })).toBe(22.5)
    expect(competency({ training: [course(null, { certificateClass: 'P' })] })).toBe(17.5)
    expect(competency({ training: [course(null)] })).toBe(0)
  })

  test.each([
    ['technical inside one year', '3', '2026-01-01', 22.5],
    ['technical one year ago', '3', '2025-12-31', 0],
    ['technical on the day', '3', '2026-12-31', 22.5],
    ['technical after the day', '3', '2027-01-01', 0],
    ['seminar inside two years', '9', '2025-01-01', 17.5],
    ['seminar two years ago', '9', '2024-12-31', 0],
    ['seminar after the day', '9', '2027-01-01', 0],
  ])('%s', (_, type, ended, points) => {
    expect(competency({ training: [course(type, { endedOn: day(ended) })] })).toBe(points)
  })
  test('the window rolls with the day', () => {
    const training = [course('3', { endedOn: day('2025-07-02') })]
    expect(competency({ training }, rules2019, day('2026-07-01'))).toBe(22.5)
    expect(competency({ training }, rules2019, day('2026-07-02'))).toBe(0)
    const calendar = edited((r) => {
      const { technical: rule } = r.competency.indicators
      if (rule?.counts === 'hours') rule.window.by = 'calendar'
    })
    expect(competency({ training: [course('3', { endedOn: day('2026-01-01') })] }, calendar, day('2026-07-02'))).toBe(
      22.5,
    )
    expect(competency({ training: [course('3', { endedOn: day('2025-12-31') })] }, calendar, day('2026-07-02'))).toBe(0)
  })
  test('leadership and functional training count from any time, dated or not', () => {
    expect(competency({ ...supervisor, training: [structural('2', '1995-01-01')] })).toBe(15)
    expect(competency({ ...supervisor, training: [structural('2', null)] })).toBe(15)
    expect(competency({ postKind: 'functional', training: [course('2', { endedOn: day('1995-01-01') })] })).toBe(15)
    expect(competency({ ...supervisor, training: [structural('2', '2027-01-01')] })).toBe(0)
  })
  test('dates: the end, else the start, else the year; an undated course has no window', () => {
    expect(competency({ training: [course('3', { startedOn: day('2025-12-30'), endedOn: day('2026-01-03') })] })).toBe(
      22.5,
    )
    expect(competency({ training: [course('3', { startedOn: day('2026-01-03'), endedOn: null })] })).toBe(22.5)
    expect(competency({ training: [course('3', { year: 2026, endedOn: null })] })).toBe(22.5)
    expect(competency({ training: [course('3', { year: 2025, endedOn: null })] })).toBe(0)
    expect(competency({ training: [course('3', { endedOn: null })] })).toBe(0)
  })

  test.each([
    [[20], 22.5],
    [[19.99], 0],
    [[12, 8], 22.5],
    [[12, 7], 0],
    [[6.7, 6.7, 6.6], 22.5],
    [[null], 0],
    [[], 0],
  ])('hours %j score %d', (hours, points) => {
    expect(competency({ training: hours.map((h) => course('3', { hours: h })) })).toBe(points)
  })
  test('without accumulation one training must reach the hours', () => {
    const alone = edited((r) => {
      const { technical: rule } = r.competency.indicators
      if (rule?.counts === 'hours') rule.accumulate.enabled = false
    })
    expect(competency({ training: [course('3', { hours: 12 }), course('3', { hours: 8 })] }, alone)).toBe(0)
    expect(competency({ training: [course('3', { hours: 20 })] }, alone)).toBe(22.5)
  })
  test('days stand for missing hours only where the rule set says so', () => {
    const threeDays = course('3', { hours: null, startedOn: day('2026-04-29'), endedOn: day('2026-05-01') })
    const byDays = edited((r) => {
      const { technical: rule } = r.competency.indicators
      if (rule?.counts === 'hours') rule.daysAsFull.days = 3
    })
    expect(competency({ training: [threeDays] })).toBe(0)
    expect(competency({ training: [threeDays] }, byDays)).toBe(22.5)
    expect(competency({ training: [{ ...threeDays, endedOn: day('2026-04-30') }] }, byDays)).toBe(0)
    expect(competency({ training: [{ ...threeDays, hours: 10 }] }, byDays)).toBe(0)
  })
  test('some functional posts count as trained from appointment where switched on', () => {
    const nurse = { postKind: 'functional', postTitle: 'Perawat Ahli Muda' } as const
    const on = edited((r) => {
      const { functional: rule } = r.competency.indicators
      if (rule?.counts === 'once' && rule.fromAppointment) rule.fromAppointment.enabled = true
    })
    expect(competency(nurse)).toBe(0)
    expect(competency(nurse, on)).toBe(15)
    expect(competency({ ...nurse, postTitle: 'Analis Kebijakan' }, on)).toBe(0)
    expect(competency({ ...nurse, postKind: 'general' }, on)).toBe(0)
  })
})

describe('performance', () => {
  test.each([
    [120, 30],
    [91, 30],
    [90.01, 30],
    [90, 25],
    [76, 25],
    [75.01, 25],
    [75, 15],
    [61, 15],
    [60.01, 15],
    [60, 5],
    [51, 5],
    [50.01, 5],
    [50, 1],
    [0, 1],
  ])('value %d scores %i', (points, expected) => {
    expect(scores({ appraisals: [value(points)] }).performance).toBe(expected)
  })
  test.each([
    [1, 30],
    [2, 25],
    [3, 15],
    [4, 5],
    [5, 1],
  ] as const)('predicate %i scores %i', (code, expected) => {
    expect(scores({ appraisals: [predicate(code)] }).performance).toBe(expected)
  })
  test.each([
    [1, 1, 30],
    [1, 2, 25],
    [1, 3, 5],
    [2, 1, 25],
    [2, 2, 25],
    [2, 3, 5],
    [3, 1, 15],
    [3, 2, 15],
    [3, 3, 1],
  ] as const)('result %i and behaviour %i without a predicate score %i', (result, behaviour, expected) => {
    expect(scores({ appraisals: [{ ...predicate(1), predicate: null, result, behaviour }] }).performance).toBe(expected)
  })
  test('only the previous year counts, and no record scores 0', () => {
    expect(scores({}).performance).toBe(0)
    expect(scores({ appraisals: [value(95, 2026), value(95, 2024)] }).performance).toBe(0)
    expect(scores({ appraisals: [value(95, 2026), value(70, 2025)] }).performance).toBe(15)
    expect(scores({ appraisals: [{ ...predicate(1), predicate: null }] }).performance).toBe(0)
  })
  test('a predicate goes before a value; of several the best or the worst, as chosen', () => {
    expect(scores({ appraisals: [value(95), predicate(3)] }).performance).toBe(15)
    expect(scores({ appraisals: [predicate(3), predicate(1)] }).performance).toBe(30)
    const worst = edited((r) => {
      r.performance.several.choose = 'worst'
    })
    expect(scores({ appraisals: [predicate(3), predicate(1)] }, worst).performance).toBe(15)
  })
})

describe('discipline', () => {
  test.each([
    ['none', [], 5],
    ['light', [sanction('R')], 3],
    ['medium', [sanction('S')], 2],
    ['heavy', [sanction('B')], 1],
    ['only the heaviest', [sanction('R'), sanction('B'), sanction('S')], 1],
    ['inside five years', [sanction('B', '2022-01-01')], 1],
    ['five years ago', [sanction('B', '2021-12-31')], 5],
    ['after the day', [sanction('B', '2027-01-01')], 5],
    ['revoked', [sanction('B', '2025-01-01', { revokedOn: day('2025-06-01') })], 5],
    ['moral, open', [sanction('R', '2025-01-01', { typeCode: '21' })], 3],
    ['moral, closed', [sanction('R', '2025-01-01', { typeCode: '22' })], 3],
  ] as [string, SanctionRecord[], number][])('%s', (_, sanctions, expected) => {
    expect(scores({ sanctions }).discipline).toBe(expected)
  })
  test('moral sanctions can be switched off', () => {
    const off = edited((r) => {
      r.discipline.moral.count = false
    })
    expect(scores({ sanctions: [sanction('R', '2025-01-01', { typeCode: '21' })] }, off).discipline).toBe(5)
    expect(scores({ sanctions: [sanction('R', '2025-01-01', { typeCode: '1' })] }, off).discipline).toBe(3)
  })
})

test.each([
  [100, 'very-high'],
  [91, 'very-high'],
  [90.01, 'very-high'],
  [90, 'high'],
  [80.01, 'high'],
  [80, 'medium'],
  [70.01, 'medium'],
  [70, 'low'],
  [60.01, 'low'],
  [60, 'very-low'],
  [0, 'very-low'],
])('a total of %d is %s', (total, category) => {
  expect(categoryOf(total, rules2019)).toBe(category)
})

test.each([
  [{}, null, null],
  [{ statusCode: '03' }, null, null],
  [{ statusCode: '15' }, null, null],
  [{ statusCode: '02' }, 'status', 'status'],
  [{ statusCode: '99' }, 'status', 'status'],
  [{ employment: 'CPNS' }, 'employment', 'employment'],
  [{ employment: 'PPPK' }, 'employment', null],
  [{ employment: null }, 'unknown', 'unknown'],
  [{ statusCode: null }, 'unknown', 'unknown'],
] as [Partial<IndexFacts>, string | null, string | null][])('population: %j', (facts, in2019, in2024) => {
  expect(unmeasuredBecause({ ...nobody, ...facts }, rules2019.population)).toBe(in2019)
  expect(unmeasuredBecause({ ...nobody, ...facts }, rules2024.population)).toBe(in2024)
})

describe('IPASN_2024', () => {
  test('Sangat Baik is 30 in Kinerja and 25 in Kompetensi', () => {
    const got = scores({ appraisals: [predicate(1)] }, rules2024)
    expect([got.performance, got.competency]).toEqual([30, 25])
  })
  test.each([
    [0, 0],
    [10, 7.5],
    [19, 14.25],
    [20, 15],
    [60, 15],
  ])('%i lesson hours earn %d in proportion, whatever the post', (hours, points) => {
    for (const postKind of ['general', 'functional', 'structural', null] as const) {
      expect(competency({ postKind, training: [course('9', { hours })] }, rules2024)).toBe(points)
    }
  })
  test('other hours for PPPK are a parameter', () => {
    const more = edited((r) => {
      const { learning } = r.competency.indicators
      if (learning?.counts === 'hours') learning.required.byEmployment = { PPPK: 24 }
    }, rules2024)
    expect(competency({ employment: 'PPPK', training: [course('3', { hours: 12 })] }, more)).toBe(7.5)
    expect(competency({ employment: 'PNS', training: [course('3', { hours: 12 })] }, more)).toBe(9)
  })
})

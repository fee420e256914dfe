import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openXlsx } from 'hucre'
import { describe, expect, test, vi } from 'vitest'
import { type Day, parseDay } from '../shared/dates.ts'
import { generateCity, kinds } from './city.ts'
import { type Kind, flaws, wrongRowsIn } from './dirt.ts'
import { writeCity } from './files.ts'
import type { Row } from './records-identity.ts'

const on = '2026-11-23' as Day

// Whole cities are read here; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })
const read = new Map<string, Row[]>()
const all = (kind: Kind, options: { seed?: number; persons?: number; clean?: boolean } = {}): Row[] => {
  const key = kind + JSON.stringify(options)
  if (!read.has(key)) read.set(key, [...generateCity({ on, clean: true, ...options }).rows(kind)])
  return read.get(key)!
}

const hashOf = (options: { seed?: number; persons?: number }) => {
  const hash = createHash('sha256')
  for (const [kind, row] of generateCity({ on, ...options }).stream()) hash.update(kind + JSON.stringify(row))
  return hash.digest('hex')
}

const share = (rows: readonly Row[], is: (row: Row) => boolean) => rows.filter(is).length / rows.length

const [roster] = generateCity({ on }).rosters()
const people = all('data-utama')
const nips = new Map(people.map((row) => [row.nipBaru, row]))

describe('the same city', () => {
  test('comes from the same seed, and another one from another', () => {
    expect(hashOf({ persons: 600 })).toBe(hashOf({ persons: 600 }))
    expect(hashOf({ persons: 600, seed: 2 })).not.toBe(hashOf({ persons: 600 }))
  })

  test('keeps its employee numbers when the files are written for a later day', () => {
    const later = [...generateCity({ on: '2028-02-29' as Day, persons: 600, clean: true }).rows('data-utama')]
    expect(later.map((row) => row.nipBaru)).toEqual(all('data-utama', { persons: 600 }).map((row) => row.nipBaru))
  })

  test('read kind by kind and as one stream', () => {
    const streamed = [...generateCity({ on, persons: 400 }).stream()].filter(([kind]) => kind === 'rw-kursus')
    expect(streamed.map(([, row]) => row)).toEqual([...generateCity({ on, persons: 400 }).rows('rw-kursus')])
  })

  test.each([39, 5_000_001, 40.5])('is refused for %s persons', (persons) => {
    expect(() => generateCity({ on, persons })).toThrow(RangeError)
  })
})

describe('employee numbers', () => {
  test('are 18 digits, unique, and agree with birth, sex, kind and start', () => {
    expect(nips.size).toBe(6000)
    for (const row of people) {
      const nip = String(row.nipBaru)
      expect(nip).toMatch(/^\d{18}$/)
      const born = parseDay(String(row.tglLahir))!
      expect(nip.slice(0, 8)).toBe(born.replaceAll('-', ''))
      expect(nip[14]).toBe(row.jenisKelamin === 'M' ? '1' : '2')
      const start = parseDay(String(row.tmtCpns))!
      expect(nip.slice(8, 14)).toBe(
        row.statusPegawai === 'PPPK' ? `${start.slice(0, 4)}21` : start.slice(0, 7).replace('-', ''),
      )
      expect(Number(start.slice(0, 4)) - Number(born.slice(0, 4))).toBeGreaterThanOrEqual(18)
      expect(nip.slice(15)).not.toBe('000')
    }
  })

  test('stay unique where the city repeats', () => {
    const many = all('data-utama', { persons: 18_000 })
    expect(new Set(many.map((row) => row.nipBaru)).size).toBe(18_000)
    expect(new Set(many.map((row) => row.id)).size).toBe(18_000)
  })
})

describe('the tree', () => {
  const units = all('ref-unor')
  const byId = new Map(units.map((row) => [row.id, row]))

  test('has one root, known parents, 32 offices and 4 districts', () => {
    const roots = units.filter((row) => row.DiatasanId === null)
    expect(roots.map((row) => row.NamaUnor)).toEqual(['Kota Lhokseumawe (data contoh)'])
    for (const row of units) if (row.DiatasanId !== null) expect(byId.has(row.DiatasanId)).toBe(true)
    const offices = units.filter((row) => row.DiatasanId === roots[0]!.id)
    expect(offices.length).toBe(36)
    expect(offices.filter((row) => String(row.NamaUnor).startsWith('Kecamatan')).length).toBe(4)
    expect(byId.size).toBe(units.length)
  })

  test('has one head in every unit, working there, with the echelon of the unit', () => {
    const byPerson = new Map(people.map((row) => [row.id, row]))
    for (const unit of units.filter((row) => row.DiatasanId !== null)) {
      const head = byPerson.get(unit.PemimpinPnsId ?? '')!
      expect(head.unorId).toBe(unit.id)
      expect(head.eselonId).toBe(unit.EselonId)
      expect(head.jenisJabatanId).toBe(unit.EselonId === '99' ? '2' : '1')
    }
    expect(people.filter((row) => row.jenisJabatanId === '1').length).toBe(
      units.filter((row) => row.DiatasanId !== null && row.EselonId !== '99').length,
    )
  })

  test('gives nobody a supervisor above themselves', () => {
    for (const person of roster!.persons) {
      const above = new Set([person])
      for (let next = person.supervisor; next; next = next.supervisor) {
        expect(above.has(next)).toBe(false)
        above.add(next)
      }
      expect(above.has(roster!.secretary)).toBe(true)
    }
  })
})

describe('believable proportions', () => {
  const between = (value: number, low: number, high: number) => {
    expect(value).toBeGreaterThan(low)
    expect(value).toBeLessThan(high)
  }

  test('of persons', () => {
    between(
      share(people, (row) => row.statusPegawai === 'PPPK'),
      0.42,
      0.55,
    )
    between(
      share(people, (row) => row.statusPegawai === 'CPNS'),
      0.005,
      0.04,
    )
    between(
      share(people, (row) => row.jenisKelamin === 'F'),
      0.45,
      0.6,
    )
    between(
      share(people, (row) => Number(row.tkPendidikanTerakhirId) >= 40),
      0.45,
      0.7,
    )
    between(
      share(people, (row) => row.sintetis === 'data contoh'),
      0.999,
      1.001,
    )
  })

  test('of predicates, sanctions and the official index', () => {
    const predicates = all('rw-skp22')
    between(
      share(predicates, (row) => row.KuadranKinerjaNilai === '2'),
      0.8,
      0.93,
    )
    between(
      share(predicates, (row) => row.KuadranKinerjaNilai === '1'),
      0.04,
      0.14,
    )
    between(
      share(predicates, (row) => row.KuadranKinerjaNilai === '3'),
      0.01,
      0.06,
    )
    between(all('rw-hukdis').length / 6000, 0.005, 0.015)
    const permanent = people.filter((row) => row.statusPegawai === 'PNS').length
    between(all('nilaiipasn').length / permanent, 0.85, 1)
  })

  test('of lesson hours: many PNS under 20 a year, no PPPK over 24', () => {
    const hours = new Map<string, number>()
    for (const row of all('rw-kursus').filter((r) => r.tahunKursus === '2025'))
      hours.set(String(row.nipBaru), (hours.get(String(row.nipBaru)) ?? 0) + Number(row.jumlahJam))
    const permanent = people.filter((row) => row.statusPegawai === 'PNS')
    between(
      share(permanent, (row) => (hours.get(String(row.nipBaru)) ?? 0) >= 20),
      0.35,
      0.6,
    )
    for (const row of people.filter((r) => r.statusPegawai === 'PPPK'))
      expect(hours.get(String(row.nipBaru)) ?? 0).toBeLessThanOrEqual(24)
  })

  test('of assessments: self above supervisor, 12 % not assessed, service offices weak in M.3, M.5 and M.7', () => {
    const rows = all('asesmen')
    between(1 - new Set(rows.map((row) => row.nip)).size / 6000, 0.09, 0.15)
    const mean = (is: (row: Row) => boolean) => {
      const chosen = rows.filter(is)
      return chosen.reduce((sum, row) => sum + Number(row.level), 0) / chosen.length
    }
    between(mean((row) => row.penilai === 'diri') - mean((row) => row.penilai === 'atasan'), 0.2, 0.6)
    const units = new Map(roster!.persons.map((person) => [person.nip, person]))
    const serves = (row: Row) => units.get(String(row.nip))!.unit.service
    for (const code of ['M.3', 'M.5', 'M.7'])
      between(
        mean((row) => row.kompetensi === 'M.1' && serves(row)) - mean((row) => row.kompetensi === code && serves(row)),
        0.4,
        1.2,
      )
    between(
      mean((row) => row.kompetensi === 'M.1' && !serves(row)) - mean((row) => row.kompetensi === 'M.5' && !serves(row)),
      -0.1,
      0.3,
    )
  })

  test('of dates: nothing is later than the day the files are written for', () => {
    for (const [kind, field] of [
      ['rw-kursus', 'tanggalSelesaiKursus'],
      ['rw-diklat', 'tanggalSelesai'],
      ['rw-golongan', 'tmtGolongan'],
      ['rw-jabatan', 'tmtJabatan'],
      ['rw-pendidikan', 'tglLulus'],
      ['rw-hukdis', 'hukumanTanggal'],
      ['asesmen', 'tanggal'],
    ] as const)
      for (const row of all(kind)) {
        const day = parseDay(String(row[field]))
        if (!day || day > on) throw new Error(`${kind}: ${row[field]}`)
      }
  })
})

describe('wrong rows', () => {
  test.each(kinds)('of %s are as many as the count says, about 0.5 %', (kind) => {
    const clean = all(kind)
    const soiled = all(kind, { clean: false })
    const expected = Object.values(wrongRowsIn(kind, clean.length)).reduce((sum, n) => sum + n, 0)
    expect(soiled.length - clean.length).toBe(expected)
    const kept = new Map(clean.map((row) => [JSON.stringify(row), 1]))
    const wrong = soiled.filter((row) => !kept.has(JSON.stringify(row)))
    const duplicates = wrongRowsIn(kind, clean.length).duplicate ?? 0
    expect(wrong.length).toBe(expected - duplicates)
    if (clean.length > 1000) expect(expected / clean.length).toBeCloseTo(0.005, 3)
  })

  test('show every flaw of the main data at least once', () => {
    const counts = wrongRowsIn('data-utama', people.length)
    expect(Object.keys(counts).sort()).toEqual(Object.keys(flaws['data-utama']).sort())
  })

  test('never carry the number of a clean person, but for duplicates and conflicts', () => {
    const soiled = all('data-utama', { clean: false })
    const again = soiled.length - new Set(soiled.map((row) => row.nipBaru)).size
    const counts = wrongRowsIn('data-utama', people.length)
    expect(again).toBe(counts.duplicate! + counts.conflict! + (counts['nip-empty']! - 1))
  })
})

test('the files are the same bytes twice, in four formats', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bina-city-'))
  const hashes = async (name: string) => {
    const files = await writeCity(join(folder, name), { on, persons: 1200 })
    expect(files.map((file) => file.kind)).toEqual(kinds)
    return Promise.all(
      files.map(async ({ path }) =>
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ),
    )
  }
  expect(await hashes('one')).toEqual(await hashes('two'))
  const file = (name: string) => join(folder, 'one', name)
  expect((await readdir(join(folder, 'one'))).length).toBe(12)
  const main = JSON.parse(await readFile(file('data-utama.json'), 'utf8')) as Row[]
  expect(main.length).toBe(all('data-utama', { persons: 1200, clean: false }).length)
  const western = await readFile(file('rw-diklat.csv'))
  expect(western.includes(0x96)).toBe(true)
  expect(western.toString('latin1').split('\r\n')[0]).toMatch(/^id;idPns;nipBaru;/)
  const sheet = (await openXlsx(await readFile(file('atasan.xlsx')))).sheets[0]!
  expect(sheet.rows[0]).toEqual(['nip', 'nipAtasan', 'alasan'])
  expect([...(sheet.cells?.values() ?? [])].map((cell) => cell.formula)).toContain('1+1')
  await rm(folder, { recursive: true })
})

test('200,000 persons stream through without memory growing', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const heap: number[] = []
  let rows = 0
  let last: unknown
  for (const row of generateCity({ on, persons: 200_000 }).rows('data-utama')) {
    if (rows++ % 40_000 === 20_000) {
      collect()
      heap.push(process.memoryUsage().heapUsed / 1e6)
    }
    last = row
  }
  expect(last).toBeDefined()
  expect(rows).toBeGreaterThan(200_000)
  expect(heap.at(-1)! - heap[0]!).toBeLessThan(15)
})

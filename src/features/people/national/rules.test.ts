import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Day } from '../../../shared/dates.ts'
import { type NationalKind, nationalKinds, readRecord } from './rules.ts'

const today = '2026-11-23' as Day
const nip = '196608011988031001'
const contractNip = '200012312024211001'
const read = (kind: NationalKind, values: Record<string, unknown>, path = `${kind}/${nip}.json`) =>
  readRecord(kind, values, { path, today })

const person = {
  id: 'A1B2C3D4E5F60718293A4B5C6D7E8F90',
  nipBaru: nip,
  nama: 'CONTOH PEGAWAI',
  gelarBelakang: 'S.T.',
  tglLahir: '01-08-1966',
  jenisKelamin: 'M',
  kedudukanPnsId: '01',
  tkPendidikanTerakhirId: '40',
  golRuangAkhirId: '33',
  tmtCpns: '01-03-1988',
  emailGov: 'contoh@example.go.id',
  unorId: 'UNOR1',
  jenisJabatanId: '2',
  jabatanFungsionalNama: 'Analis Kebijakan Ahli Muda',
  eselonId: '99',
  kelas_jabatan: 9,
}

describe('whose record', () => {
  const sanction = { jenisHukuman: '1', hukumanTanggal: '01-02-2024' }
  it.each([
    [{ nipBaru: nip, pnsOrangId: 'P1' }, 'rw-hukdis.xlsx', { nip, nationalId: 'P1' }],
    [{ nip: '19660801 198803 1 001' }, 'rw-hukdis.xlsx', { nip }],
    [{}, `rw-hukdis/${nip}.json`, { nip }],
    [{ pnsOrang: 'P1' }, `rw-hukdis/${nip}.json`, { nip, nationalId: 'P1' }],
    [{ pnsOrangId: 'P1' }, 'rw-hukdis.json', { nationalId: 'P1' }],
  ])('%j in %s', (values, path, owner) => {
    expect(read('rw-hukdis', { ...sanction, ...values }, path)).toMatchObject({ ok: true, person: owner })
  })

  it('is the NIP in the row, with a warning, where the path names another', () => {
    const reading = read('rw-hukdis', { ...sanction, nip }, `rw-hukdis/${contractNip}.json`)
    expect(reading).toMatchObject({ ok: true, person: { nip }, warnings: [{ code: 'import.nip-differs-from-path' }] })
  })
})

describe('the key of a record', () => {
  const course = { namaKursus: 'Kursus A', tanggalKursus: '02-03-2026', noSertipikat: '9' }
  const keyOf = (values: Record<string, unknown>) => (read('rw-kursus', values) as { recordKey: string }).recordKey

  it('is the national id', () => expect(keyOf({ ...course, id: 'K1' })).toBe('K1'))
  it('is else made of what does not change when other facts do', () => {
    expect(keyOf(course)).toBe('course|kursus a|2026-03-02|9')
    expect(keyOf({ ...course, jumlahJam: 30, institusiPenyelenggara: 'X' })).toBe(keyOf(course))
    expect(keyOf({ ...course, namaKursus: 'KURSUS  A ' })).toBe(keyOf(course))
    expect(keyOf({ ...course, noSertipikat: '10' })).not.toBe(keyOf(course))
  })
})

describe('properties', () => {
  const columns = [
    ...Object.keys(person),
    'id',
    'tahun',
    'jumlahJam',
    'namaKursus',
    'tanggalKursus',
    'hukumanTanggal',
    '__proto__',
    'constructor',
    '',
  ]
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, undefined, '-', {}, [], '=1+1', '30-02-2020', 1n),
    fc.jsonValue(),
  )
  const row = fc
    .array(fc.tuple(fc.constantFrom(...columns), cell))
    .map((cells) => Object.fromEntries(cells) as Record<string, unknown>)

  test('no row throws, and a refused row says why', () => {
    fc.assert(
      fc.property(fc.constantFrom(...nationalKinds), row, fc.string(), (kind, values, path) => {
        const reading = read(kind, values, path)
        return reading.ok || reading.reasons.length > 0
      }),
      { numRuns: 2_000 },
    )
  })

  test('one broken cell more never makes a good row of a bad one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(person)), (column) => {
        const reading = read('data-utama', { ...person, [column]: '=HYPERLINK("http://x")' })
        return !reading.ok && reading.reasons.some((r) => r.code === 'import.formula' && r.column === column)
      }),
    )
  })

  test('a reading is the same when it is made again', () => {
    expect(read('data-utama', person)).toEqual(read('data-utama', person))
  })
})

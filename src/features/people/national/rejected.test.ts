import { describe, expect, it, test } from 'vitest'
import english from '../refusals.en.json' with { type: 'json' }
import indonesian from '../refusals.id.json' with { type: 'json' }
import type { Day } from '../../../shared/dates.ts'
import { type Messages, say } from '../../../shared/words.ts'
import { nipReasons } from '../identity/rules.ts'
import { type NationalKind, type Reason, readRecord, rowReasons, rowWarnings } from './rules.ts'

const today = '2026-11-23' as Day
const nip = '196608011988031001'
const contractNip = '200012312024211001'
const person = { nipBaru: nip, nama: 'CONTOH', kedudukanPnsId: '01' }
const course = { nipBaru: nip, namaKursus: 'Kursus', tanggalKursus: '02-03-2026' }
const study = { nipBaru: nip, tkPendidikanId: '40' }
const sanction = { nipBaru: nip, jenisHukuman: '1', hukumanTanggal: '01-02-2024' }
const unit = { Id: 'U1', NamaUnor: 'Dinas' }
const rating = { nipBaru: nip, tahun: 2025, kuadranKinerjaNilai: 2 }
const worth = { nipBaru: nip, tahun: 2019, nilaiPrestasiKerja: 90 }
const grade = { nipBaru: nip, golonganId: '33', tmtGolongan: '01-04-2020' }
const post = { nipBaru: nip, jenisJabatan: '4', namaJabatan: 'Pengemudi', tmtJabatan: '01-01-2023' }

const read = (kind: NationalKind, values: Record<string, unknown>) =>
  readRecord(kind, values, { path: `${kind}.xlsx`, today })

/** A good row, what is broken in it, and the one reason this gives: code and column. */
const bad: [NationalKind, Record<string, unknown>, Record<string, unknown>, string, string][] = [
  ['data-utama', person, { nipBaru: '' }, 'import.nip-empty', 'nipBaru'],
  ['data-utama', person, { nipBaru: '1.96608E+17' }, 'import.nip-scientific', 'nipBaru'],
  ['data-utama', person, { nipBaru: Number(nip) }, 'import.nip-rounded', 'nipBaru'],
  ['data-utama', person, { nipBaru: '19660801198803100O' }, 'import.nip-characters', 'nipBaru'],
  ['data-utama', person, { nipBaru: '131234567' }, 'import.nip-old', 'nipBaru'],
  ['data-utama', person, { nipBaru: '19660801198803101' }, 'import.nip-17-digits', 'nipBaru'],
  ['data-utama', person, { nipBaru: 12345 }, 'import.nip-too-short', 'nipBaru'],
  ['data-utama', person, { nipBaru: `${nip}1` }, 'import.nip-too-long', 'nipBaru'],
  ['data-utama', person, { nipBaru: '200013312024211001' }, 'import.nip-birth-not-a-day', 'nipBaru'],
  ['data-utama', person, { nipBaru: '202701012045011001' }, 'import.nip-birth-future', 'nipBaru'],
  ['data-utama', person, { nipBaru: '190001011920011001' }, 'import.nip-birth-implausible', 'nipBaru'],
  ['data-utama', person, { nipBaru: '196608011988131001' }, 'import.nip-month-block', 'nipBaru'],
  ['data-utama', person, { nipBaru: '200012312024201001' }, 'import.nip-frequency', 'nipBaru'],
  ['data-utama', person, { nipBaru: '200012312030031001' }, 'import.nip-start-future', 'nipBaru'],
  ['data-utama', person, { nipBaru: '198003311998021001' }, 'import.nip-too-young', 'nipBaru'],
  ['data-utama', person, { nipBaru: '200012312024213001' }, 'import.nip-sex-digit', 'nipBaru'],
  ['rw-kursus', course, { nipBaru: '196608011988031000' }, 'import.nip-sequence', 'nipBaru'],
  ['rw-kursus', course, { nipBaru: '' }, 'import.person-missing', ''],
  ['data-utama', person, { nama: '-' }, 'import.required', 'nama'],
  ['data-utama', person, { kedudukanPnsId: null }, 'import.required', 'kedudukanPnsId'],
  ['data-utama', person, { jenisKelamin: 'X' }, 'import.code-unknown', 'jenisKelamin'],
  ['data-utama', person, { kedudukanPnsId: 'tidak dikenal sama sekali' }, 'import.code-unknown', 'kedudukanPnsId'],
  ['data-utama', person, { golRuangAkhirId: '39' }, 'import.code-unknown', 'golRuangAkhirId'],
  ['data-utama', person, { golRuangAkhir: 'IV' }, 'import.code-unknown', 'golRuangAkhirId'],
  ['data-utama', person, { tkPendidikanTerakhirId: '41' }, 'import.code-unknown', 'tkPendidikanTerakhirId'],
  ['data-utama', person, { eselonId: '33' }, 'import.code-unknown', 'eselonId'],
  ['data-utama', person, { eselonId: 'I.a' }, 'import.code-unknown', 'eselonId'],
  ['data-utama', person, { jenisJabatanId: '5' }, 'import.code-unknown', 'jenisJabatanId'],
  ['data-utama', person, { tglLahir: '30-02-1966' }, 'import.day-impossible', 'tglLahir'],
  ['data-utama', person, { tglLahir: '24-11-2026' }, 'import.day-future', 'tglLahir'],
  ['data-utama', person, { tmtPensiun: '2026-13-01' }, 'import.day-impossible', 'tmtPensiun'],
  ['data-utama', person, { tmtPensiun: 'tahun depan' }, 'import.day-unreadable', 'tmtPensiun'],
  ['data-utama', person, { tmtPensiun: 12 }, 'import.day-unreadable', 'tmtPensiun'],
  ['data-utama', person, { tmtCpns: '01-03-1988', tmtPns: '01-02-1988' }, 'import.end-before-start', 'tmtPns'],
  ['data-utama', person, { tmtCpns: '01-03-1960' }, 'import.end-before-start', 'tmtCpns'],
  ['data-utama', person, { kelas_jabatan: 99 }, 'import.out-of-range', 'kelas_jabatan'],
  ['data-utama', person, { kelas_jabatan: 7.5 }, 'import.out-of-range', 'kelas_jabatan'],
  ['data-utama', person, { nama: '=SUM(A1:A9)' }, 'import.formula', 'nama'],
  ['data-utama', person, { nama: '="x"' }, 'import.formula', 'nama'],
  ['data-utama', person, { nama: '@SUM(1+1)*cmd' }, 'import.formula', 'nama'],
  ['data-utama', person, { nama: "+cmd|' /C calc'!A0" }, 'import.formula', 'nama'],
  ['data-utama', person, { nama: '-HYPERLINK("http://x")' }, 'import.formula', 'nama'],
  ['data-utama', person, { nipBaru: '="196608011988031001"' }, 'import.formula', 'nipBaru'],
  ['data-utama', person, { nama: 'A'.repeat(151) }, 'import.text-too-long', 'nama'],
  ['data-utama', person, { nama: 'A'.repeat(20_000) }, 'import.text-too-long', 'nama'],
  ['data-utama', person, { nama: 'CON\u0000TOH' }, 'import.text-control', 'nama'],
  ['data-utama', person, { nama: 'CON\u202eTOH' }, 'import.text-control', 'nama'],
  ['data-utama', person, { nama: 'CON\ufffdTOH' }, 'import.text-encoding', 'nama'],
  ['data-utama', person, { nama: 'CON\ud800TOH' }, 'import.text-encoding', 'nama'],
  ['data-utama', person, { nama: 'RenÃ© Contoh' }, 'import.text-encoding', 'nama'],
  ['data-utama', person, { nama: 'Maâ€™ruf' }, 'import.text-encoding', 'nama'],
  ['data-utama', person, { nama: ['A', 'B'] }, 'import.not-one-value', 'nama'],
  ['data-utama', person, { nama: 12n }, 'import.not-one-value', 'nama'],
  ['data-utama', person, { tmtPensiun: new Date(Number.NaN) }, 'import.not-one-value', 'tmtPensiun'],
  ['data-utama', person, { unorId: 'satu dua' }, 'import.id-malformed', 'unorId'],
  ['data-utama', person, { id: 'x'.repeat(43) }, 'import.id-malformed', 'id'],
  ['ref-unor', unit, { Id: '' }, 'import.required', 'id'],
  ['ref-unor', unit, { NamaUnor: '' }, 'import.required', 'namaUnor'],
  ['ref-unor', unit, { DiatasanId: 'U1' }, 'import.unit-own-parent', 'DiatasanId'],
  ['rw-pendidikan', study, { tkPendidikanId: '99' }, 'import.code-unknown', 'tkPendidikanId'],
  ['rw-pendidikan', study, { tglLulus: '01-01-2027' }, 'import.day-future', 'tglLulus'],
  ['rw-pendidikan', study, { tahunLulus: 2027 }, 'import.year-out-of-range', 'tahunLulus'],
  ['rw-pendidikan', study, { tahunLulus: '20010' }, 'import.year-out-of-range', 'tahunLulus'],
  ['rw-kursus', course, { namaKursus: '' }, 'import.required', 'namaKursus'],
  ['rw-kursus', course, { tanggalKursus: '' }, 'import.required', 'tahunKursus'],
  ['rw-kursus', course, { tanggalKursus: '01-01-2027' }, 'import.day-future', 'tanggalKursus'],
  ['rw-kursus', course, { tanggalSelesaiKursus: '01-03-2026' }, 'import.end-before-start', 'tanggalSelesaiKursus'],
  ['rw-kursus', course, { jumlahJam: -1 }, 'import.number-negative', 'jumlahJam'],
  ['rw-kursus', course, { jumlahJam: '99999' }, 'import.hours-absurd', 'jumlahJam'],
  ['rw-kursus', course, { jumlahJam: 'dua puluh' }, 'import.number-unreadable', 'jumlahJam'],
  ['rw-kursus', course, { jumlahJam: '1.000' }, 'import.number-unreadable', 'jumlahJam'],
  ['rw-kursus', course, { jumlahJam: Number.POSITIVE_INFINITY }, 'import.number-unreadable', 'jumlahJam'],
  ['rw-kursus', course, { jenisDiklatId: '26' }, 'import.code-unknown', 'jenisDiklatId'],
  ['rw-kursus', course, { jenisKursusSertipikat: 'Z' }, 'import.code-unknown', 'jenisKursusSertipikat'],
  ['rw-diklat', { nipBaru: nip, tahun: 2019 }, {}, 'import.required', 'latihanStrukturalId'],
  [
    'rw-diklat',
    { nipBaru: nip, tahun: 2019 },
    { latihanStrukturalId: '9' },
    'import.code-unknown',
    'latihanStrukturalId',
  ],
  ['rw-skp22', rating, { kuadranKinerjaNilai: 6 }, 'import.code-unknown', 'kuadranKinerjaNilai'],
  ['rw-skp22', rating, { hasilKinerjaNilai: 4 }, 'import.code-unknown', 'hasilKinerjaNilai'],
  ['rw-skp22', rating, { kuadranKinerjaNilai: '' }, 'import.required', 'KuadranKinerjaNilai'],
  ['rw-skp22', rating, { tahun: '' }, 'import.required', 'tahun'],
  ['rw-skp22', rating, { tahun: 202 }, 'import.year-out-of-range', 'tahun'],
  ['rw-skp', worth, { nilaiPrestasiKerja: 121 }, 'import.out-of-range', 'nilaiPrestasiKerja'],
  ['rw-skp', worth, { nilaiPrestasiKerja: 0 }, 'import.required', 'nilaiPrestasiKerja'],
  ['rw-golongan', grade, { golonganId: '' }, 'import.required', 'golonganId'],
  ['rw-golongan', grade, { golonganId: '46' }, 'import.code-unknown', 'golonganId'],
  ['rw-golongan', grade, { nipBaru: contractNip, golonganId: '11' }, 'import.code-unknown', 'golonganId'],
  ['rw-golongan', grade, { tmtGolongan: '0000-00-00' }, 'import.required', 'tmtGolongan'],
  ['rw-golongan', grade, { masaKerjaGolonganBulan: 12 }, 'import.out-of-range', 'masaKerjaGolonganBulan'],
  ['rw-jabatan', post, { namaJabatan: '' }, 'import.required', 'namaJabatan'],
  ['rw-jabatan', post, { jenisJabatan: '' }, 'import.required', 'jenisJabatan'],
  ['rw-jabatan', post, { tmtJabatan: '31-04-2023' }, 'import.day-impossible', 'tmtJabatan'],
  ['rw-hukdis', sanction, { jenisHukuman: 'entah' }, 'import.required', 'jenisTingkatHukumanId'],
  ['rw-hukdis', sanction, { jenisHukumanId: '26' }, 'import.code-unknown', 'jenisHukumanId'],
  ['rw-hukdis', sanction, { jenisTingkatHukumanId: 'Q' }, 'import.code-unknown', 'jenisTingkatHukumanId'],
  ['rw-hukdis', sanction, { akhirHukumTanggal: '31-01-2024' }, 'import.end-before-start', 'akhirHukumTanggal'],
  ['rw-hukdis', sanction, { hukumanTanggal: '' }, 'import.required', 'hukumanTanggal'],
]

const odd: [NationalKind, Record<string, unknown>, Record<string, unknown>, string, string][] = [
  ['data-utama', person, { jenisKelamin: 'P' }, 'import.sex-differs', 'jenisKelamin'],
  ['data-utama', person, { tglLahir: '02-08-1966' }, 'import.birth-differs', 'tglLahir'],
  ['data-utama', person, { jenisPegawaiNama: 'PPPK Daerah' }, 'import.employment-differs', 'statusPegawai'],
  ['data-utama', person, { nipBaru: contractNip, statusPegawai: 'PNS' }, 'import.employment-differs', 'statusPegawai'],
  ['data-utama', person, { statusPegawai: '?' }, 'import.code-not-in-table', 'statusPegawai'],
  ['data-utama', person, { kedudukanPnsId: '71' }, 'import.code-not-in-table', 'kedudukanPnsId'],
  [
    'data-utama',
    person,
    { nipBaru: contractNip, golRuangAkhirId: '11' },
    'import.code-not-in-table',
    'golRuangAkhirId',
  ],
  ['data-utama', person, { email: 'tidak ada' }, 'import.email-odd', 'email'],
  ['rw-hukdis', sanction, { jenisTingkatHukumanId: 'B' }, 'import.sanction-level-differs', 'jenisTingkatHukumanId'],
]

const brief = (reasons: Reason[]) => reasons.map(({ code, column }) => ({ code, column }))

describe('bad rows', () => {
  it.each(bad)('%s %o with %o: %s', (kind, row, broken, code, column) => {
    const reading = read(kind, { ...row, ...broken })
    expect(reading.ok ? [] : brief(reading.reasons)).toEqual([{ code, column }])
  })

  it.each(odd)('%s %o with %o is taken with a warning: %s', (kind, row, broken, code, column) => {
    const reading = read(kind, { ...row, ...broken })
    expect(reading.ok ? brief(reading.warnings) : reading.reasons).toEqual([{ code, column }])
  })

  it.each([person, course, study, sanction, unit, rating, worth, grade, post])('%o is good unbroken', (row) => {
    const kinds: NationalKind[] = [
      'data-utama',
      'rw-kursus',
      'rw-pendidikan',
      'rw-hukdis',
      'ref-unor',
      'rw-skp22',
      'rw-skp',
      'rw-golongan',
      'rw-jabatan',
    ]
    expect(kinds.some((kind) => read(kind, row).ok)).toBe(true)
  })

  it('says all that is wrong, with the column as the file writes it and the value', () => {
    const row = { 'NIP Baru': '123', NAMA: '=A1', tgl_lahir: '30-02-1966', 'Kedudukan PNS ID': '' }
    const reading = read('data-utama', row)
    expect(reading).toMatchObject({
      ok: false,
      reasons: [
        { code: 'import.nip-too-short', column: 'NIP Baru', value: '123', params: { n: 3 } },
        { code: 'import.formula', column: 'NAMA', value: '=A1' },
        { code: 'import.day-impossible', column: 'tgl_lahir', value: '30-02-1966' },
        { code: 'import.required', column: 'kedudukanPnsId', value: null },
      ],
    })
  })

  it.each<[NationalKind, object]>([
    ['rw-kursus', { ...course, tanggalSelesaiKursus: course.tanggalKursus }],
    ['rw-hukdis', { ...sanction, akhirHukumTanggal: sanction.hukumanTanggal }],
    ['data-utama', { ...person, tmtCpns: '01-03-1988', tmtPns: '01-03-1988' }],
    ['data-utama', { ...person, tglLahir: '23-11-2026' }],
  ])('%s %o: the same day is neither too early nor too late', (kind, row) => {
    expect(read(kind, row as Record<string, unknown>)).toMatchObject({ ok: true })
  })

  it('cuts a long value', () => {
    const reading = read('data-utama', { ...person, nama: 'A'.repeat(500) })
    expect(reading.ok ? null : reading.reasons[0]?.value?.length).toBe(100)
  })

  it.each(['- Diklat Manajemen (PKA)', '-5 derajat', '@contoh', '+62 812', 'O’Brien', 'Tgk. Ismail, S.Ag.', 'Ça va'])(
    '%s is a text like any other',
    (name) => {
      expect(read('data-utama', { ...person, nama: name })).toMatchObject({ ok: true, facts: { name } })
    },
  )
})

describe('words', () => {
  const codes: readonly string[] = [...rowReasons, ...rowWarnings]
  const files: ['id' | 'en', Messages][] = [
    ['id', indonesian],
    ['en', english],
  ]

  test('every reason has a bad row or a bad number', () => {
    const shown = new Set([...bad, ...odd].map(([, , , code]) => code).concat('import.nip-differs-from-path'))
    expect(codes.filter((code) => !shown.has(code))).toEqual([])
    expect(nipReasons.filter((code) => !shown.has(code))).toEqual([])
  })

  it.each(files)('%s has words for every reason', (_, messages) => {
    const words = Object.keys(messages)
    expect(codes.filter((code) => !words.includes(code))).toEqual([])
  })

  it.each(files)('%s leaves no placeholder unfilled', (language, messages) => {
    for (const [kind, row, broken] of [...bad, ...odd]) {
      const reading = read(kind, { ...row, ...broken })
      for (const { code, params } of reading.ok ? reading.warnings : reading.reasons) {
        const message = messages[code]
        expect(message && say(message, language, params)).not.toMatch(/[{}]|undefined/)
      }
    }
  })
})

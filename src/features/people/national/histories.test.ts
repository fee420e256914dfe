import { describe, expect, it, test } from 'vitest'
import type { Day } from '../../../shared/dates.ts'
import { type NationalKind, nationalKinds, readRecord } from './rules.ts'

const today = '2026-11-23' as Day
const nip = '196608011988031001'
const contractNip = '200012312024211001'
const read = (kind: NationalKind, values: Record<string, unknown>, path = `${kind}/${values.nipBaru ?? nip}.json`) =>
  readRecord(kind, values, { path, today })

describe('ref-unor', () => {
  const unit = {
    NamaUnor: 'Dinas Contoh',
    NamaJabatan: 'Kepala Dinas',
    DiatasanId: 'U0',
    EselonId: '22',
    PemimpinPnsId: 'P1',
    InstansiId: 'I',
    CepatKode: '5174',
    IndukUnorId: 'U1',
  }
  it.each(['Id', 'id'])('with %s', (column) => {
    expect(read('ref-unor', { ...unit, [column]: 'U1' }, 'ref-unor.json')).toEqual({
      ok: true,
      kind: 'unit',
      person: {},
      recordKey: 'U1',
      warnings: [],
      facts: {
        nationalId: 'U1',
        name: 'Dinas Contoh',
        parentNationalId: 'U0',
        headTitle: 'Kepala Dinas',
        echelonCode: '22',
        headNationalId: 'P1',
      },
    })
  })
})

describe('histories', () => {
  const cases: [NationalKind, Record<string, unknown>, string, object][] = [
    [
      'rw-pendidikan',
      {
        id: 'E1',
        idPns: 'P1',
        nipBaru: nip,
        tkPendidikanId: '5',
        pendidikanNama: 'SD',
        tahunLulus: '1979',
        tglLulus: '30-06-1979',
        isPendidikanPertama: '1',
        nomorIjasah: '12',
        namaSekolah: 'SDN',
      },
      'education',
      {
        levelCode: '05',
        name: 'SD',
        school: 'SDN',
        year: 1979,
        graduatedOn: '1979-06-30',
        first: true,
        diplomaNumber: '12',
      },
    ],
    [
      'rw-pendidikan',
      { tkPendidikanNama: 'S-1/Sarjana', tglLulus: '30-06-1990' },
      'education',
      {
        levelCode: '40',
        name: null,
        school: null,
        year: 1990,
        graduatedOn: '1990-06-30',
        first: false,
        diplomaNumber: null,
      },
    ],
    [
      'rw-diklat',
      {
        id: 'D1',
        latihanStrukturalId: '3',
        latihanStrukturalNama: 'DIKLATPIM TK III',
        nomor: '7',
        tanggal: '01-02-2019',
        tanggalSelesai: '01-06-2019',
        tahun: 2019,
        jumlahJam: '900,5',
        institusiPenyelenggara: 'LAN',
      },
      'training',
      {
        kind: 'structural',
        name: 'DIKLATPIM TK III',
        typeCode: null,
        structuralCode: '3',
        certificateClass: null,
        hours: 900.5,
        year: 2019,
        startedOn: '2019-02-01',
        endedOn: '2019-06-01',
        provider: 'LAN',
        certificateNumber: '7',
      },
    ],
    [
      'rw-diklat',
      { latihanStrukturalNama: 'Diklatpim Tingkat II', tahun: 2015 },
      'training',
      { kind: 'structural', structuralCode: '4' },
    ],
    ['rw-diklat', { latihanStrukturalId: '8', tahun: 2015 }, 'training', { name: 'lainnya', structuralCode: '8' }],
    [
      'rw-kursus',
      {
        id: 'K1',
        jenisKursusNama: 'x',
        jenisKursusSertifikat: 'T',
        institusiPenyelenggara: 'B',
        jumlahJam: 20.0,
        namaKursus: 'Kursus',
        noSertipikat: '9',
        tahunKursus: 2026,
        tanggalKursus: '02-03-2026',
        jenisDiklatId: '8',
        tanggalSelesaiKursus: '04-03-2026',
      },
      'training',
      {
        kind: 'course',
        name: 'Kursus',
        typeCode: '8',
        structuralCode: null,
        certificateClass: 'T',
        hours: 20,
        year: 2026,
        startedOn: '2026-03-02',
        endedOn: '2026-03-04',
        provider: 'B',
        certificateNumber: '9',
      },
    ],
    [
      'rw-kursus',
      {
        namaKursus: 'Kursus',
        nomorSertipikat: '9',
        jenisKursusSertipikat: 'p',
        tanggalKursus: '2026-03-02',
        jumlahJam: '20 JP',
      },
      'training',
      { certificateNumber: '9', certificateClass: 'P', year: 2026, hours: 20 },
    ],
    [
      'rw-skp22',
      {
        id: 'S1',
        hasilKinerja: 'DIATAS EKSPEKTASI',
        hasilKinerjaNilai: '1',
        kuadranKinerja: 'BAIK',
        KuadranKinerjaNilai: '2',
        namaPenilai: 'N',
        nipNrpPenilai: '1',
        penilaiJabatanNm: 'J',
        perilakuKerja: 'SESUAI EKSPEKTASI',
        PerilakuKerjaNilai: '2',
        pnsDinilaiId: 'P1',
        tahun: '2025',
      },
      'appraisal',
      { year: 2025, result: 1, behaviour: 2, predicate: 2, value: null, raterNip: '1', raterName: 'N', raterPost: 'J' },
    ],
    [
      'rw-skp22',
      {
        hasilKinerja: 'Di bawah ekspektasi',
        kuadranKinerja: 'Butuh Perbaikan',
        perilakuKerjaNilai: 3,
        kuadranKinerjaNilai: '',
        tahun: 2025,
      },
      'appraisal',
      { result: 3, behaviour: 3, predicate: 3 },
    ],
    ['rw-skp22', { hasilKinerjaNilai: 2, perilakuKerjaNilai: 2, tahun: 2025 }, 'appraisal', { predicate: null }],
    [
      'rw-skp',
      { pns: 'P1', tahun: 2019, nilaiPrestasiKerja: '88,4', nilaiSkp: 90 },
      'appraisal',
      { year: 2019, result: null, behaviour: null, predicate: null, value: 88.4 },
    ],
    [
      'rw-skp',
      { tahun: 2021, nilaiPrestasiKerja: 0, nilaiIntegrasi: '91.23', nilaiSkp: 90 },
      'appraisal',
      { value: 91.23 },
    ],
    [
      'rw-skp',
      { tahun: 2021, nilaiPrestasiKerja: 0, nilaiIntegrasi: 0, konversiNilai: 80, nilaiSkp: 90 },
      'appraisal',
      { value: 80 },
    ],
    ['rw-skp', { tahun: 2021, nilaiPrestasiKerja: null, nilaiSkp: '90' }, 'appraisal', { value: 90 }],
    [
      'rw-golongan',
      {
        id: 'G1',
        golonganId: '33',
        golongan: 'III/c',
        skNomor: 'SK/1',
        skTanggal: '01-03-2020',
        tmtGolongan: '01-04-2020',
        jenisKPNama: 'Reguler',
        masaKerjaGolonganTahun: '12',
        masaKerjaGolonganBulan: 11,
      },
      'rank',
      {
        gradeCode: '33',
        sinceOn: '2020-04-01',
        promotionKind: 'Reguler',
        decreeNumber: 'SK/1',
        decreeOn: '2020-03-01',
        serviceYears: 12,
        serviceMonths: 11,
      },
    ],
    ['rw-golongan', { golongan: 'IV/a', tmtGolongan: '01-04-2020' }, 'rank', { gradeCode: '41' }],
    ['rw-golongan', { nipBaru: contractNip, golongan: 'IV', tmtGolongan: '01-04-2024' }, 'rank', { gradeCode: 'IV' }],
    [
      'rw-jabatan',
      {
        id: 'J1',
        jenisJabatan: '1',
        unorId: 'U1',
        unorNama: 'Dinas',
        eselonId: '32',
        namaJabatan: 'Kepala Bidang',
        tmtJabatan: '01-01-2023',
        nomorSk: 'SK',
        tanggalSk: '30-12-2022',
      },
      'posting',
      {
        postKind: 'structural',
        title: 'Kepala Bidang',
        unitNationalId: 'U1',
        unitName: 'Dinas',
        echelonCode: '32',
        sinceOn: '2023-01-01',
        decreeNumber: 'SK',
        decreeOn: '2022-12-30',
      },
    ],
    [
      'rw-jabatan',
      {
        jenisJabatan: 'FUNGSIONAL_TERTENTU',
        jabatanFungsionalNama: 'Guru Ahli Muda',
        namaJabatan: 'Guru',
        tmtJabatan: '01-01-2023',
      },
      'posting',
      { postKind: 'functional', title: 'Guru Ahli Muda' },
    ],
    [
      'rw-jabatan',
      { jabatanFungsionalUmumNama: 'Pengemudi', tmtJabatan: '01-01-2023' },
      'posting',
      { postKind: 'general', title: 'Pengemudi' },
    ],
    [
      'rw-hukdis',
      {
        id: 'H1',
        pnsOrang: 'P1',
        jenisHukuman: '7',
        jenisTingkatHukumanId: 'S',
        hukumanTanggal: '01-02-2024',
        akhirHukumTanggal: '31-01-2025',
        skNomor: 'SK',
        skTanggal: '15-01-2024',
        skPembatalanTanggal: '',
      },
      'sanction',
      {
        typeCode: '7',
        level: 'S',
        sinceOn: '2024-02-01',
        untilOn: '2025-01-31',
        decreeNumber: 'SK',
        decreeOn: '2024-01-15',
        revokedOn: null,
      },
    ],
    [
      'rw-hukdis',
      { jenisHukuman: 'Teguran Lisan', hukumanTanggal: '01-02-2024' },
      'sanction',
      { typeCode: '1', level: 'R' },
    ],
    [
      'rw-hukdis',
      {
        jenisHukumanNama: 'lain sekali',
        jenisTingkatHukumanId: 'Berat',
        hukumanTanggal: '01-02-2024',
        skPembatalanTanggal: '01-03-2024',
      },
      'sanction',
      { typeCode: null, level: 'B', revokedOn: '2024-03-01' },
    ],
  ]
  it.each(cases)('%s %j', (kind, values, record, facts) => {
    expect(read(kind, values)).toMatchObject({ ok: true, kind: record, warnings: [], facts })
  })

  test('every kind has a case', () => {
    const seen = new Set<string>([...cases.map(([kind]) => kind), 'data-utama', 'ref-unor'])
    expect(nationalKinds.filter((kind) => !seen.has(kind))).toEqual([])
  })
})

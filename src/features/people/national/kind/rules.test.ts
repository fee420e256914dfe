import { describe, expect, it } from 'vitest'
import { kindOf, nipInPath } from './rules.ts'

describe('the kind of a file', () => {
  it.each([
    ['data-utama.xlsx', [], 'data-utama'],
    ['siasn/rw-diklat/196608011988031001.json', [], 'rw-diklat'],
    ['siasn\\rw-skp22\\196608011988031001.json', [], 'rw-skp22'],
    ['rw_kursus_2025.csv', [], 'rw-kursus'],
    ['Ekspor.xlsx/RW Hukdis', [], 'rw-hukdis'],
    ['ekspor.xlsx#ref-unor', [], 'ref-unor'],
    ['rw-skp/2019.json', ['tahun', 'nilaiSkp'], 'rw-skp'],
    ['rw-skp-2022.json', ['tahun', 'hasilKinerja', 'KuadranKinerjaNilai'], 'rw-skp22'],
    ['rw-jabatan/rw-golongan.csv', [], 'rw-golongan'],
    ['Kursus 2025.xlsx', ['a', 'b'], 'rw-kursus'],
    ['unor.json', [], 'ref-unor'],
    ['Pendidikan/Sheet1', ['Nama Kursus', 'NIP'], 'rw-kursus'],
    ['a.csv', ['NIP Baru', 'Nama', 'Tgl Lahir', 'TMT Jabatan', 'Unor ID'], 'data-utama'],
    ['a.csv', ['Id', 'NamaUnor', 'DiatasanId'], 'ref-unor'],
    ['a.csv', ['latihanStrukturalId'], 'rw-diklat'],
    ['a.csv', ['nipBaru', 'tahun', 'PerilakuKerjaNilai', 'KuadranKinerjaNilai'], 'rw-skp22'],
    ['a.csv', ['nipBaru', 'tahun', 'nilaiPrestasiKerja'], 'rw-skp'],
    ['a.csv', ['nip', 'golongan', 'tmtGolongan'], 'rw-golongan'],
    ['a.csv', ['nip', 'jenisJabatan', 'tmtJabatan'], 'rw-jabatan'],
    ['a.csv', ['nip', 'hukumanTanggal'], 'rw-hukdis'],
    ['a.csv', ['nip', 'tahunLulus', 'namaSekolah'], 'rw-pendidikan'],
    ['a.csv', ['nip', 'nama'], undefined],
    ['a.csv', [], undefined],
    ['', [], undefined],
    ['rw-kgb/196608011988031001.json', ['golonganId', 'skNomor', 'tmtGolongan'], undefined],
    ['rw-pnsunor.json', ['namaUnor'], undefined],
    ['a.csv', ['periodikId', 'hasilKinerjaNilai', 'tahun'], undefined],
  ] as const)('%s with %j is %s', (path, columns, kind) => {
    expect(kindOf(path, columns)).toBe(kind)
  })
})

describe('the NIP in a path', () => {
  it.each([
    ['rw-hukdis/196608011988031001.json', '196608011988031001'],
    ['196608011988031001/rw-hukdis.json', '196608011988031001'],
    ['196608011988031001/rw-hukdis_200012312024211001.json', '200012312024211001'],
    ['rw-hukdis/1966080119880310011.json', undefined],
    ['rw-hukdis/19660801198803100.json', undefined],
    ['rw-hukdis.json', undefined],
  ])('%s is %s', (path, nip) => {
    expect(nipInPath(path)).toBe(nip)
  })
})

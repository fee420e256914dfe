import { describe, expect, it } from 'vitest'
import type { Day } from '../../../../shared/dates.ts'
import { readRecord } from '../rules.ts'

const today = '2026-11-23' as Day
const nip = '196608011988031001'
const contractNip = '200012312024211001'
const read = (values: Record<string, unknown>) => readRecord('data-utama', values, { path: 'data-utama.json', today })
const factsOf = (values: Record<string, unknown>) => {
  const reading = read(values)
  if (!reading.ok) throw new Error(JSON.stringify(reading.reasons))
  return reading.facts
}

/** Synthetic: no row is a real person's. */
const person = {
  id: 'A1B2C3D4E5F60718293A4B5C6D7E8F90',
  nipBaru: nip,
  nipLama: '131234567',
  nama: 'CONTOH  PEGAWAI',
  gelarDepan: '-',
  gelarBelakang: 'S.T.',
  tempatLahir: 'Lhokseumawe',
  tglLahir: '01-08-1966',
  jenisKelamin: 'M',
  statusPegawai: 'P',
  jenisPegawaiNama: 'PNS Daerah Kab/Kota',
  kedudukanPnsId: '1',
  tkPendidikanTerakhirId: 40,
  golRuangAkhirId: '33',
  golRuangAkhir: 'III/c',
  tmtGolAkhir: '01-04-2020',
  tmtCpns: '01-03-1988',
  tmtPns: '01-04-1989',
  tmtPensiun: '01-09-2026',
  tmtJabatan: '05-01-2023',
  emailGov: 'Contoh@Example.go.id',
  email: 'lain@example.com',
  unorId: 'UNOR1',
  unorNama: 'Bidang Contoh',
  unorIndukId: 'UNOR0',
  unorIndukNama: 'Dinas Contoh',
  jenisJabatanId: '2',
  jabatanNama: 'Analis Kebijakan Ahli Muda',
  jabatanFungsionalId: 'JF1',
  jabatanFungsionalNama: 'Analis Kebijakan Ahli Muda',
  eselonId: '99',
  asnJenjangJabatan: '',
  kelas_jabatan: '9.0',
  path: { dok: 'ignored' },
}

describe('data-utama', () => {
  it('becomes a person', () => {
    expect(read(person)).toEqual({
      ok: true,
      kind: 'person',
      person: { nip, nationalId: person.id },
      recordKey: person.id,
      warnings: [],
      facts: {
        nationalId: person.id,
        nip,
        nipOld: '131234567',
        name: 'CONTOH PEGAWAI',
        titleFront: null,
        titleBack: 'S.T.',
        birthPlace: 'Lhokseumawe',
        bornOn: '1966-08-01',
        sex: 'M',
        employment: 'PNS',
        statusCode: '01',
        educationCode: '40',
        gradeCode: '33',
        gradeSinceOn: '2020-04-01',
        appointedOn: '1988-03-01',
        confirmedOn: '1989-04-01',
        retiresOn: '2026-09-01',
        postSinceOn: '2023-01-05',
        email: 'contoh@example.go.id',
        unitNationalId: 'UNOR1',
        unitName: 'Bidang Contoh',
        officeNationalId: 'UNOR0',
        officeName: 'Dinas Contoh',
        postKind: 'functional',
        postTitle: 'Analis Kebijakan Ahli Muda',
        postNationalId: 'JF1',
        echelonCode: null,
        functionalLevel: 'MU',
        postClass: 9,
      },
    })
  })

  it('needs no more than a NIP, a name and a status', () => {
    expect(factsOf({ nip, nama: 'A', kedudukanPnsNama: 'Aktif' })).toMatchObject({
      bornOn: '1966-08-01',
      sex: 'M',
      employment: 'PNS',
      statusCode: '01',
      postKind: null,
    })
  })

  it.each([
    [{ statusPegawai: 'C' }, { employment: 'CPNS' }],
    [{ statusPegawai: 'CPNS' }, { employment: 'CPNS' }],
    [
      {
        nipBaru: contractNip,
        tglLahir: '31-12-2000',
        tmtCpns: '',
        tmtPns: '',
        golRuangAkhirId: '',
        golRuangAkhir: 'IX',
      },
      { employment: 'PPPK', gradeCode: 'IX' },
    ],
    [
      {
        nipBaru: contractNip,
        tglLahir: '31-12-2000',
        tmtCpns: '',
        tmtPns: '',
        golRuangAkhirId: '33',
        golRuangAkhir: 'IV',
      },
      { gradeCode: 'IV' },
    ],
    [
      {
        nipBaru: contractNip,
        tglLahir: '31-12-2000',
        tmtCpns: '',
        tmtPns: '',
        golRuangAkhirId: '09',
        golRuangAkhir: '',
      },
      { gradeCode: '09' },
    ],
    [{ golRuangAkhirId: '', golRuangAkhir: 'Pembina (IV/a)' }, { gradeCode: '41' }],
    [
      { jenisJabatanId: '1', jabatanStrukturalNama: 'Kepala Bidang', jabatanStrukturalId: 'S1', eselonId: 'III.b' },
      {
        postKind: 'structural',
        postTitle: 'Kepala Bidang',
        postNationalId: 'S1',
        echelonCode: '32',
        functionalLevel: null,
      },
    ],
    [{ jenisJabatanId: 3, eselonId: '32' }, { postKind: 'structural' }],
    [{ jenisJabatanId: 3, eselonId: '00' }, { postKind: 'functional' }],
    [
      { jenisJabatanId: 'Fungsional Umum', jabatanFungsionalUmumNama: 'Pengadministrasi' },
      { postKind: 'general', postTitle: 'Pengadministrasi' },
    ],
    [{ asnJenjangJabatan: 'UT' }, { functionalLevel: 'UT' }],
    [{ jenjang: 'Ahli Madya' }, { functionalLevel: 'MA' }],
    [{ jabatanFungsionalNama: 'Perawat Terampil' }, { functionalLevel: 'TR' }],
    [{ jabatanFungsionalNama: 'Guru' }, { functionalLevel: null }],
    [{ emailGov: '-' }, { email: 'lain@example.com' }],
    [{ tmtPensiun: '00-00-0000' }, { retiresOn: null }],
    [{ tmtPensiun: 46266 }, { retiresOn: '2026-09-01' }],
    [{ tmtPensiun: '2026-09-01T00:00:00' }, { retiresOn: '2026-09-01' }],
    [{ tmtPensiun: new Date('2026-09-01T00:00:00Z') }, { retiresOn: '2026-09-01' }],
  ])('with %j', (change, facts) => {
    expect(factsOf({ ...person, ...change })).toMatchObject(facts)
  })
})

describe('columns written otherwise', () => {
  it('are the same columns', () => {
    const { nipBaru, nama, kedudukanPnsId, kelas_jabatan } = person
    const facts = factsOf({
      'NIP BARU': nipBaru,
      Nama: nama,
      kedudukan_pns_id: kedudukanPnsId,
      kelasJabatan: kelas_jabatan,
    })
    expect(facts).toMatchObject({ nip, postClass: 9 })
  })
})

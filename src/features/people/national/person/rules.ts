import parameters from '../../../../../regions/indonesia/import-parameters.json' with { type: 'json' }
import type { Day } from '../../../../shared/dates.ts'
import type { Employment, Sex } from '../../record/rules.ts'
import { codeOf, count, day, email, id, type Reader, text } from '../cells/rules.ts'
import { echelons, educationLevels, legalStatuses, postKinds } from '../codes/rules.ts'
import { echelonOf, functionalLevelCode, functionalLevelOf, postKindOf, titleOf } from '../posting/rules.ts'
import { gradeOf, gradeTableOf } from '../rank/rules.ts'
import type { Row } from '../row/rules.ts'
import { field, required, sheet } from '../sheet/rules.ts'

const sexes: Record<string, Sex> = {
  m: 'M',
  l: 'M',
  '1': 'M',
  pria: 'M',
  lakilaki: 'M',
  f: 'F',
  p: 'F',
  '2': 'F',
  w: 'F',
  wanita: 'F',
  perempuan: 'F',
}

const sex: Reader<Sex> = (value, row) =>
  sexes[
    String(value)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
  ] ?? row.refuse('import.code-unknown', { table: 'jenisKelamin' })

/** The letter P says "no longer CPNS" and nothing about the kind of contract. */
const employments = new Map<string, Employment | null>([
  ['c', 'CPNS'],
  ['cpns', 'CPNS'],
  ['p', null],
  ['pns', 'PNS'],
  ['pppk', 'PPPK'],
  ['p3k', 'PPPK'],
])

/** The NIP tells PPPK from PNS, so an unknown word here costs a warning and not the row. */
const employment: Reader<Employment> = (value, row) => {
  const known = employments.get(String(value).toLowerCase())
  return known === undefined ? row.warn('import.code-not-in-table', { table: 'statusPegawai' }) : known
}

/** `data-utama`: the person. Born when and which sex are taken from the NIP where the record leaves them out. */
export const persons = sheet({
  record: 'person',
  person: 'itself',
  signatures: [
    ['nama', 'tglLahir'],
    ['nama', 'tanggalLahir'],
    ['nama', 'kedudukanPnsId'],
    ['nama', 'nipBaru', 'jenisPegawaiId'],
  ],
  fields: {
    nationalId: field(id, 'id', 'pnsId', 'pnsOrangId', 'idPns'),
    nipOld: field(text(30), 'nipLama'),
    name: required(text(150), 'nama'),
    titleFront: field(text(60), 'gelarDepan'),
    titleBack: field(text(100), 'gelarBelakang'),
    birthPlace: field(text(100), 'tempatLahir', 'tempatLahirNama'),
    bornOn: field(day('past'), 'tglLahir', 'tanggalLahir'),
    sex: field(sex, 'jenisKelamin'),
    status: field(employment, 'statusPegawai', 'statusCpnsPns'),
    staffKind: field(text(), 'jenisPegawaiNama'),
    statusCode: required(
      codeOf(legalStatuses),
      'kedudukanPnsId',
      'kedudukanHukumId',
      'kedudukanPnsNama',
      'kedudukanHukumNama',
    ),
    educationCode: field(
      codeOf(educationLevels),
      'tkPendidikanTerakhirId',
      'tingkatPendidikanId',
      'tkPendidikanTerakhir',
    ),
    gradeId: field(text(60), 'golRuangAkhirId', 'golAkhirId'),
    grade: field(text(60), 'golRuangAkhir', 'golAkhirNama'),
    gradeSinceOn: field(day(), 'tmtGolAkhir', 'tmtGolongan'),
    appointedOn: field(day(), 'tmtCpns'),
    confirmedOn: field(day(), 'tmtPns'),
    retiresOn: field(day(), 'tmtPensiun'),
    postSinceOn: field(day(), 'tmtJabatan'),
    email: field(email, 'emailGov', 'email'),
    unitNationalId: field(id, 'unorId'),
    unitName: field(text(), 'unorNama'),
    officeNationalId: field(id, 'unorIndukId'),
    officeName: field(text(), 'unorIndukNama'),
    kindCode: field(codeOf(postKinds), 'jenisJabatanId', 'jenisJabatan', 'jenisJabatanNama'),
    structural: field(text(), 'jabatanStrukturalNama'),
    functional: field(text(), 'jabatanFungsionalNama'),
    general: field(text(), 'jabatanFungsionalUmumNama'),
    title: field(text(), 'jabatanNama', 'namaJabatan'),
    structuralId: field(id, 'jabatanStrukturalId'),
    functionalId: field(id, 'jabatanFungsionalId'),
    generalId: field(id, 'jabatanFungsionalUmumId'),
    echelon: field(codeOf(echelons), 'eselonId', 'eselon'),
    level: field(functionalLevelCode, 'asnJenjangJabatan', 'jenjang', 'asnJenjangJabatanId'),
    postClass: field(count(1, parameters.plausible.postClass), 'kelasJabatan'),
  },
  facts(said, row) {
    const { status, staffKind, gradeId, grade, kindCode, structural, functional, general, title } = said
    const { structuralId, functionalId, generalId, echelon, level } = said
    const { bornOn, sex } = fromNip(said, row)
    const echelonCode = echelonOf(echelon)
    const postKind = postKindOf({ kindCode, structural, functional, general, echelonCode })
    const postTitle = titleOf(postKind, { structural, functional, general, title })
    const postIds = { structural: structuralId, functional: functionalId, general: generalId }
    row.ordered(bornOn, said.appointedOn, 'tmtCpns')
    row.ordered(said.appointedOn, said.confirmedOn, 'tmtPns')
    // Written out: spreading this many facts takes a third of the time that a person costs.
    return {
      nationalId: said.nationalId,
      nip: row.nip?.nip ?? null,
      nipOld: said.nipOld,
      name: said.name,
      titleFront: said.titleFront,
      titleBack: said.titleBack,
      birthPlace: said.birthPlace,
      bornOn,
      sex,
      statusCode: said.statusCode,
      educationCode: said.educationCode,
      gradeSinceOn: said.gradeSinceOn,
      appointedOn: said.appointedOn,
      confirmedOn: said.confirmedOn,
      retiresOn: said.retiresOn,
      postSinceOn: said.postSinceOn,
      email: said.email,
      unitNationalId: said.unitNationalId,
      unitName: said.unitName,
      officeNationalId: said.officeNationalId,
      officeName: said.officeName,
      postClass: said.postClass,
      employment: employmentOf(status, staffKind, row),
      gradeCode: gradeIn(gradeId, grade, row),
      postKind,
      postTitle,
      postNationalId: postKind && postIds[postKind],
      echelonCode,
      functionalLevel: functionalLevelOf(postKind, level, postTitle),
    }
  },
  naturalKey: (facts) => [facts.nip],
})

interface Recorded {
  bornOn: Day | null
  sex: Sex | null
}

/** The recorded value stands; where it differs from the NIP one of the two is wrong, which a person has to look at. */
function fromNip(said: Recorded, row: Row): Recorded {
  const { nip } = row
  if (nip === null) return said
  if (said.bornOn !== null && said.bornOn !== nip.bornOn) {
    row.at('tglLahir', said.bornOn).warn('import.birth-differs', { nip: nip.bornOn })
  }
  if (said.sex !== null && said.sex !== nip.sex) row.at('jenisKelamin', said.sex).warn('import.sex-differs')
  return { bornOn: said.bornOn ?? nip.bornOn, sex: said.sex ?? nip.sex }
}

/** PPPK follows from the number; CPNS is what the nation says of a PNS who is not yet confirmed. */
function employmentOf(status: Employment | null, staffKind: string | null, row: Row): Employment | null {
  const contract = row.nip?.kind === 'PPPK'
  const said = status ?? (/pppk|perjanjian kerja/i.test(staffKind ?? '') ? 'PPPK' : null)
  if (row.nip !== null && said !== null && (said === 'PPPK') !== contract) {
    row.at('statusPegawai', status ?? staffKind).warn('import.employment-differs', { kind: row.nip.kind })
  }
  if (contract) return 'PPPK'
  return said === 'CPNS' ? 'CPNS' : 'PNS'
}

/** A PPPK's id without words could mean a PNS grade: it is left out with a warning rather than guessed. */
function gradeIn(gradeId: string | null, grade: string | null, row: Row): string | null {
  const code = gradeOf(gradeId, grade, row)
  if (code !== undefined) return code
  row.at('golRuangAkhirId', gradeId ?? grade)
  const table = gradeTableOf(row)
  return row.nip?.kind === 'PPPK'
    ? row.warn('import.code-not-in-table', { table })
    : row.refuse('import.code-unknown', { table })
}

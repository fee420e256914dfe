import { type DayNumber, national, yearOf } from './calendar.ts'
import { type Field, diplomaName, levelNames, titlesOf } from './fields.ts'
import { type Person, echelonRank, educationOf, employmentOn } from './person.ts'
import { Random, idOf, numberOf } from './random.ts'
import type { Roster } from './roster.ts'
import { type Unit, agency } from './units.ts'

export type Row = Record<string, string | number | null>

export const emailDomain = 'contoh.invalid'
const synthetic = 'data contoh'

const topic = new Map<string, number>()
const topicOf = (name: string) => topic.get(name) ?? (topic.set(name, numberOf(name)), topic.get(name)!)

/** The random numbers of one person for one subject: reading one subject never shifts another. */
export const randomOf = (person: Person, subject: string): Random =>
  new Random(person.seed, topicOf(subject), Number(person.nip.slice(0, 9)), Number(person.nip.slice(9)))

export const recordId = (person: Person, subject: string, n: number): string =>
  idOf(person.seed, topicOf(subject), Number(person.nip.slice(0, 9)), Number(person.nip.slice(9)), n)

const ids = new Map<string, string>()
/** The identifier of a thing known by its name: a diploma, a kind of post, a course. */
export const idOfName = (name: string): string => {
  const known = ids.get(name)
  if (known) return known
  const id = idOf(numberOf(name), name.length)
  ids.set(name, id)
  return id
}

export const nipOldOf = (person: Person): string | null => {
  if (person.employment === 'PPPK' || yearOf(person.start) >= 2009) return null
  return `39${String(numberOf(person.nip) % 10_000_000).padStart(7, '0')}`
}

const romanRank: Record<string, string> = { '1': 'I', '2': 'II', '3': 'III', '4': 'IV' }
export const gradeName = (code: string): string =>
  /^\d\d$/.test(code) ? `${romanRank[code[0]!]}/${' abcde'[Number(code[1])]}` : code

const echelonNames: Record<string, string> = {
  '21': 'II.a',
  '22': 'II.b',
  '31': 'III.a',
  '32': 'III.b',
  '41': 'IV.a',
  '42': 'IV.b',
}
export const echelonName = (code: string): string | null => echelonNames[code] ?? null

const groupNames = ['', '', 'JPT Pratama', 'Administrator', 'Pengawas']
const classes: Record<string, number> = {
  '21': 15,
  '22': 14,
  '31': 12,
  '32': 11,
  '41': 9,
  '42': 8,
  MA: 11,
  MU: 9,
  PT: 8,
  PY: 8,
  MH: 7,
  TR: 6,
  PM: 5,
}

export const titledName = (person: Person): string => {
  const { front, back } = titles(person)
  return `${front ? `${front} ` : ''}${person.name}${back ? `, ${back}` : ''}`
}

const titles = (person: Person) =>
  titlesOf(
    person.field,
    educationOf(person).level,
    person.education.some((step) => step.level === '42'),
  )

const studiedField = (person: Person, level: string): Field =>
  level <= '30' && person.field === 'school' ? 'administration' : person.field

/** `data-utama` of one person as it stands on a day. */
export function mainRow(person: Person, on: DayNumber): Row {
  const education = educationOf(person)
  const { front, back } = titles(person)
  const rank = echelonRank(person)
  const first = person.grades[0]!
  const grade = person.grades.at(-1)!
  const post = idOfName(person.title)
  const diploma = diplomaName(studiedField(person, education.level), education.level)
  const employment = employmentOn(person, on)
  const pns = person.employment === 'PNS'
  const slug = person.name.toLowerCase().replaceAll(' ', '.')
  return {
    id: person.id,
    nipBaru: person.nip,
    nipLama: nipOldOf(person),
    nama: person.name,
    gelarDepan: front || null,
    gelarBelakang: back || null,
    tempatLahir: person.birthPlace,
    tglLahir: national(person.born),
    jenisKelamin: person.sex,
    jenisPegawaiId: pns ? '15' : null,
    jenisPegawaiNama: pns ? 'PNS Daerah Kab/Kota yang bekerja pada Kab/Kota' : 'PPPK Daerah Kab/Kota',
    kedudukanPnsId: statusOf(person, on),
    statusPegawai: employment,
    tkPendidikanTerakhirId: education.level,
    tkPendidikanTerakhir: levelNames[education.level]!,
    pendidikanTerakhirId: idOfName(diploma),
    pendidikanTerakhirNama: diploma,
    tmtCpns: national(person.start),
    tmtPns: pns && employment === 'PNS' ? national(person.confirmed!) : null,
    tmtPensiun: national(person.retires),
    bupPensiun: String(person.retirementAge),
    unorId: person.unit.id,
    unorNama: person.unit.name,
    unorIndukId: person.unit.office!.id,
    unorIndukNama: person.unit.office!.name,
    jenisJabatanId: person.kind === 'structural' ? '1' : person.kind === 'functional' ? '2' : '4',
    jabatanNama: person.title,
    jabatanStrukturalId: person.kind === 'structural' ? person.unit.id : null,
    jabatanFungsionalId: person.kind === 'functional' ? post : null,
    jabatanFungsionalUmumId: person.kind === 'general' ? post : null,
    tmtJabatan: national(person.since),
    golRuangAwalId: first.code,
    golRuangAwal: gradeName(first.code),
    golRuangAkhirId: grade.code,
    golRuangAkhir: gradeName(grade.code),
    tmtGolAkhir: national(grade.since),
    eselonId: person.echelon,
    eselon: echelonName(person.echelon),
    eselonLevel: rank ? String(rank) : null,
    asnJenjangJabatan: person.level,
    levelJabatan: rank ? groupNames[rank]! : person.level ? 'Fungsional' : 'Pelaksana',
    kelas_jabatan: String(
      classes[person.level ?? person.echelon] ?? (education.level >= '40' ? 7 : education.level === '30' ? 6 : 5),
    ),
    instansiKerjaKodeCepat: agency.code,
    emailGov: `${slug}.${person.nip.slice(2, 8)}${person.nip.slice(15)}@${emailDomain}`,
    sintetis: synthetic,
  }
}

// kedudukanHukum: 01 active, 02 unpaid leave, 03 study assignment, 99 retired.
function statusOf(person: Person, on: DayNumber): string {
  if (person.retires <= on) return '99'
  const roll = randomOf(person, 'status').next()
  if (person.heads || person.employment === 'PPPK' || person.confirmed! > on) return '01'
  return roll < 0.004 ? '02' : roll < 0.012 ? '03' : '01'
}

/** `ref-unor` of one unit. */
export function unitRow(unit: Unit, { headOf }: Roster): Row {
  return {
    id: unit.id,
    InstansiId: agency.id,
    DiatasanId: unit.parent?.id ?? null,
    EselonId: unit.echelon || null,
    NamaUnor: unit.name,
    NamaJabatan: unit.headTitle,
    CepatKode: unit.code,
    IndukUnorId: unit.office?.id ?? unit.id,
    PemimpinPnsId: headOf.get(unit)?.id ?? null,
    sintetis: synthetic,
  }
}

/** `atasan`: the recorded exceptions to the structure. */
export const supervisorRows = (person: Person): Row[] =>
  person.exception ? [{ nip: person.nip, nipAtasan: person.supervisor!.nip, alasan: person.exception }] : []

const universities = [
  'Universitas Malikussaleh',
  'Universitas Syiah Kuala',
  'UIN Ar-Raniry',
  'Universitas Almuslim',
  'Politeknik Negeri Lhokseumawe',
  'Universitas Sumatera Utara',
  'Universitas Terbuka',
]

/** `rw-pendidikan`. */
export function educationRows(person: Person): Row[] {
  const random = randomOf(person, 'rw-pendidikan')
  const startYear = yearOf(person.start)
  const first = person.education.filter((step) => step.year <= startYear).at(-1) ?? person.education[0]
  return person.education.map((step, n) => {
    const name = diplomaName(studiedField(person, step.level), step.level)
    const { front, back } =
      step.level >= '30' ? titlesOf(person.field, step.level, step.level === '42') : { front: '', back: '' }
    const month = step.level < '30' ? 6 : random.between(2, 11)
    return {
      id: recordId(person, 'rw-pendidikan', n),
      idPns: person.id,
      nipBaru: person.nip,
      nipLama: nipOldOf(person),
      pendidikanId: idOfName(name),
      pendidikanNama: name,
      tkPendidikanId: step.level,
      tkPendidikanNama: levelNames[step.level]!,
      tahunLulus: String(step.year),
      tglLulus: `${String(random.between(1, 28)).padStart(2, '0')}-${String(month).padStart(2, '0')}-${step.year}`,
      isPendidikanPertama: step === first ? '1' : '0',
      nomorIjasah: `CONTOH-${random.between(100000, 999999)}`,
      namaSekolah:
        step.level < '30'
          ? `${levelNames[step.level]} Negeri ${random.between(1, 9)} ${person.birthPlace}`
          : random.pick(universities),
      gelarDepan: front || null,
      gelarBelakang: back || null,
      path: null,
    }
  })
}

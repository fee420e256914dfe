import type { Day } from '../../../shared/dates.ts'

/**
 * What the register knows of a person, one shape per kind of record. Codes are national codes and stay text
 * (leading zeros carry meaning). Absent is `null`, never an empty string. Names in SQL are the same in snake_case.
 */

export type Employment = 'PNS' | 'CPNS' | 'PPPK'
export type PostKind = 'structural' | 'functional' | 'general'
export type Sex = 'M' | 'F'

/** Levels of functional posts (`jenjang`), national codes. */
export type FunctionalLevel = 'PM' | 'TR' | 'MH' | 'PY' | 'PT' | 'MU' | 'MA' | 'UT'

/** From `data-utama`. Unit and post are given as the national system gives them; the register links them to its own. */
export interface PersonFacts {
  nationalId: string | null
  nip: string
  nipOld: string | null
  name: string
  titleFront: string | null
  titleBack: string | null
  birthPlace: string | null
  bornOn: Day
  sex: Sex
  employment: Employment
  /** `kedudukanHukum`: 01 active, 02 unpaid leave, 03 study, 15 under sanction, … */
  statusCode: string
  educationCode: string | null
  gradeCode: string | null
  gradeSinceOn: Day | null
  appointedOn: Day | null
  confirmedOn: Day | null
  retiresOn: Day | null
  postSinceOn: Day | null
  email: string | null
  unitNationalId: string | null
  unitName: string | null
  officeNationalId: string | null
  officeName: string | null
  postKind: PostKind | null
  postTitle: string | null
  postNationalId: string | null
  echelonCode: string | null
  functionalLevel: FunctionalLevel | null
  postClass: number | null
}

/** From `rw-pendidikan`. */
export interface EducationFacts {
  levelCode: string
  name: string | null
  school: string | null
  year: number | null
  graduatedOn: Day | null
  first: boolean
  diplomaNumber: string | null
}

/** From `rw-diklat` (`structural`) and `rw-kursus` (`course`, all other training). */
export interface TrainingFacts {
  kind: 'structural' | 'course'
  name: string
  /** `jenisDiklat` 1–25; null for structural training. */
  typeCode: string | null
  /** `latihanStruktural` 1–8; null for other training. */
  structuralCode: string | null
  /** Certificate class T, F or P. */
  certificateClass: string | null
  hours: number | null
  year: number | null
  startedOn: Day | null
  endedOn: Day | null
  provider: string | null
  certificateNumber: string | null
}

/** From `rw-skp22` (predicate) and the older `rw-skp` (a value from 0 to 120). */
export interface AppraisalFacts {
  year: number
  /** 1 above, 2 as expected, 3 below expectation. */
  result: 1 | 2 | 3 | null
  behaviour: 1 | 2 | 3 | null
  /** 1 Sangat Baik … 5 Sangat Kurang. */
  predicate: 1 | 2 | 3 | 4 | 5 | null
  value: number | null
  raterNip: string | null
  raterName: string | null
  raterPost: string | null
}

/** From `rw-golongan`. */
export interface RankFacts {
  gradeCode: string
  sinceOn: Day
  promotionKind: string | null
  decreeNumber: string | null
  decreeOn: Day | null
  serviceYears: number | null
  serviceMonths: number | null
}

/** From `rw-jabatan`. */
export interface PostingFacts {
  postKind: PostKind
  title: string
  unitNationalId: string | null
  unitName: string | null
  echelonCode: string | null
  sinceOn: Day
  decreeNumber: string | null
  decreeOn: Day | null
}

/** From `rw-hukdis`. A revoked sanction has `revokedOn`. */
export interface SanctionFacts {
  typeCode: string | null
  /** R light, S medium, B heavy (PP 94/2021). */
  level: 'R' | 'S' | 'B'
  sinceOn: Day
  untilOn: Day | null
  decreeNumber: string | null
  decreeOn: Day | null
  revokedOn: Day | null
}

/** From `ref-unor`: a unit and the one above it. */
export interface UnitFacts {
  nationalId: string
  name: string
  parentNationalId: string | null
  headTitle: string | null
  echelonCode: string | null
  headNationalId: string | null
}

export interface RecordFacts {
  person: PersonFacts
  education: EducationFacts
  training: TrainingFacts
  appraisal: AppraisalFacts
  rank: RankFacts
  posting: PostingFacts
  sanction: SanctionFacts
  unit: UnitFacts
}

export type RecordKind = keyof RecordFacts

import type { Employment, FunctionalLevel, PostKind } from '../features/people/record/rules.ts'
import type { DayNumber } from './calendar.ts'
import type { Field } from './fields.ts'
import type { JobKey } from './jobs.ts'
import type { Unit } from './units.ts'

/** One step of an education: level (`tkPendidikanId`) and the year of the diploma. */
export interface Step {
  level: string
  year: number
}

/** A synthetic civil servant, before the records about them are written. */
export interface Person {
  seed: number
  id: string
  nip: string
  name: string
  birthPlace: string
  born: DayNumber
  sex: 'M' | 'F'
  employment: 'PNS' | 'PPPK'
  /** First day of service: of a PNS as candidate, of a PPPK under the first contract. */
  start: DayNumber
  /** Day on which a candidate becomes a permanent PNS; null for PPPK. */
  confirmed: DayNumber | null
  retires: DayNumber
  retirementAge: number
  unit: Unit
  /** The unit this person heads. */
  heads: Unit | null
  job: JobKey | null
  kind: PostKind
  title: string
  level: FunctionalLevel | null
  echelon: string
  since: DayNumber
  field: Field
  education: Step[]
  /** National codes of the ranks of a PNS in order; a PPPK has one roman grade. */
  grades: { code: string; since: DayNumber }[]
  /** How able the person is, in standard deviations: the same for training, performance and assessment. */
  skill: number
  supervisor: Person | null
  /** Why the supervisor is not the one of the structure; null where it is. */
  exception: string | null
}

/** The employment on a day: a candidate (CPNS) becomes a PNS on the day of confirmation. */
export const employmentOn = (person: Person, on: DayNumber): Employment =>
  person.confirmed !== null && person.confirmed > on ? 'CPNS' : person.employment

export const educationOf = (person: Person): Step =>
  person.education.reduce((highest, step) => (step.level > highest.level ? step : highest))

/** Echelon II, III or IV as a digit, 0 for everybody without a structural post. */
export const echelonRank = (person: Person): number => (person.kind === 'structural' ? Number(person.echelon[0]) : 0)

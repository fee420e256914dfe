import gradeTables from '../../../../regions/indonesia/grades.json' with { type: 'json' }
import {
  type Codes,
  contractGrades,
  echelons,
  educationLevels,
  functionalLevels,
  grades,
  legalStatuses,
  predicates,
  sanctionTypes,
  trainingTypes,
} from '../national/codes/rules.ts'

/** A national code with its national name; a code that the table does not know is its own name. */
export interface Coded {
  code: string
  name: string
}

const named = (codes: Codes) => (code: string | null) =>
  code === null ? null : { code, name: codes.row(code)?.name ?? code }

export const educationLevel = named(educationLevels)
export const functionalLevel = named(functionalLevels)
export const legalStatus = named(legalStatuses)
export const trainingType = named(trainingTypes)
export const sanctionType = named(sanctionTypes)
export const predicate = (value: number | null) => named(predicates)(value === null ? null : String(value))

/** 00 and 99 mean: no echelon. */
export const echelon = (code: string | null) => (code === '00' || code === '99' ? null : named(echelons)(code))

/** III/c for PNS, IX for PPPK: the two tables share no code. */
export const grade = (code: string | null) =>
  code !== null && contractGrades.row(code) ? named(contractGrades)(code) : named(grades)(code)

/** Codes of all grades from the lowest: those of PNS, then those of PPPK. */
export const gradesInOrder: readonly string[] = gradeTables
  .filter((table) => table.table === 'golongan' || table.table === 'golongan PPPK')
  .flatMap((table) => table.rows.map((row) => row.code))

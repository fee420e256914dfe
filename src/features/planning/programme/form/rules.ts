import tables from '../../../../../regions/indonesia/development-forms.json' with { type: 'json' }
import type { Bilingual, Confidence } from '../../../competency/rules.ts'

export const formPaths = ['study', 'klasikal', 'non-klasikal'] as const
export type FormPath = (typeof formPaths)[number]

/** What is counted: the hours taught themselves, or so many JP per semester, day, meeting or time; a cap per day is a most. */
export type ConversionMode = 'ACTUAL' | 'PER_SEMESTER' | 'PER_DAY' | 'PER_MEETING' | 'PER_EVENT' | 'CAP_PER_DAY'

export interface Conversion {
  mode: ConversionMode
  /** JP per unit; absent for `ACTUAL`. */
  jp?: number
  /** Times the hours taught; only for `ACTUAL`. */
  factor?: number
  /** How the list prints it, where its meaning is inferred. */
  printed?: string
  capCount?: number
  capPeriod?: 'month'
  confidence?: Confidence
}

/** A national form of competency development, A1 … C11. */
export interface DevelopmentForm {
  code: string
  name: Bilingual
  path: FormPath
  /** `jenisDiklat` of BKN; null where BKN lists none. */
  trainingType: string | null
  national: Conversion
  /** Null where the list has a dash. */
  international: Conversion | null
}

const table = tables.find((one) => one.table === 'bentuk pengembangan kompetensi')!

/** All national forms in their own order. Source: Perlan 10/2018 as the BPS list of 2019 applies it. */
export const developmentForms = table.rows as readonly DevelopmentForm[]

/** Where the conversion figures come from, and how surely. */
export const formSource = { legalBasis: table.legalBasis, confidence: table.confidence as Confidence }

const byCode = new Map(developmentForms.map((form) => [form.code, form]))

export const developmentForm = (code: string): DevelopmentForm | undefined => byCode.get(code)

/** Codes of the forms on a path: klasikal, non-klasikal, or study. */
export const formsOnPath = (path: FormPath): string[] =>
  developmentForms.filter((form) => form.path === path).map(({ code }) => code)

/**
 * How many days, meetings, times or semesters must be held before so many JP are credited; null where the hours themselves
 * count. Under a monthly ceiling `months` says over how many months they spread.
 */
export function unitsFor({ mode, jp, capCount }: Conversion, hours: number): { units: number; months: number } | null {
  if (mode === 'ACTUAL' || jp === undefined) return null
  const units = Math.ceil(hours / jp)
  return { units, months: capCount === undefined ? 0 : Math.ceil(units / capCount) }
}

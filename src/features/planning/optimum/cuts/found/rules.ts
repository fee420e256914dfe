import type { Entry } from '../../matrix/rules.ts'

/** An inequality that every plan keeps and a relaxed solution breaks. */
export interface Cut {
  lower: number
  upper: number
  entries: Entry[]
  by: number
}

/** Breaches below this are rounding. */
export const least = 1e-4

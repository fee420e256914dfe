import type { Indexed } from '../../indexed/rules.ts'
import { addColumn, addRow, type Entry, type Matrix, open } from '../../matrix/rules.ts'
import { type Force, type Id, priceOf } from '../../problem/rules.ts'

/** The plan problem as a mixed-integer programme, and where to find what in it. */
export interface Model {
  matrix: Matrix
  indexed: Indexed
  /** Column of each session's "runs" and of each possible attendance. */
  session: Int32Array
  seat: Int32Array
  /** Column of "so many sessions of it run" per programme: sessions are so alike that the solver better decides on their number first. −1 without. */
  runs: Int32Array
  /** Where every floor has one price: column of all people missing to floors, and what the worth is a multiple of apart from them. */
  lattice: { column: number; grain: number; price: number } | null
  /** Column of the hours missing and of "attends something" per person; −1 without. */
  missing: Int32Array
  reached: Int32Array
  /** Rows that people share, by what they mean. */
  shared: { row: number; code: string; at: Id[] }[]
}

/** A row that may be hard, soft (a slack with a price) or off. */
export function addForced(m: Matrix, force: Force | undefined, lower: number, upper: number, entries: Entry[]): number {
  const price = priceOf(force)
  if (price === undefined) return -1
  if (price === null) return addRow(m, lower, upper, entries)
  const slack = addColumn(m, -price, 0, open, false)
  return addRow(m, lower, upper, [...entries, [slack, upper < open ? -1 : 1]])
}

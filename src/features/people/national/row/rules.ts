import type { Day } from '../../../../shared/dates.ts'
import type { RefusalParams } from '../../../../shared/refusal.ts'
import { type Nip, nipReasons } from '../../identity/rules.ts'

/** Why a row is rejected. The code is the key of its words in `refusals.<language>.json`. */
export const rowReasons = [
  ...nipReasons,
  'import.required',
  'import.person-missing',
  'import.code-unknown',
  'import.day-unreadable',
  'import.day-impossible',
  'import.day-future',
  'import.end-before-start',
  'import.number-unreadable',
  'import.number-negative',
  'import.hours-absurd',
  'import.out-of-range',
  'import.year-out-of-range',
  'import.formula',
  'import.text-too-long',
  'import.text-control',
  'import.text-encoding',
  'import.not-one-value',
  'import.id-malformed',
  'import.unit-own-parent',
] as const

/** What is worth a look in a row that is taken all the same. */
export const rowWarnings = [
  'import.sex-differs',
  'import.birth-differs',
  'import.employment-differs',
  'import.nip-differs-from-path',
  'import.code-not-in-table',
  'import.email-odd',
  'import.sanction-level-differs',
] as const

export type RowReason = (typeof rowReasons)[number]
export type RowWarning = (typeof rowWarnings)[number]

/** `column` is the column's name as the file writes it, empty where the whole row is meant; `value` is cut to 100 characters. */
export interface Reason {
  code: RowReason | RowWarning
  column: string
  value: string | null
  params: RefusalParams
}

/** One row while it is being read: all that is found wrong is collected, not the first thing only. */
export class Row {
  readonly today: Day
  readonly reasons: Reason[] = []
  readonly warnings: Reason[] = []
  /** The number of the person the row belongs to, when it is a good one. */
  nip: Nip | null = null
  /** The cell being read. */
  column = ''
  value: unknown = null
  /** Names of the fields whose cells were refused. */
  readonly refused: string[] = []

  constructor(today: Day) {
    this.today = today
  }

  refuse(code: RowReason, params: RefusalParams = {}): null {
    return this.note(this.reasons, code, params)
  }

  warn(code: RowWarning, params: RefusalParams = {}): null {
    return this.note(this.warnings, code, params)
  }

  /** A cell may be read for two purposes; what is wrong with it is said once. */
  private note(list: Reason[], code: Reason['code'], params: RefusalParams): null {
    const { column } = this
    if (!list.some((r) => r.code === code && r.column === column)) {
      list.push({ code, column, value: shown(this.value), params })
    }
    return null
  }

  /** Refuses the row for a fact that no cell gives, unless a cell that should give it was refused already. */
  missing(column: string, ...fields: string[]): void {
    if (!fields.some((name) => this.refused.includes(name))) this.at(column, null).refuse('import.required')
  }

  /** Moves to another cell, for what is found by comparing cells. */
  at(column: string, value: unknown): this {
    this.column = column
    this.value = value
    return this
  }

  /** Refuses a row whose second day lies before its first. */
  ordered(startedOn: Day | null, endedOn: Day | null, column: string): void {
    if (startedOn !== null && endedOn !== null && endedOn < startedOn) {
      this.at(column, endedOn).refuse('import.end-before-start', { start: startedOn, end: endedOn })
    }
  }
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > 100 ? `${text.slice(0, 99)}…` : text
}

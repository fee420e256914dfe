import { changed, mergeRecord } from '../../merge/rules.ts'
import type { Known, Note } from '../kind/rules.ts'

export type Outcome = 'new' | 'changed' | 'same' | 'conflict' | 'rejected'
export type Changes = Record<string, { from: unknown; to: unknown; conflict?: true }>

export interface Decided {
  outcome: Outcome
  /** The record as it will stand; null where nothing is written. */
  facts: object | null
  changes: Changes | null
  reasons: Note[]
}

/**
 * What becomes of a sound row, given the register's record of the same key. A conflict leaves its field as it is; the
 * row's other changes are taken over all the same. `open` are fields that wait for a decision: where the nation has come
 * round to the value here, or back to one that was refused before, there is nothing left to decide.
 */
export function decide(
  known: Known | undefined,
  incoming: object,
  { appendOnly = false, open = [] }: { appendOnly?: boolean; open?: readonly string[] } = {},
): Decided {
  if (!known) return { outcome: 'new', facts: incoming, changes: null, reasons: [] }
  const merge = mergeRecord(known.facts, known.local, incoming)
  const conflicts = Object.entries(merge.conflicts)
  const changes = Object.entries(merge.changes)
  if (appendOnly && changes.length > 0)
    return { outcome: 'rejected', facts: null, changes: null, reasons: changes.map(differing) }
  const given = incoming as Readonly<Record<string, unknown>>
  const settled = open
    .filter((field) => (given[field] ?? null) !== null && !Object.hasOwn(merge.conflicts, field))
    .map((field) => ({ code: 'import.conflict-settled', column: field, value: given[field], params: {} }))
  if (conflicts.length + changes.length === 0) return { outcome: 'same', facts: null, changes: null, reasons: settled }
  return {
    outcome: conflicts.length > 0 ? 'conflict' : 'changed',
    facts: changed(known.facts, merge),
    changes: {
      ...merge.changes,
      ...Object.fromEntries(
        conflicts.map(([field, { local, national }]) => [field, { from: local, to: national, conflict: true }]),
      ),
    },
    reasons: [
      ...conflicts.map(([field, { local, national }]) => ({
        code: 'import.conflict',
        column: field,
        value: national,
        params: { local: shown(local), national: shown(national) },
      })),
      ...settled,
    ],
  }
}

const differing = ([field, { from, to }]: [string, { from: unknown; to: unknown }]): Note => ({
  code: 'import.recorded-differs',
  column: field,
  value: to,
  params: { recorded: shown(from) },
})

/** A value as it stands in a sentence. */
export const shown = (value: unknown): string => (value === null || value === undefined ? '–' : String(value))

/** Where a row stands, in words for another row's reason. */
export const placeOf = (path: string, row: number, place: string | null): { path: string; row: number } => {
  if (place === null) return { path, row }
  const at = place.lastIndexOf('#')
  return { path: place.slice(0, at), row: Number(place.slice(at + 1)) }
}

/** The counts of a file or an import with every outcome in them. */
export const noRows = (): Record<Outcome, number> => ({ new: 0, changed: 0, same: 0, conflict: 0, rejected: 0 })

/**
 * Text that PostgreSQL's JSON can hold: NUL and half characters become the replacement sign. Files of foreign programs
 * do carry them; the row is then rejected with a reason instead of stopping the import.
 */
export function soundJson(value: unknown): string {
  const json = JSON.stringify(value)
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return json
  const mend = (text: string) => text.toWellFormed().replaceAll('\u0000', '\ufffd')
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return mend(part)
    if (Array.isArray(part)) return part.map(walk)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [mend(key), walk(inner)]))
  }
  return JSON.stringify(walk(value))
}

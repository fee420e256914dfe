import type { Day } from '../../../shared/dates.ts'
import type { RecordFacts, RecordKind } from '../record/rules.ts'
import { type NationalKind, nipInPath, sheets } from './kind/rules.ts'
import { type Reason, Row } from './row/rules.ts'
import type { PersonRef, Sheet } from './sheet/rules.ts'

export { kindOf, type NationalKind, nationalKinds, nipInPath } from './kind/rules.ts'
export { type Reason, rowReasons, rowWarnings } from './row/rules.ts'
export type { PersonRef } from './sheet/rules.ts'

type Stands<K extends RecordKind> = K extends RecordKind
  ? { ok: true; kind: K; person: PersonRef; recordKey: string; facts: RecordFacts[K]; warnings: Reason[] }
  : never

/** A row that stands as facts of the register, or all reasons why it does not. */
export type Reading = Stands<RecordKind> | { ok: false; person: PersonRef; reasons: Reason[] }

/**
 * Reads one national record. Its person is the NIP in the row, else the NIP in the file's path, else the national id
 * of a person; a NIP in the row that is wrong is never replaced by the path's. `recordKey` is the national `id`, else
 * what tells two records of one person apart. All reasons of the row are collected; nothing throws.
 */
export function readRecord(
  kind: NationalKind,
  values: Readonly<Record<string, unknown>>,
  { path, today }: { path: string; today: Day },
): Reading {
  const row = new Row(today)
  const { record, person, recordKey, facts } = (sheets[kind] as Sheet).read(values, nipInPath(path), row)
  if (row.reasons.length > 0) return { ok: false, person, reasons: row.reasons }
  // Without a reason no required fact is missing: each is either required by its field or checked where it is made.
  return { ok: true, kind: record, person, recordKey, facts, warnings: row.warnings } as Reading
}

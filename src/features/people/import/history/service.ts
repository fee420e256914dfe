import type { Target } from '../kind/rules.ts'
import { applyHistory, type HistoryTable, loadHistory } from './queries.ts'

/**
 * Where the rows of a history land, for any feature's table with `person_id`, `record_key` and the columns every record
 * of the register has. `columns` names, for each fact that is a NIP of another person, the file's column for the reason.
 */
export const historyTarget = (table: HistoryTable, columns: Readonly<Record<string, string>> = {}): Target => ({
  record: table.record,
  ...(table.appendOnly ? {} : { table: table.table }),
  owner: 'person',
  appendOnly: table.appendOnly,
  links: columns,
  load: (db, rows) => loadHistory(db, table, rows),
  apply: (db, file) => applyHistory(db, table, file),
})

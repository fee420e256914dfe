import type { Day } from '../../../../shared/dates.ts'
import { columnKey } from '../../national/sheet/rules.ts'
import { isNip, readNip } from '../../identity/rules.ts'
import type { Note, Read } from '../kind/rules.ts'

/** Our own file `atasan`: whose supervisor is not the one the structure gives, and why. */
export const exceptionColumns = { nip: 'nip', supervisor: 'nipAtasan', reason: 'alasan' } as const

const longestReason = 500

export const carriesExceptions = (path: string, columns: readonly string[]): boolean => {
  const present = new Set(columns.map(columnKey))
  const named = /(?:^|[/\\])atasan\b[^/\\]*$/i.test(path)
  return named || Object.values(exceptionColumns).every((column) => present.has(columnKey(column)))
}

/** Reads one exception; every reason of the row is collected. */
export function readException(values: Readonly<Record<string, unknown>>, today: Day): Read {
  const reasons: Note[] = []
  const cell = (column: string) => {
    const found = Object.entries(values).find(([name]) => columnKey(name) === columnKey(column))
    return { column: found?.[0] ?? column, value: typeof found?.[1] === 'string' ? found[1].trim() : found?.[1] }
  }
  const nipIn = (column: string): string => {
    const { column: name, value } = cell(column)
    const read = readNip(typeof value === 'string' || typeof value === 'number' ? value : '', today)
    if (isNip(read)) return read.nip
    reasons.push({ code: read.code, column: name, value: value ?? null, params: read.params })
    return ''
  }
  const nip = nipIn(exceptionColumns.nip)
  const supervisorNip = nipIn(exceptionColumns.supervisor)
  const { column, value } = cell(exceptionColumns.reason)
  const refuse = (code: string, params = {}) => reasons.push({ code, column, value: value ?? null, params })
  const reason = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  if (reason === '') refuse('import.required')
  else if (/^[=+@]/.test(reason)) refuse('import.formula')
  else if (reason.length > longestReason) refuse('import.text-too-long', { n: reason.length, max: longestReason })
  if (nip !== '' && nip === supervisorNip) refuse('import.own-supervisor')
  const person = nip === '' ? {} : { nip }
  if (reasons.length > 0) return { ok: false, person, reasons }
  return { ok: true, person, recordKey: 'supervisor', facts: { supervisorNip, reason }, warnings: [] }
}

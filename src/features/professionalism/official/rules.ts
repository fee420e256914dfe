import { type Day, yearOf } from '../../../shared/dates.ts'
import { isNip, readNip } from '../../people/identity/rules.ts'
import type { Note, Read } from '../../people/import/kind/rules.ts'
import { amount, day, type Filled, type Reader, sound, year } from '../../people/national/cells/rules.ts'
import { nipInPath } from '../../people/national/kind/rules.ts'
import { Row } from '../../people/national/row/rules.ts'
import { columnKey } from '../../people/national/sheet/rules.ts'

/** The index as BKN itself computed it; a dimension it does not say is null. */
export interface OfficialFacts {
  year: number
  qualification: number | null
  competence: number | null
  performance: number | null
  discipline: number | null
  total: number
  statedOn: Day | null
}

const own = ['kualifikasi', 'kompetensi', 'kinerja', 'disiplin']

export const carriesOfficialValues = (path: string, columns: readonly string[]): boolean => {
  if (/nilai[-_ ]?ip[-_ ]?asn/i.test(path)) return true
  const present = new Set(columns.map(columnKey))
  return own.every((column) => present.has(column)) && (present.has('subtotal') || present.has('total'))
}

const points = amount(0, 100)

/**
 * Reads one row of `nilaiipasn`. The year is `tahun`, else that of `created_at`; the total is `total`, else `subtotal`.
 * A total that is not the sum of its dimensions is taken as it stands, with a warning: it is BKN's to be right.
 */
export function readOfficial(
  values: Readonly<Record<string, unknown>>,
  { path, today }: { path: string; today: Day },
): Read {
  const row = new Row(today)
  const cells = new Map(Object.entries(values).map(([column, value]) => [columnKey(column), { column, value }]))
  const say = <T>(reader: Reader<T>, ...columns: string[]): T | null => {
    for (const name of columns) {
      const cell = cells.get(columnKey(name))
      const value = filled(cell?.value)
      if (cell === undefined || value === null) continue
      row.at(cell.column, value)
      return typeof value !== 'string' || sound(value, row) ? reader(value, row) : null
    }
    return null
  }

  const nip = say(nipOf, 'nipBaru', 'nip') ?? nipFromPath(path, row)
  const statedOn = say(day('past'), 'created_at', 'updated')
  const saidYear = say(year, 'tahun') ?? (statedOn === null ? null : yearOf(statedOn))
  const qualification = say(points, 'kualifikasi')
  const competence = say(points, 'kompetensi')
  const performance = say(points, 'kinerja')
  const discipline = say(points, 'disiplin')
  const total = say(points, 'total', 'subtotal')
  if (row.reasons.length === 0 && saidYear === null) row.at('tahun', null).refuse('import.required')
  if (row.reasons.length === 0 && total === null) row.at('subtotal', null).refuse('import.required')
  const person = nip === null ? {} : { nip }
  if (row.reasons.length > 0 || saidYear === null || total === null) return { ok: false, person, reasons: row.reasons }
  const facts: OfficialFacts = { year: saidYear, qualification, competence, performance, discipline, total, statedOn }
  return { ok: true, person, recordKey: String(saidYear), facts, warnings: [...row.warnings, ...sumNote(facts)] }
}

function sumNote({ qualification, competence, performance, discipline, total }: OfficialFacts): Note[] {
  if (qualification === null || competence === null || performance === null || discipline === null) return []
  const sum = Math.round((qualification + competence + performance + discipline) * 100) / 100
  if (Math.abs(sum - total) < 0.011) return []
  return [{ code: 'index.official-sum', column: 'subtotal', value: total, params: { sum } }]
}

const nipOf: Reader<string> = (value, row) => {
  const read = readNip(typeof value === 'boolean' ? String(value) : value, row.today)
  return isNip(read) ? read.nip : row.refuse(read.code, read.params)
}

function nipFromPath(path: string, row: Row): string | null {
  if (row.reasons.length > 0) return null
  const found = nipInPath(path)
  return found === undefined ? row.at('', null).refuse('import.person-missing') : nipOf(found, row.at('', found))
}

/** A cell that says something; a date cell as its day. */
function filled(value: unknown): Filled | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
  if (typeof value === 'number' || typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' || text === '-' ? null : text
}

import { type Day, dayOf, parseDay, yearOf } from '../../../../shared/dates.ts'
import parameters from '../../../../../regions/indonesia/import-parameters.json' with { type: 'json' }
import type { Codes } from '../codes/rules.ts'
import type { Row } from '../row/rules.ts'

/** A cell that holds something: text is trimmed and never empty. */
export type Filled = string | number | boolean

/** Makes a value of a cell. What is wrong goes to the row, and the answer is then null; null alone means "says nothing". */
export type Reader<T> = (value: Filled, row: Row) => T | null

const formula = /^(?:=|[+\-@]\s*[A-Za-z][\w.]*\(|[+\-@].*\|.*!)/
const controls =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/
// UTF-8 read as Latin-1 or Windows-1252 leaves these pairs behind.
const mojibake = /\ufffd|[ÂÃ][\u0080-\u00bf]|â€|ï»¿|ðŸ/

/** Whether a text may be read at all: no formula, nothing invisible, no sign of a wrong encoding. */
export function sound(text: string, row: Row): boolean {
  const first = text.charCodeAt(0)
  if ((first === 61 || first === 43 || first === 45 || first === 64) && formula.test(text.slice(0, 500))) {
    row.refuse('import.formula')
    return false
  }
  if (/^[\x20-\x7e]*$/.test(text)) return true
  if (mojibake.test(text) || !text.isWellFormed()) {
    row.refuse('import.text-encoding')
    return false
  }
  if (controls.test(text)) {
    row.refuse('import.text-control')
    return false
  }
  return true
}

/** Text on one line, at most `longest` characters. */
export const text =
  (longest = 255): Reader<string> =>
  (value, row) => {
    const line = String(value).normalize('NFC').replace(/\s+/g, ' ')
    if (line.length <= longest) return line
    return row.refuse('import.text-too-long', { max: longest, n: line.length })
  }

/** A national id: 32 to 36 hexadecimal characters as a rule, at most 42. */
export const id: Reader<string> = (value, row) => {
  const key = String(value)
  return /^[\w-]{1,42}$/.test(key) ? key : row.refuse('import.id-malformed')
}

const emptyDay = /^0{1,4}[-/.]0{1,2}[-/.]0{1,4}(?:\D.*)?$/
const dayLike = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/
const firstSerial = 10_000
const lastSerial = 80_000

/** A calendar day: `dd-mm-yyyy`, `yyyy-mm-dd`, or a spreadsheet's day number (1927 to 2119). */
export const day =
  (tense: 'any' | 'past' = 'any'): Reader<Day> =>
  (value, row) => {
    const given = String(value)
    if (emptyDay.test(given)) return null
    const serial = /^\d{5}(?:\.\d+)?$/.test(given) ? Math.floor(Number(given)) : 0
    const read = serial >= firstSerial && serial <= lastSerial ? serialDay(serial) : parseDay(withoutTime(given))
    if (read === undefined) return row.refuse(dayLike.test(given) ? 'import.day-impossible' : 'import.day-unreadable')
    if (tense === 'past' && read > row.today) return row.refuse('import.day-future')
    return read
  }

const withoutTime = (given: string) => given.replace(/[ T]\d{1,2}:\d{2}.*$/, '')

function serialDay(serial: number): Day | undefined {
  const at = new Date(Date.UTC(1899, 11, 30 + serial))
  return dayOf(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())
}

const plainNumber = /^-?\d+(?:[.,]\d+)?$/

/** `20`, `20.0`, `20,5`. Three digits after the sign could be thousands or a fraction: not read rather than guessed. */
function numberIn(value: Filled, row: Row): number | null {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  const given = String(value)
  if (!plainNumber.test(given) || /[.,]\d{3}$/.test(given)) return row.refuse('import.number-unreadable')
  return Number(given.replace(',', '.'))
}

/** A number within bounds, both included. */
export const amount =
  (least: number, most: number): Reader<number> =>
  (value, row) => {
    const n = numberIn(value, row)
    if (n === null || (n >= least && n <= most)) return n
    return row.refuse('import.out-of-range', { min: least, max: most })
  }

/** A whole number within bounds, both included. */
export const count =
  (least: number, most: number): Reader<number> =>
  (value, row) => {
    const n = numberIn(value, row)
    if (n === null || (Number.isInteger(n) && n >= least && n <= most)) return n
    return row.refuse('import.out-of-range', { min: least, max: most })
  }

/** Lesson hours (JP) of one training, also written "20 JP". */
export const hours: Reader<number> = (value, row) => {
  const n = numberIn(typeof value === 'string' ? value.replace(/\s?(?:jp|jam)$/i, '') : value, row)
  if (n === null) return null
  if (n < 0) return row.refuse('import.number-negative')
  const max = parameters.plausible.trainingHours
  return n > max ? row.refuse('import.hours-absurd', { max }) : n
}

/** A calendar year, not later than this year. */
export const year: Reader<number> = (value, row) => {
  const n = numberIn(value, row)
  if (n === null || n === 0) return null
  const { firstYear } = parameters.plausible
  if (Number.isInteger(n) && n >= firstYear && n <= yearOf(row.today)) return n
  return row.refuse('import.year-out-of-range', { min: String(firstYear), max: String(yearOf(row.today)) })
}

export const flag: Reader<boolean> = (value) => /^(?:1|true|y|ya|yes|t)$/i.test(String(value))

/** An address of e-mail in lower case. An odd one is left out with a warning: it must not cost the person's row. */
export const email: Reader<string> = (value, row) => {
  const address = String(value).toLowerCase()
  return /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(address) && address.length <= 254
    ? address
    : row.warn('import.email-odd')
}

/** A code of a table, given as its code or its name. Of a table known in part, unknown codes are kept with a warning. */
export const codeOf =
  (codes: Codes): Reader<string> =>
  (value, row) => {
    const given = String(value)
    const code = codes.find(given)
    if (code !== undefined) return code
    if (codes.complete || !/^\w{1,10}$/.test(given)) return row.refuse('import.code-unknown', { table: codes.table })
    row.warn('import.code-not-in-table', { table: codes.table })
    return given
  }

/** As `codeOf`, for columns that also hold free words: those say nothing instead of being refused. */
export const codeIfKnown =
  (codes: Codes): Reader<string> =>
  (value) =>
    codes.find(String(value)) ?? null

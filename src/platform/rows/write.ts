import { Readable } from 'node:stream'
import { packed, type Part } from './packing.ts'
import { cellXml, sheetName, sheetStart, sheetEnd, styles, workbookParts } from './parts.ts'

export interface Column {
  /** The row's field. */
  field: string
  heading: string
  /** In characters; taken from the heading where absent. */
  width?: number
}

export type Rows = Iterable<Record<string, unknown>> | AsyncIterable<Record<string, unknown>>

export interface Sheet {
  name: string
  columns: readonly Column[]
  rows: Rows
}

/** Rows a sheet can hold, with its heading. */
const mostRows = 1_048_576
const pieceCharacters = 64 * 1024

/**
 * A workbook as a stream of bytes, written while it is read, in memory that does not grow with the rows.
 *
 * Texts are text cells in text format: an NIP keeps its 18 digits, a code its leading zeros, and `=1+1` stays a text
 * that no spreadsheet computes. Finite numbers are numbers, `null` and `undefined` blank, objects their JSON. The
 * heading is bold and stays in sight. Rows beyond a sheet's limit continue on a sheet of their own. Names of sheets
 * are made fit and unique. The stream fails with what `sheets` or `rows` throw.
 */
export function rowsToXlsx(sheets: Iterable<Sheet> | AsyncIterable<Sheet>): Readable {
  return Readable.from(packed(workbook(sheets)), { objectMode: false })
}

async function* workbook(sheets: Iterable<Sheet> | AsyncIterable<Sheet>): AsyncGenerator<Part> {
  const names: string[] = []
  for await (const sheet of sheets) {
    const rows = each(sheet.rows)
    try {
      let next = await rows.next()
      const take = async () => {
        const { value, done } = next
        if (done) return undefined
        next = await rows.next()
        return value
      }
      do {
        names.push(sheetName(sheet.name, names))
        yield { path: `xl/worksheets/sheet${names.length}.xml`, content: sheetContent(sheet.columns, take) }
      } while (!next.done)
    } finally {
      await rows.return(undefined)
    }
  }
  if (names.length === 0) throw new RangeError('a workbook needs a sheet')
  for (const { path, xml } of workbookParts(names)) yield { path, content: [Buffer.from(xml)] }
}

async function* each(rows: Rows): AsyncGenerator<Record<string, unknown>, undefined> {
  yield* rows
  return undefined
}

async function* sheetContent(
  columns: readonly Column[],
  take: () => Promise<Record<string, unknown> | undefined>,
): AsyncGenerator<Buffer> {
  const rowXml = (row: number, values: unknown[], style: number) =>
    `<row r="${row}">${values.map((value, column) => cellXml(column, row, value, style)).join('')}</row>`
  let xml = sheetStart(columns.map(({ heading, width }) => width ?? Math.min(60, Math.max(10, heading.length + 2))))
  xml += rowXml(1, columns.map(({ heading }) => heading), styles.heading) // prettier-ignore
  for (let row = 2; row <= mostRows; row += 1) {
    const values = await take()
    if (!values) break
    xml += rowXml(row, columns.map(({ field }) => values[field]), styles.text) // prettier-ignore
    if (xml.length < pieceCharacters) continue
    yield Buffer.from(xml)
    xml = ''
  }
  yield Buffer.from(xml + sheetEnd)
}

/**
 * CSV as a stream of bytes, with a byte order mark so that spreadsheets take it as UTF-8. A text that a spreadsheet
 * would compute (it begins with `=`, `+`, `-`, `@`, tab or line end) gets an apostrophe in front.
 */
export function rowsToCsv(columns: readonly Column[], rows: Rows, delimiter: ',' | ';' | '\t' = ','): Readable {
  async function* lines() {
    const line = (cells: unknown[]) => `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`
    let text = `\ufeff${line(columns.map(({ heading }) => heading))}`
    for await (const values of rows) {
      text += line(columns.map(({ field }) => values[field]))
      if (text.length < pieceCharacters) continue
      yield Buffer.from(text)
      text = ''
    }
    yield Buffer.from(text)
  }
  return Readable.from(lines(), { objectMode: false })
}

function csvCell(value: unknown, delimiter: string): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

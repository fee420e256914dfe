import { type FileHandle, mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CellValue, writeXlsx } from 'hucre'
import { type CityOptions, generateCity, kinds } from './city.ts'
import type { Kind } from './dirt.ts'
import type { Row } from './records-identity.ts'

export interface WrittenFile {
  path: string
  kind: Kind
  rows: number
}

/** One file of each kind; the formats differ on purpose, as the files of a real agency do. */
export const formats: Record<Kind, 'json' | 'csv' | 'csv-windows-1252' | 'xlsx'> = {
  'ref-unor': 'json',
  'data-utama': 'json',
  'rw-pendidikan': 'json',
  'rw-diklat': 'csv-windows-1252',
  'rw-kursus': 'json',
  'rw-skp22': 'json',
  'rw-golongan': 'json',
  'rw-jabatan': 'json',
  'rw-hukdis': 'xlsx',
  nilaiipasn: 'json',
  asesmen: 'csv',
  atasan: 'xlsx',
}

const endings = { json: 'json', csv: 'csv', 'csv-windows-1252': 'csv', xlsx: 'xlsx' } as const

interface Sink {
  rows: number
  add(row: Row): Promise<void> | void
  end(): Promise<void>
}

/**
 * Writes the city as national-format files into a folder, in one pass over the persons. The two spreadsheets hold a few rows
 * per thousand persons and are put together in memory; everything else streams.
 */
export async function writeCity(folder: string, options: CityOptions): Promise<WrittenFile[]> {
  await mkdir(folder, { recursive: true })
  const files = kinds.map((kind) => ({ kind, path: join(folder, `${kind}.${endings[formats[kind]]}`) }))
  const sinks = {} as Record<Kind, Sink>
  for (const { kind, path } of files) sinks[kind] = await sinkOf(formats[kind], kind, path)
  for (const [kind, row] of generateCity(options).stream()) {
    const full = sinks[kind].add(row)
    if (full) await full
  }
  for (const { kind } of files) await sinks[kind].end()
  return files.map(({ kind, path }) => ({ path, kind, rows: sinks[kind].rows }))
}

async function sinkOf(format: (typeof formats)[Kind], kind: Kind, path: string): Promise<Sink> {
  if (format === 'xlsx') return sheet(kind, path)
  const file = await open(path, 'w')
  if (format === 'json')
    return text(file, encodeUtf8, (row, first) => `${first ? '[\n' : ',\n'}${JSON.stringify(row)}`, '\n]\n')
  const separator = format === 'csv' ? ',' : ';'
  return text(file, format === 'csv' ? encodeUtf8 : encodeWindows1252, (row, first) => {
    const line = `${Object.values(row)
      .map((value) => cell(value, separator))
      .join(separator)}\r\n`
    return first ? `${Object.keys(row).join(separator)}\r\n${line}` : line
  })
}

const chunkLength = 1 << 18

function text(
  file: FileHandle,
  encode: (text: string) => Buffer,
  lineOf: (row: Row, first: boolean) => string,
  tail = '',
): Sink {
  let waiting = ''
  const flush = async () => {
    const chunk = encode(waiting)
    waiting = ''
    await file.write(chunk)
  }
  return {
    rows: 0,
    add(row) {
      waiting += lineOf(row, this.rows++ === 0)
      return waiting.length > chunkLength ? flush() : undefined
    },
    async end() {
      waiting += this.rows === 0 && tail ? '[]\n' : tail
      await flush()
      await file.close()
    },
  }
}

function cell(value: Row[string] | undefined, separator: string): string {
  const content = value === null || value === undefined ? '' : String(value)
  return /["\r\n]/.test(content) || content.includes(separator) ? `"${content.replaceAll('"', '""')}"` : content
}

const encodeUtf8 = (content: string) => Buffer.from(content, 'utf8')

/** Windows-1252 is Latin-1 but for a few characters; these two are the ones the data use. */
const encodeWindows1252 = (content: string) =>
  Buffer.from(content.replaceAll('–', '\u0096').replaceAll('’', '\u0092'), 'latin1')

function sheet(kind: Kind, path: string): Sink {
  const rows: CellValue[][] = []
  const cells = new Map<string, { formula: string; formulaResult: CellValue }>()
  return {
    rows: 0,
    add(row) {
      if (this.rows++ === 0) rows.push(Object.keys(row))
      const values = Object.values(row)
      values.forEach((value, column) => {
        if (typeof value === 'string' && value.startsWith('='))
          cells.set(`${rows.length},${column}`, { formula: value.slice(1), formulaResult: 'buka' })
      })
      rows.push(values)
    },
    async end() {
      // A fixed date: the same city must be the same bytes.
      const made = new Date(Date.UTC(2026, 0, 1))
      await writeFile(
        path,
        await writeXlsx({ properties: { created: made, modified: made }, sheets: [{ name: kind, rows, cells }] }),
      )
    },
  }
}

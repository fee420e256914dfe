import { Parser } from 'csv-parse'
import { type Input, type RowEvent, Unreadable } from './events.ts'
import { Table } from './table.ts'

/** Reads UTF-8 CSV. Values are text, trimmed; the row number is the line on which the record begins. */
export async function* readCsv(
  { path, bytes, limits }: Input,
  head: string,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<RowEvent[]> {
  const declared = /^sep=([,;\t|])\r?\n/i.exec(head)?.[1]
  const table = new Table(path, limits)
  let events: RowEvent[] = [{ type: 'file', path, bytes }]
  let fault: unknown
  let line = 1
  const take = (cells: string[]): null => {
    const row = line
    line += 1 + lineEndsIn(cells)
    if (!(declared && row === 1) && !fault)
      try {
        table.take(row, cells, events)
      } catch (error) {
        fault = error
      }
    return null
  }
  const parser = new Parser({
    delimiter: declared ?? delimiterOf(head),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.recordBytes,
    on_record: take as (cells: unknown) => null,
  })
  parser.on('error', () => (fault ??= new Unreadable('file.broken-csv', { line })))
  parser.resume()
  const told = () => {
    const batch = events
    events = []
    return batch
  }
  for await (const chunk of chunks) {
    await new Promise<void>((resolve) => parser.write(chunk, () => resolve()))
    yield told()
    if (fault) throw fault
  }
  await new Promise<void>((resolve) => parser.once('close', resolve).end())
  if (!fault) table.finish(events)
  yield told()
  if (fault) throw fault
}

/** Line ends inside quoted cells. */
function lineEndsIn(cells: string[]): number {
  let count = 0
  for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) count += cell.split(/\r\n|\n|\r/).length - 1
  return count
}

/** The delimiter whose number is the same on most of the first lines, quotes apart: commas inside names are irregular. */
function delimiterOf(head: string): string {
  const text = head.slice(0, 16_384).replace(/"(?:[^"]|"")*"/g, '')
  const lines = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  let best = { delimiter: ',', agreeing: 0, number: 0 }
  for (const delimiter of [',', ';', '\t', '|']) {
    const numbers = lines.map((line) => line.split(delimiter).length - 1)
    for (const number of new Set(numbers)) {
      const agreeing = numbers.filter((other) => other === number).length
      const better = agreeing > best.agreeing || (agreeing === best.agreeing && number > best.number)
      if (number > 0 && better) best = { delimiter, agreeing, number }
    }
  }
  return best.delimiter
}

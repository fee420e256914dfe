import { columnOf, isoText, numberText } from './cells.ts'
import { type Input, type Limits, type RowEvent, Unreadable } from './events.ts'
import { attribute, type Handlers, markup, unescaped } from './markup.ts'
import { Table } from './table.ts'
import { partText, type Workbook } from './workbook.ts'

/** What one cell gathers while it is read. */
interface Cell {
  column: number
  type: string
  style: number
  text: string
  formula: string | undefined
}

/**
 * Reads one sheet. Values are text as a person sees them, but a formula comes as `=…`, never as its result: what it
 * shows on another machine is not known. A sheet without any filled cell tells nothing.
 */
export async function* readSheet(
  { path, bytes, limits }: Input,
  workbook: Workbook,
  entry: Workbook['sheets'][number]['entry'],
): AsyncGenerator<RowEvent[]> {
  const table = new Table(path, limits)
  let events: RowEvent[] = []
  let begun = false
  const told = () => {
    const batch: RowEvent[] = begun || events.length === 0 ? events : [{ type: 'file', path, bytes }, ...events]
    begun ||= events.length > 0
    events = []
    return batch
  }
  const rows = sheetRows(workbook, limits, (row, cells) => {
    table.take(row, cells, events)
  })
  try {
    for await (const _ of markup(await partText(workbook.parts, entry), rows)) yield told()
    table.finish(events)
    yield told()
  } catch (fault) {
    if (!begun) events.unshift({ type: 'file', path, bytes })
    yield events
    throw fault
  }
}

function sheetRows(workbook: Workbook, limits: Limits, tell: (row: number, cells: string[]) => void): Handlers {
  let row = 0
  let cells: string[] = []
  let characters = 0
  let cell: Cell | undefined
  let into: 'text' | 'formula' | undefined
  let phonetic = false
  return {
    open(name, attributes) {
      if (name === 'c') {
        const reference = attribute(attributes, 'r')
        const column = reference ? columnOf(reference) : cells.length
        if (column < 0 || column > 16_383) throw new Unreadable('file.broken-workbook')
        const style = attribute(attributes, 's')
        cell = {
          column,
          type: attribute(attributes, 't') ?? 'n',
          style: style === undefined ? -1 : Number(style),
          text: '',
          formula: undefined,
        }
      } else if (name === 'row') {
        row = Number(attribute(attributes, 'r')) || row + 1
        cells = []
        characters = 0
      } else if (!cell) return
      else if (name === 'v' || name === 't') into = phonetic ? undefined : 'text'
      else if (name === 'rPh') phonetic = true
      else if (name === 'f') {
        into = 'formula'
        cell.formula = ''
      }
    },
    text(piece) {
      if (!cell || !into) return
      characters += piece.length
      if (characters > limits.recordBytes) throw new Unreadable('file.long-record', { row, bytes: limits.recordBytes })
      if (into === 'text') cell.text += piece
      else cell.formula += piece
    },
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') into = undefined
      else if (name === 'rPh') phonetic = false
      else if (name === 'c' && cell) {
        const text = cellText(cell, workbook)
        // Cells far to the right are passed on as extras; padding up to column XFD would cost more than it tells.
        const column = Math.min(cell.column, limits.columns)
        while (cells.length < column) cells.push('')
        if (text !== '' || column < limits.columns) cells[column] = text
        cell = undefined
      } else if (name === 'row') tell(row, cells)
    },
  }
}

function cellText({ type, style, text, formula }: Cell, { texts, moments, from1904 }: Workbook): string {
  if (formula !== undefined) return `=${formula}`
  switch (type) {
    case 's':
      return text === '' ? '' : (texts.at(Number(text)) ?? '')
    case 'b':
      return text === '1' || text === 'true' ? 'TRUE' : text === '' ? '' : 'FALSE'
    case 'd':
      return isoText(text)
    case 'n':
      return text === '' ? '' : numberText(text, moments[style], from1904)
    default:
      return unescaped(text)
  }
}

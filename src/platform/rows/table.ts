import { type Limits, type RowEvent, Unreadable } from './events.ts'

/** Titles may stand above the headings; with more single cells than this, the file is a list of one column. */
const mostTitleRows = 20
/** Cells under no heading that are passed on; more would only repeat the finding. */
const mostExtras = 100

interface Line {
  row: number
  cells: readonly string[]
}

/**
 * Turns lines of cells into rows with headings; what CSV and spreadsheets share.
 *
 * The headings are the first row with two filled cells or more (rows with one are titles above the table), or the very
 * first where no row has two. Blank rows are skipped. Every heading gives a value, blank cells as `''`; a CSV line that
 * ends early lacks the keys it does not reach. Filled cells under no heading come as `__extra`, a list of texts:
 * whether that spoils the row is for the reader's caller to judge.
 */
export class Table {
  private readonly path: string
  private readonly limits: Limits
  private headings: string[] | undefined
  private held: Line[] = []

  constructor(path: string, limits: Limits) {
    this.path = path
    this.limits = limits
  }

  /** @throws Unreadable `file.no-header`, `file.duplicate-column`, `file.too-many-columns` */
  take(row: number, cells: readonly string[], events: RowEvent[]): void {
    if (this.headings) return this.tell(this.headings, row, cells, events)
    const filled = cells.filter((cell) => cell.trim() !== '').length
    if (filled === 0) return
    if (filled > 1) {
      this.held = []
      this.headings = this.headingsOf({ row, cells })
    } else {
      this.held.push({ row, cells })
      if (this.held.length > mostTitleRows) this.finish(events)
    }
  }

  /** To be called after the last line. */
  finish(events: RowEvent[]): void {
    const [first, ...others] = this.held
    this.held = []
    if (!first) return
    this.headings = this.headingsOf(first)
    for (const line of others) this.tell(this.headings, line.row, line.cells, events)
  }

  private tell(headings: string[], row: number, cells: readonly string[], events: RowEvent[]): void {
    const values: Record<string, unknown> = {}
    const extra: string[] = []
    let filled = false
    for (let column = 0; column < cells.length; column += 1) {
      const cell = (cells[column] as string).trim()
      if (cell !== '') filled = true
      const heading = headings[column]
      if (heading) values[heading] = cell
      else if (cell !== '' && extra.length < mostExtras) extra.push(cell)
    }
    if (!filled) return
    if (extra.length > 0) values.__extra = extra
    events.push({ type: 'row', path: this.path, row, values })
  }

  private headingsOf({ row, cells }: Line): string[] {
    const headings = cells.map((cell) => cell.replace(/[\s\u200b\ufeff]+/g, ' ').trim())
    while (headings.at(-1) === '') headings.pop()
    if (headings.length > this.limits.columns)
      throw new Unreadable('file.too-many-columns', { columns: headings.length, limit: this.limits.columns })
    const named = headings.filter((heading) => heading !== '')
    if (named.some(isIdentity) || named.filter(isDatum).length * 2 >= named.length)
      throw new Unreadable('file.no-header', { row })
    const seen = new Set<string>()
    for (const heading of named) {
      if (seen.has(heading)) throw new Unreadable('file.duplicate-column', { column: heading.slice(0, 100), row })
      seen.add(heading)
    }
    return headings
  }
}

const isIdentity = (cell: string): boolean => /^'?\d{16,18}$/.test(cell)
const isDatum = (cell: string): boolean => /^[-+'=]?[\d\s.,/:%-]*\d[\d\s.,/:%-]*$/.test(cell)

import { type KeyboardEvent, useRef } from 'react'
import { Link } from './link.tsx'
import styles from './heatMap.module.css'

/** 0 meets the standard, 4 is farthest from it; `none` where nothing may be shown (too few people, not measured). */
export type Heat = 0 | 1 | 2 | 3 | 4 | 'none'

export interface HeatCell {
  /** What stands in the cell: the number is the meaning, the colour only helps to find it. */
  text: string
  /** Absent where the number has no good or bad. */
  heat?: Heat
  /** Read out in place of a bare number. */
  label?: string
  to?: string
  search?: Record<string, string | undefined>
}

export interface HeatMapProps {
  caption: string
  /** The heading above the row names. */
  corner: string
  columns: readonly { key: string; label: string }[]
  rows: readonly { key: string; label: string; to?: string; cells: readonly (HeatCell | undefined)[] }[]
  /** What the colours mean, from 0 on. */
  legend?: readonly { heat: Heat; label: string }[]
}

/** A coloured table: arrows move between cells, it scrolls inside itself, and every cell says its number. */
export function HeatMap({ caption, corner, columns, rows, legend }: HeatMapProps) {
  const table = useRef<HTMLTableElement>(null)
  return (
    <figure className={styles.figure}>
      {legend && <Legend items={legend} />}
      <div className={styles.frame}>
        <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
          <table ref={table} className={styles.table} onKeyDown={(e) => moveBetweenCells(e, table.current)}>
            <caption className="quietly">{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{corner}</th>
                {columns.map((column) => (
                  <th key={column.key} scope="col" className={styles.column}>
                    <span>{column.label}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">
                    <span className={styles.name}>{row.to ? <Link to={row.to}>{row.label}</Link> : row.label}</span>
                  </th>
                  {columns.map((column, i) => (
                    <Cell key={column.key} cell={row.cells[i]} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </figure>
  )
}

function Cell({ cell }: { cell: HeatCell | undefined }) {
  if (!cell) return <td className={styles.cell} data-heat="none" aria-label="–" />
  const words = (
    <>
      <span aria-hidden={cell.label !== undefined}>{cell.text}</span>
      {cell.label && <span className="quietly">{cell.label}</span>}
    </>
  )
  return (
    <td className={styles.cell} data-heat={cell.heat}>
      {cell.to ? (
        <Link to={cell.to} search={cell.search}>
          {words}
        </Link>
      ) : (
        words
      )}
    </td>
  )
}

const Legend = ({ items }: { items: NonNullable<HeatMapProps['legend']> }) => (
  <ul className={styles.legend}>
    {items.map((item) => (
      <li key={item.label}>
        <span className={styles.swatch} data-heat={item.heat} aria-hidden /> {item.label}
      </li>
    ))}
  </ul>
)

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

function moveBetweenCells(e: KeyboardEvent, table: HTMLTableElement | null): void {
  const step = steps[e.key]
  const from = (e.target as HTMLElement).closest('td, th') as HTMLTableCellElement | null
  if (!step || !from || !table) return
  const row = (from.parentElement as HTMLTableRowElement).rowIndex + step[0]
  const link = table.rows[row]?.cells[from.cellIndex + step[1]]?.querySelector('a')
  if (!link) return
  e.preventDefault()
  link.focus()
}

import type { ReactNode } from 'react'
import type { Asked } from '../api.ts'
import type { ListState } from '../lists.ts'
import { t } from '../words.ts'
import { Button } from './button.tsx'
import { IconArrowDown, IconArrowUp, IconArrowsSort, IconDownload } from './icons.ts'
import { Link } from './link.tsx'
import { Loading } from './loading.tsx'
import { Pager } from './pager.tsx'
import { ProblemView } from './problemView.tsx'
import { SortPicker } from './sortPicker.tsx'
import styles from './table.module.css'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** The server's name of this column's order; absent where it cannot be sorted. */
  sort?: string
  /** Numbers stand at the end of their column. */
  numeric?: boolean
  /** Long names: this column gets the room on a desktop. */
  wide?: boolean
  /** Marks and codes: each stays on one line. */
  whole?: boolean
  /** Left out on a phone's card: worth having where there is room, not worth scrolling past. */
  roomy?: boolean
}

export interface TableProps<Row> {
  /** Says what the table holds; read out, not drawn. */
  caption: string
  columns: readonly Column<Row>[]
  /** A list of the server (`useList`) … */
  list?: ListState<Row> & Omit<Asked<unknown>, 'data'>
  /** … or rows that are already here. */
  rows?: readonly Row[]
  rowKey: (row: Row) => string | number
  /** Where a row leads; its first column becomes the link. */
  rowTo?: (row: Row) => string | undefined
  /** Shown when nothing is there at all; `<Empty>` with what to do first. */
  empty: ReactNode
  /** Search and filter fields. */
  filters?: ReactNode
  /** The list can be taken away as a spreadsheet. */
  exports?: boolean
}

/** A table on a desktop, cards on a phone: filter, order, pages, spreadsheet, and what to do when it is empty. */
export function Table<Row>(props: TableProps<Row>) {
  const { list, filters, exports, empty } = props
  const rows = list?.rows ?? props.rows ?? []
  const filtered = list !== undefined && Object.values(list.filters).some((v) => v !== '')
  return (
    <div className={styles.outer}>
      {(filters || exports) && (
        <div className={styles.tools}>
          {filters && <div className={styles.filters}>{filters}</div>}
          {list && <SortPicker list={list} columns={props.columns} />}
          {exports && list && list.total > 0 && (
            <Button small icon={IconDownload} href={list.exportHref}>
              {t('web.table.export')}
            </Button>
          )}
        </div>
      )}
      {list?.problem ? (
        <ProblemView problem={list.problem} onRetry={list.retry} />
      ) : list?.pending ? (
        <Loading kind="table" count={6} />
      ) : rows.length > 0 ? (
        <Body {...props} rows={rows} />
      ) : filtered ? (
        <NothingFound onClear={list.clearFilters} />
      ) : (
        empty
      )}
      {list && list.total > 0 && <Pager list={list} />}
    </div>
  )
}

const NothingFound = ({ onClear }: { onClear: () => void }) => (
  <div className={styles.nothing} role="status">
    <p>{t('web.table.nothingFound')}</p>
    <Button onPress={onClear}>{t('web.table.clearFilters')}</Button>
  </div>
)

// The roles are written out because a phone lays the rows out as cards, and `display` would take the meaning away.
function Body<Row>({ caption, columns, rows, rowKey, rowTo, list }: TableProps<Row> & { rows: readonly Row[] }) {
  return (
    <div className={styles.frame}>
      <table role="table" className={styles.table}>
        <caption className="quietly">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Header key={column.key} column={column} list={list} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const to = rowTo?.(row)
            return (
              <tr role="row" key={rowKey(row)} data-leads={to !== undefined}>
                {columns.map((column, i) => (
                  <td
                    role="cell"
                    key={column.key}
                    data-label={column.header}
                    data-numeric={column.numeric}
                    data-roomy={column.roomy}
                    data-wide={column.wide}
                    data-whole={column.whole}
                    data-first={i === 0}
                  >
                    {i === 0 && to ? (
                      <Link to={to} className={styles.rowLink}>
                        {column.cell(row)}
                      </Link>
                    ) : (
                      <div className={styles.content}>{column.cell(row)}</div>
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

// "Rata-rata" stays one word; "Kesenjangan (tingkat)" may take two lines.
const shortHeader = 12

function Header<Row>({ column, list }: { column: Column<Row>; list: TableProps<Row>['list'] }) {
  const sorted = list !== undefined && column.sort !== undefined && list.sort === column.sort
  const Arrow = sorted ? (list.direction === 'asc' ? IconArrowUp : IconArrowDown) : IconArrowsSort
  return (
    <th
      role="columnheader"
      scope="col"
      data-numeric={column.numeric}
      data-short={column.header.length <= shortHeader}
      aria-sort={sorted ? (list.direction === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {list && column.sort ? (
        <button type="button" className={styles.sort} onClick={() => list.sortBy(column.sort as string)}>
          {column.header} <Arrow size={16} aria-hidden />
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}

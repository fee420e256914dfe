import type { ListState } from '../lists.ts'
import { t } from '../words.ts'
import type { Column } from './table.tsx'
import { IconButton } from './button.tsx'
import { IconArrowDown, IconArrowUp } from './icons.ts'
import styles from './table.module.css'

/** On a phone the headings are gone, so the order is chosen here. */
export function SortPicker<Row>({ list, columns }: { list: ListState<Row>; columns: readonly Column<Row>[] }) {
  const sortable = columns.filter((c) => c.sort !== undefined)
  if (sortable.length === 0) return null
  return (
    <div className={styles.sortPicker}>
      <select
        aria-label={t('web.table.sortBy')}
        value={list.sort ?? ''}
        onChange={(e) => e.currentTarget.value && list.sortBy(e.currentTarget.value)}
      >
        {!sortable.some((c) => c.sort === list.sort) && <option value="">{t('web.table.sortBy')}</option>}
        {sortable.map((c) => (
          <option key={c.key} value={c.sort}>
            {c.header}
          </option>
        ))}
      </select>
      {list.sort && (
        <IconButton
          icon={list.direction === 'asc' ? IconArrowUp : IconArrowDown}
          label={t(list.direction === 'asc' ? 'web.table.ascending' : 'web.table.descending')}
          onPress={() => list.sortBy(list.sort as string)}
        />
      )}
    </div>
  )
}

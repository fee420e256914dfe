import type { ListState } from '../lists.ts'
import { t } from '../words.ts'
import { IconButton } from './button.tsx'
import { IconChevronLeft, IconChevronRight } from './icons.ts'
import styles from './table.module.css'

type Paged = Pick<ListState<unknown>, 'total' | 'page' | 'size' | 'setPage'>

/** Which rows of how many, and the way to the others. */
export function Pager({ list: { total, page, size, setPage } }: { list: Paged }) {
  const from = (page - 1) * size + 1
  const to = Math.min(total, page * size)
  return (
    <nav className={styles.pager} aria-label={t('web.table.pages')}>
      <p role="status">{t('web.table.range', { from, to, total })}</p>
      {total > size && (
        <div className={styles.turn}>
          {page > 1 && (
            <IconButton icon={IconChevronLeft} label={t('web.table.before')} onPress={() => setPage(page - 1)} />
          )}
          {to < total && (
            <IconButton icon={IconChevronRight} label={t('web.table.after')} onPress={() => setPage(page + 1)} />
          )}
        </div>
      )}
    </nav>
  )
}

import { t } from '../words.ts'
import styles from './loading.module.css'

/** Grey shapes where the content will stand, so that nothing jumps when it comes. */
export function Loading({
  kind = 'lines',
  count = 4,
}: {
  kind?: 'page' | 'lines' | 'cards' | 'table'
  count?: number
}) {
  return (
    <div role="status" className={styles.loading} data-kind={kind}>
      <span className="quietly">{t('web.loading')}</span>
      {kind === 'page' && <div className={styles.title} />}
      {Array.from({ length: count }, (_, i) => (
        <div key={i} className={styles.shape} />
      ))}
    </div>
  )
}

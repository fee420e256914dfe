import type { ReactNode } from 'react'
import styles from './itemList.module.css'

export interface Item {
  key: string | number
  title: ReactNode
  mark?: ReactNode
  note?: ReactNode
  action?: ReactNode
}

/** A short list of things with one action each. */
export const ItemList = ({ items }: { items: readonly Item[] }) => (
  <ul className={styles.list}>
    {items.map((item) => (
      <li key={item.key} className={styles.item}>
        <div className={styles.words}>
          <div className={styles.title}>
            {item.title} {item.mark}
          </div>
          {item.note && <div className={styles.note}>{item.note}</div>}
        </div>
        {item.action}
      </li>
    ))}
  </ul>
)

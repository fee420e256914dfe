import type { ReactNode } from 'react'
import styles from './empty.module.css'
import { type Icon, IconInbox } from './icons.ts'

export interface EmptyProps {
  title: string
  /** What to do first. */
  children?: ReactNode
  action?: ReactNode
  icon?: Icon
}

export const Empty = ({ title, children, action, icon: Mark = IconInbox }: EmptyProps) => (
  <div className={styles.empty}>
    <span className={styles.mark}>
      <Mark size={28} stroke={1.7} aria-hidden />
    </span>
    <p className={styles.title}>{title}</p>
    {children && <p className={styles.words}>{children}</p>}
    {action && <div className={styles.actions}>{action}</div>}
  </div>
)

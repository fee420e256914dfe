import type { ReactNode } from 'react'
import type { Icon } from './icons.ts'
import styles from './timeline.module.css'

export interface Event {
  key: string
  /** A day or a year, already in words. */
  when: string
  icon: Icon
  /** What kind of event the picture stands for. */
  kind: string
  title: string
  note?: ReactNode
  action?: ReactNode
  /** Where things stand now. */
  current?: boolean
}

/** What happened, the latest first. */
export const Timeline = ({ events, label }: { events: readonly Event[]; label: string }) => (
  <ol className={styles.line} aria-label={label}>
    {events.map(({ key, when, icon: Mark, kind, title, note, action, current }) => (
      <li key={key} className={styles.event} data-current={current}>
        <span className={styles.mark}>
          <Mark size={18} stroke={1.8} aria-hidden />
        </span>
        <div className={styles.words}>
          <p className={styles.when}>
            {when} · {kind}
          </p>
          <p className={styles.title}>{title}</p>
          {note && <div className={styles.note}>{note}</div>}
        </div>
        {action}
      </li>
    ))}
  </ol>
)

import type { ReactNode } from 'react'
import { IconArrowDown, IconArrowUp, IconMinus } from './icons.ts'
import { Link } from './link.tsx'
import styles from './stat.module.css'

export interface StatProps {
  label: string
  /** Already formatted. */
  value: string
  /** What the number is out of, or its unit. */
  unit?: string
  /** Against last time; `good` says whether this direction is welcome. */
  trend?: { words: string; direction: 'up' | 'down' | 'same'; good?: boolean }
  note?: ReactNode
  to?: string
}

const arrows = { up: IconArrowUp, down: IconArrowDown, same: IconMinus }

/** One number to look at, with its name and where it is going. */
export function Stat({ label, value, unit, trend, note, to }: StatProps) {
  const Arrow = trend && arrows[trend.direction]
  return (
    <div className={styles.stat}>
      <p className={styles.label}>{to ? <Link to={to}>{label}</Link> : label}</p>
      <p className={styles.value}>
        {value}
        {unit && <span className={styles.unit}> {unit}</span>}
      </p>
      {trend && Arrow && (
        <p className={styles.trend} data-good={trend.good}>
          <Arrow size={16} aria-hidden /> {trend.words}
        </p>
      )}
      {note && <div className={styles.note}>{note}</div>}
    </div>
  )
}

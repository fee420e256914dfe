import { formatNumber, formatShare } from '../formats.ts'
import styles from './shareBar.module.css'

export interface Share {
  key: string
  label: string
  value: number
  /** Its colour, where the order in which parts stand would give it a misleading one (3 is the one for trouble). */
  colour?: 0 | 1 | 2 | 3 | 4
}

export interface SharesProps {
  label: string
  parts: readonly Share[]
}

const totalOf = (parts: readonly Share[]) => parts.reduce((sum, p) => sum + p.value, 0) || 1

/** A whole cut into a few parts (at most five). */
export const ShareBar = ({ label, parts }: SharesProps) => (
  <figure className={styles.figure}>
    <figcaption className={styles.caption}>{label}</figcaption>
    <div className={styles.bar} aria-hidden>
      {parts.map(
        (part, i) =>
          part.value > 0 && (
            <span
              key={part.key}
              className={styles.part}
              data-part={part.colour ?? i % 5}
              style={{ flexGrow: part.value }}
            />
          ),
      )}
    </div>
    <ul className={styles.list}>
      {parts.map((part, i) => (
        <li key={part.key}>
          <span className={styles.swatch} data-part={part.colour ?? i % 5} aria-hidden />
          <span className={styles.name}>{part.label}</span>
          <span className={styles.number}>
            {formatNumber(part.value)} · {formatShare(part.value / totalOf(parts))}
          </span>
        </li>
      ))}
    </ul>
  </figure>
)

/** Many classes with a bar each, in the order in which they are given. */
export function BarList({ label, parts }: SharesProps) {
  const most = Math.max(1, ...parts.map((p) => p.value))
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{label}</figcaption>
      <ul className={styles.bars}>
        {parts.map((part) => (
          <li key={part.key}>
            <span className={styles.name}>{part.label}</span>
            <span className={styles.track} aria-hidden>
              <span className={styles.fill} style={{ width: `${(part.value / most) * 100}%` }} />
            </span>
            <span className={styles.number}>{formatNumber(part.value)}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

import { formatNumber } from '../formats.ts'
import { t } from '../words.ts'
import styles from './scoreBar.module.css'

export interface ScorePart {
  key: string
  label: string
  value: number
  most: number
}

/** A score made of parts: what was reached of each, and what is still open. The list below says the same in numbers. */
export function ScoreBar({ parts, label }: { parts: readonly ScorePart[]; label: string }) {
  const most = parts.reduce((sum, p) => sum + p.most, 0) || 1
  return (
    <figure className={styles.figure} aria-label={label}>
      <div className={styles.bar} aria-hidden>
        {parts.map((part, i) => (
          <span key={part.key} className={styles.room} style={{ flexGrow: part.most / most }}>
            <span
              className={styles.part}
              data-part={i % 5}
              style={{ width: `${(part.value / (part.most || 1)) * 100}%` }}
            />
          </span>
        ))}
      </div>
      <ul className={styles.list}>
        {parts.map((part, i) => (
          <li key={part.key}>
            <span className={styles.swatch} data-part={i % 5} aria-hidden />
            <span className={styles.name}>{part.label}</span>
            <span className={styles.number}>
              {t('web.score.of', { value: formatNumber(part.value, 2), most: formatNumber(part.most, 2) })}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

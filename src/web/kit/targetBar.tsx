import type { CSSProperties } from 'react'
import { formatNumber } from '../formats.ts'
import { Unseen } from './layout.tsx'
import styles from './targetBar.module.css'

export interface TargetBarProps {
  value: number
  /** What the number counts, after it: "JP". */
  unit: string
  /** Where the line stands that the number must reach, or may not pass; absent where nothing is asked. */
  line?: { at: number; label: string }
  tone: 'good' | 'warn' | 'neutral'
  /** The meaning in words, read out and shown under the bar. */
  words: string
}

/** A number on its way to a line. */
export function TargetBar({ value, unit, line, tone, words }: TargetBarProps) {
  // Room beyond the line, so that more than enough is seen as more.
  const most = Math.max(value, (line?.at ?? value) * 1.4, 1)
  const at = line && (line.at / most) * 100
  return (
    <figure className={styles.figure} data-tone={tone}>
      <p className={styles.number}>
        {formatNumber(value)} <span className={styles.unit}>{unit}</span>
      </p>
      <div className={styles.track} aria-hidden>
        <span className={styles.fill} style={{ width: `${(value / most) * 100}%` }} />
        {at !== undefined && <span className={styles.line} style={{ insetInlineStart: `${at}%` }} />}
      </div>
      {line && at !== undefined && (
        <p className={styles.label} style={{ '--at': `${at}%` } as CSSProperties} aria-hidden>
          {line.label}
        </p>
      )}
      <figcaption className={styles.words}>
        {words}
        {line && <Unseen> ({line.label})</Unseen>}
      </figcaption>
    </figure>
  )
}

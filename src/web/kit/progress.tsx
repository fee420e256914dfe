import { formatShare } from '../formats.ts'
import styles from './progress.module.css'

export interface ProgressProps {
  label: string
  /** Between 0 and 1; absent while nobody knows how long it takes. */
  share?: number
  note?: string
}

export const Progress = ({ label, share, note }: ProgressProps) => (
  <div className={styles.progress}>
    <div className={styles.line}>
      <span>{label}</span>
      {share !== undefined && <span className={styles.share}>{formatShare(share)}</span>}
    </div>
    <progress className={styles.bar} aria-label={label} value={share} max={1} />
    {note && <p className={styles.note}>{note}</p>}
  </div>
)

/** The stations of a longer task. `at` counts from 0; everything before it is done. */
export const Steps = ({ steps, at, label }: { steps: readonly string[]; at: number; label: string }) => (
  <ol className={styles.steps} aria-label={label}>
    {steps.map((step, i) => (
      <li
        key={step}
        className={styles.step}
        data-state={i < at ? 'done' : i === at ? 'now' : 'later'}
        aria-current={i === at ? 'step' : undefined}
      >
        <span className={styles.dot} aria-hidden>
          {i < at ? '✓' : i + 1}
        </span>
        <span className={styles.name}>{step}</span>
      </li>
    ))}
  </ol>
)

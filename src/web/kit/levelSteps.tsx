import styles from './levelSteps.module.css'

export interface LevelStep {
  key: string | number
  /** Under the column: "2025". */
  label: string
  /** From 1 (lowest) to `most`; absent where it is not known. */
  level?: number
  /** What the level is called; shown under the label. */
  words: string
}

export interface LevelStepsProps {
  label: string
  steps: readonly LevelStep[]
  most: number
}

/** A level for each of a few years, as a stair: the higher, the better. */
export const LevelSteps = ({ label, steps, most }: LevelStepsProps) => (
  <figure className={styles.figure} aria-label={label}>
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.key} className={styles.step}>
          <span className={styles.column} aria-hidden>
            {Array.from({ length: most }, (_, i) => (
              <span
                key={i}
                className={styles.block}
                data-reached={step.level !== undefined && most - i <= step.level}
              />
            ))}
          </span>
          <span className={styles.label}>{step.label}</span>
          <span className={styles.words}>{step.words}</span>
        </li>
      ))}
    </ol>
  </figure>
)

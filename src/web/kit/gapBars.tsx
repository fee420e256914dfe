import type { ReactNode } from 'react'
import { formatNumber } from '../formats.ts'
import { t } from '../words.ts'
import styles from './gapBars.module.css'
import { IconChevronRight } from './icons.ts'

export interface GapBar {
  key: string
  label: string
  required: number
  /** Absent where nobody has assessed yet. */
  observed?: number
  /** Lower and upper end of what the observed level may truly be. */
  interval?: readonly [number, number]
  /** Read and shown after the numbers: "kesenjangan 1". */
  note?: string
  /** Under the numbers, such as a badge. */
  mark?: ReactNode
}

export interface GapBarsProps {
  bars: readonly GapBar[]
  /** The highest level of the scale. */
  most?: number
  label: string
  /** Makes every name a button that opens more about it. */
  onOpen?: (key: string) => void
}

const width = 300
const height = 26

/** Required level (a line) and observed level (a bar with its uncertainty) of each competency, on one scale. */
export function GapBars({ bars, most = 5, label, onOpen }: GapBarsProps) {
  return (
    <figure className={styles.figure} aria-label={label}>
      <p className={styles.legend} aria-hidden>
        <span data-kind="observed">{t('web.gap.observed')}</span>
        <span data-kind="required">{t('web.gap.required')}</span>
        <span data-kind="interval">{t('web.gap.interval')}</span>
      </p>
      <ul className={styles.list}>
        {bars.map((bar) => (
          <li key={bar.key} className={styles.item}>
            {onOpen ? (
              <button type="button" className={styles.open} aria-haspopup="dialog" onClick={() => onOpen(bar.key)}>
                {bar.label} <IconChevronRight size={18} aria-hidden />
              </button>
            ) : (
              <span className={styles.name}>{bar.label}</span>
            )}
            <Picture bar={bar} most={most} />
            <span className={styles.numbers}>
              {wordsOf(bar)} {bar.mark}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

function wordsOf({ required, observed, interval, note }: GapBar): string {
  if (observed === undefined) return t('web.gap.unknown', { required: formatNumber(required) })
  const range = interval ? ` (${formatNumber(interval[0])}–${formatNumber(interval[1])})` : ''
  return [t('web.gap.words', { level: formatNumber(observed) + range, required: formatNumber(required) }), note]
    .filter(Boolean)
    .join(' · ')
}

function Picture({ bar, most }: { bar: GapBar; most: number }) {
  const x = (level: number) => (Math.max(0, Math.min(most, level)) / most) * width
  const short = bar.observed !== undefined && bar.observed < bar.required
  return (
    <svg viewBox={`-3 0 ${width + 6} ${height}`} className={styles.picture} preserveAspectRatio="none" aria-hidden>
      <rect className={styles.track} width={width} y={7} height={12} rx={4} />
      {Array.from({ length: most - 1 }, (_, i) => (
        <line key={i} className={styles.tick} x1={x(i + 1)} x2={x(i + 1)} y1={7} y2={19} />
      ))}
      {short && bar.observed !== undefined && (
        <rect
          className={styles.missing}
          x={x(bar.observed)}
          width={x(bar.required) - x(bar.observed)}
          y={7}
          height={12}
        />
      )}
      {bar.observed !== undefined && (
        <rect className={styles.observed} width={x(bar.observed)} y={7} height={12} rx={4} />
      )}
      {bar.interval && (
        <path
          className={styles.whisker}
          d={`M${x(bar.interval[0])} 9v8M${x(bar.interval[0])} 13H${x(bar.interval[1])}M${x(bar.interval[1])} 9v8`}
        />
      )}
      <line className={styles.required} x1={x(bar.required)} x2={x(bar.required)} y1={1} y2={25} />
    </svg>
  )
}

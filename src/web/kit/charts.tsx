import { useId } from 'react'
import { formatNumber } from '../formats.ts'
import { t } from '../words.ts'
import styles from './charts.module.css'
import { Disclosure } from './descriptionList.tsx'

export interface Point {
  label: string
  value: number
}

/** The course of a number in the height of a line of text. `label` says what it is; the values are read out. */
export function Sparkline({ points, label }: { points: readonly Point[]; label: string }) {
  const values = points.map((p) => p.value)
  const least = Math.min(...values)
  const span = Math.max(...values) - least || 1
  const x = (i: number) => (points.length < 2 ? 60 : 4 + (i / (points.length - 1)) * 112)
  const y = (value: number) => 30 - ((value - least) / span) * 24
  const last = points.at(-1)
  const words = `${label}: ${points.map((p) => `${p.label} ${formatNumber(p.value)}`).join(', ')}`
  return (
    <svg viewBox="0 0 120 36" className={styles.sparkline} role="img" aria-label={words}>
      <polyline className={styles.line} points={points.map((p, i) => `${x(i)},${y(p.value)}`).join(' ')} />
      {last && <circle className={styles.dot} cx={x(points.length - 1)} cy={y(last.value)} r={4} />}
    </svg>
  )
}

export interface HistogramProps {
  label: string
  bins: readonly Point[]
  /** The bin that the reader belongs to, by its label. */
  mine?: string
  /** The heading of the numbers, such as "pegawai". */
  unit: string
}

/** How many fall into each class, with the same numbers as a table underneath. */
export function Histogram({ label, bins, mine, unit }: HistogramProps) {
  const id = useId()
  const most = Math.max(1, ...bins.map((b) => b.value))
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption id={id} className={styles.caption}>
        {label}
      </figcaption>
      <div className={styles.bins} aria-hidden>
        {bins.map((bin) => (
          <div key={bin.label} className={styles.bin} data-mine={bin.label === mine}>
            <span className={styles.count}>{formatNumber(bin.value)}</span>
            <span className={styles.bar} style={{ height: `${(bin.value / most) * 100}%` }} />
            <span className={styles.tick}>{bin.label}</span>
          </div>
        ))}
      </div>
      {mine !== undefined && <p className={styles.mine}>{t('web.chart.mine', { label: mine })}</p>}
      <Disclosure summary={t('web.chart.asTable')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{label}</th>
              <th scope="col">{unit}</th>
            </tr>
          </thead>
          <tbody>
            {bins.map((bin) => (
              <tr key={bin.label}>
                <th scope="row">{bin.label}</th>
                <td>{formatNumber(bin.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  )
}

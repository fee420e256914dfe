import { useId } from 'react'
import styles from './segments.module.css'

export interface SegmentsProps {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; label: string }[]
}

/** A few short choices side by side, one of them always taken: what to show, rather than what to send. */
export function Segments({ label, value, onChange, options }: SegmentsProps) {
  const name = useId()
  return (
    <fieldset className={styles.segments}>
      <legend className="quietly">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.segment}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

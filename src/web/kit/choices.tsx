import { useId } from 'react'
import { Control, type FieldProps } from './control.tsx'
import styles from './fields.module.css'

export interface Option {
  value: string
  label: string
  hint?: string
  disabled?: boolean
}

/** One of a short list, with the phone's own picker. `none` adds a first line for "no choice" (value ''). */
export const SelectField = (props: FieldProps & { options: readonly Option[]; none?: string }) => (
  <Control field={props}>
    {(wiring) => (
      <select {...wiring} value={props.value} onChange={(e) => props.onChange(e.currentTarget.value)}>
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Control>
)

/** A few choices that need a sentence each, such as the levels of a competency. */
export function RadioCards(props: FieldProps & { options: readonly Option[] }) {
  const name = useId()
  const errorId = `${name}-error`
  return (
    <fieldset className={styles.choices} aria-describedby={props.error ? errorId : undefined}>
      <legend className={styles.label}>{props.label}</legend>
      {props.hint && <p className={styles.hint}>{props.hint}</p>}
      {props.options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={props.value === option.value}
            required={props.required}
            disabled={props.disabled || option.disabled}
            onChange={() => props.onChange(option.value)}
          />
          <span className={styles.choiceWords}>
            <span className={styles.choiceTitle}>{option.label}</span>
            {option.hint && <span className={styles.hint}>{option.hint}</span>}
          </span>
        </label>
      ))}
      {props.error && (
        <p id={errorId} className={styles.error} role="alert">
          {props.error}
        </p>
      )}
    </fieldset>
  )
}

export const CheckField = (props: FieldProps<boolean>) => (
  <label className={styles.check}>
    <input
      type="checkbox"
      checked={props.value}
      disabled={props.disabled}
      required={props.required}
      onChange={(e) => props.onChange(e.currentTarget.checked)}
    />
    <span className={styles.choiceWords}>
      {props.label}
      {props.hint && <span className={styles.hint}>{props.hint}</span>}
    </span>
  </label>
)

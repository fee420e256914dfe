import { type ReactNode, useId } from 'react'
import styles from './fields.module.css'

export interface FieldProps<T = string> {
  label: string
  value: T
  onChange: (value: T) => void
  hint?: string
  /** Words of what is wrong; `problem?.of('path')` of a command. */
  error?: string
  required?: boolean
  disabled?: boolean
}

interface Wiring {
  id: string
  className: string
  required?: boolean
  disabled?: boolean
  'aria-invalid'?: true
  'aria-describedby'?: string
}

type Worded = Pick<FieldProps, 'label' | 'hint' | 'error' | 'required' | 'disabled'>

/** Label, hint and error around one control, tied together for a screen reader. */
export function Control({ field, children }: { field: Worded; children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const hintId = field.hint && `${id}-hint`
  const errorId = field.error && `${id}-error`
  const wiring: Wiring = {
    id,
    className: styles.input as string,
    required: field.required,
    disabled: field.disabled,
    'aria-invalid': field.error ? true : undefined,
    'aria-describedby': [hintId, errorId].filter(Boolean).join(' ') || undefined,
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {field.label}
      </label>
      {hintId && (
        <p id={hintId} className={styles.hint}>
          {field.hint}
        </p>
      )}
      {children(wiring)}
      {errorId && (
        <p id={errorId} className={styles.error}>
          {field.error}
        </p>
      )}
    </div>
  )
}

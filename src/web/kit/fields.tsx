import { type HTMLInputAutoCompleteAttribute, useState } from 'react'
import { t } from '../words.ts'
import { Control, type FieldProps } from './control.tsx'
import styles from './fields.module.css'
import { IconEye, IconEyeOff } from './icons.ts'

export interface TextFieldProps extends FieldProps {
  kind?: 'text' | 'email' | 'tel' | 'url'
  /** `numeric` shows digits on a phone, for a NIP. */
  keys?: 'numeric' | 'text'
  complete?: HTMLInputAutoCompleteAttribute
  maxLength?: number
}

export const TextField = (props: TextFieldProps) => (
  <Control field={props}>
    {(wiring) => (
      <input
        {...wiring}
        type={props.kind ?? 'text'}
        inputMode={props.keys}
        autoComplete={props.complete}
        autoCapitalize={props.complete === 'username' ? 'none' : undefined}
        maxLength={props.maxLength}
        value={props.value}
        onChange={(e) => props.onChange(e.currentTarget.value)}
      />
    )}
  </Control>
)

export function PasswordField(props: FieldProps & { complete: 'current-password' | 'new-password' }) {
  const [shown, setShown] = useState(false)
  const Mark = shown ? IconEyeOff : IconEye
  return (
    <Control field={props}>
      {(wiring) => (
        <div className={styles.password}>
          <input
            {...wiring}
            type={shown ? 'text' : 'password'}
            autoComplete={props.complete}
            autoCapitalize="none"
            spellCheck={false}
            value={props.value}
            onChange={(e) => props.onChange(e.currentTarget.value)}
          />
          <button
            type="button"
            className={styles.reveal}
            aria-label={t('web.field.showPassword')}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <Mark size={22} stroke={1.7} aria-hidden />
          </button>
        </div>
      )}
    </Control>
  )
}

/** A number; `step` below 1 for decimals. `null` while it is empty. */
export const NumberField = (props: FieldProps<number | null> & { least?: number; most?: number; step?: number }) => (
  <Control field={props}>
    {(wiring) => (
      <input
        {...wiring}
        type="number"
        inputMode={Number.isInteger(props.step ?? 1) ? 'numeric' : 'decimal'}
        min={props.least}
        max={props.most}
        step={props.step ?? 1}
        value={props.value ?? ''}
        onChange={(e) => props.onChange(e.currentTarget.value === '' ? null : e.currentTarget.valueAsNumber)}
      />
    )}
  </Control>
)

/** A day as `YYYY-MM-DD`, chosen with the phone's own calendar. */
export const DateField = (props: FieldProps & { earliest?: string; latest?: string }) => (
  <Control field={props}>
    {(wiring) => (
      <input
        {...wiring}
        type="date"
        min={props.earliest}
        max={props.latest}
        value={props.value}
        onChange={(e) => props.onChange(e.currentTarget.value)}
      />
    )}
  </Control>
)

/** Several lines of text; the field grows with them where the browser can. */
export const LongTextField = (props: FieldProps & { rows?: number; maxLength?: number }) => (
  <Control field={props}>
    {(wiring) => (
      <textarea
        {...wiring}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        value={props.value}
        onChange={(e) => props.onChange(e.currentTarget.value)}
      />
    )}
  </Control>
)

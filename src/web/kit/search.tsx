import { useEffect, useRef, useState } from 'react'
import { IconSearch } from './icons.ts'
import styles from './fields.module.css'

const pauseMs = 300

export interface SearchFieldProps {
  label: string
  value: string
  /** Called when the reader pauses, not at every key. */
  onChange: (value: string) => void
  placeholder?: string
  /** Where the keyboard starts in a sheet. */
  first?: boolean
}

export function SearchField({ label, value, onChange, placeholder, first }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const timer = useRef(0)
  const sent = useRef(value)

  useEffect(() => {
    // The value changed from outside (the back button, "clear filters"): show it.
    if (value !== sent.current) setTyped(value)
    sent.current = value
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  const send = (next: string) => {
    clearTimeout(timer.current)
    sent.current = next
    onChange(next)
  }
  return (
    <div className={styles.search}>
      <IconSearch size={20} aria-hidden />
      <input
        // A dialog looks for the attribute when it opens; React's own prop would focus before there is a dialog.
        ref={(input) => void (first && input?.setAttribute('autofocus', ''))}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={typed}
        enterKeyHint="search"
        onChange={(e) => {
          const next = e.currentTarget.value
          setTyped(next)
          clearTimeout(timer.current)
          timer.current = window.setTimeout(() => send(next.trim()), pauseMs)
        }}
        onKeyDown={(e) => e.key === 'Enter' && send(e.currentTarget.value.trim())}
      />
    </div>
  )
}

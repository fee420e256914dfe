import { useSyncExternalStore } from 'react'
import { t } from '../words.ts'
import { IconX } from './icons.ts'
import styles from './toast.module.css'

export interface Toast {
  words: string
  tone?: 'good' | 'bad'
  /** Such as undoing what was just done. */
  action?: { label: string; run: () => void }
  /** Until it is closed by hand. */
  stays?: boolean
}

type Standing = Toast & { id: number }

const shortMs = 5_000
// Long enough to read and reach the button (WCAG 2.2.1 asks for more time where an action is offered).
const withActionMs = 12_000
let standing: readonly Standing[] = []
let lastId = 0
const listeners = new Set<() => void>()
const timers = new Map<number, number>()

const change = (next: readonly Standing[]) => {
  standing = next
  listeners.forEach((tell) => tell())
}

const close = (id: number) => {
  clearTimeout(timers.get(id))
  change(standing.filter((s) => s.id !== id))
}

const startClock = (one: Standing) => {
  clearTimeout(timers.get(one.id))
  if (!one.stays)
    timers.set(
      one.id,
      window.setTimeout(() => close(one.id), one.action ? withActionMs : shortMs),
    )
}

/** A short message at the edge of the screen. */
export function toast(message: Toast): void {
  const one = { ...message, id: ++lastId }
  change([...standing.slice(-2), one])
  startClock(one)
}

export function Toaster() {
  const shown = useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => standing,
  )
  return (
    <div className={styles.toaster} role="status" aria-live="polite">
      {shown.map((one) => (
        <div
          key={one.id}
          className={styles.toast}
          data-tone={one.tone}
          onMouseEnter={() => clearTimeout(timers.get(one.id))}
          onMouseLeave={() => startClock(one)}
          onFocus={() => clearTimeout(timers.get(one.id))}
          onBlur={() => startClock(one)}
        >
          <span className={styles.words}>{one.words}</span>
          {one.action && (
            <button
              type="button"
              className={styles.action}
              onClick={() => {
                one.action?.run()
                close(one.id)
              }}
            >
              {one.action.label}
            </button>
          )}
          <button type="button" className={styles.close} aria-label={t('web.close')} onClick={() => close(one.id)}>
            <IconX size={18} aria-hidden />
          </button>
        </div>
      ))}
    </div>
  )
}

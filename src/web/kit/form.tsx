import { type ReactNode, useEffect, useRef } from 'react'
import type { Problem } from '../problem.ts'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from './icons.ts'
import styles from './form.module.css'

export interface FormProps {
  onSend: () => void
  /** Stands above the fields and is read out; fields show their own part by `problem.of('path')`. */
  problem?: Problem
  children: ReactNode
}

/** Fields with one way to send them: Enter, or the button of type `submit`. */
export function Form({ onSend, problem, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (problem?.fields.length) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problem])
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(e) => {
        e.preventDefault()
        onSend()
      }}
    >
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      {children}
    </form>
  )
}

export interface NoticeProps {
  tone: 'info' | 'good' | 'warn' | 'bad'
  children: ReactNode
}

const marks = { info: IconInfoCircle, good: IconCircleCheck, warn: IconAlertTriangle, bad: IconAlertTriangle }

/** A remark that stays in its place: bad news is announced at once. */
export function Notice({ tone, children }: NoticeProps) {
  const Mark = marks[tone]
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : 'note'}>
      <Mark size={20} aria-hidden />
      <div>{children}</div>
    </div>
  )
}

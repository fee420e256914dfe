import { Link as RouterLink } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './button.module.css'
import type { Icon } from './icons.ts'

export interface ButtonProps {
  children: ReactNode
  /** One `primary` per screen. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  icon?: Icon
  onPress?: () => void
  /** Makes it a link to a screen. */
  to?: string
  search?: Record<string, string | undefined>
  /** Makes it a link outside the application's screens, such as a download. */
  href?: string
  type?: 'button' | 'submit'
  pending?: boolean
  disabled?: boolean
  wide?: boolean
  small?: boolean
}

export function Button(props: ButtonProps) {
  const { children, kind = 'secondary', icon: Mark, onPress, to, href, type = 'button', pending } = props
  const look = {
    className: styles.button,
    'data-kind': kind,
    'data-small': props.small,
    'data-wide': props.wide,
    onClick: onPress,
  }
  const face = (
    <>
      {pending ? <span className={styles.wait} aria-hidden /> : Mark && <Mark size={20} stroke={1.8} aria-hidden />}
      <span>{children}</span>
    </>
  )
  if (to) {
    return (
      <RouterLink {...look} to={to} search={props.search as never}>
        {face}
      </RouterLink>
    )
  }
  if (href) {
    return (
      <a {...look} href={href} download>
        {face}
      </a>
    )
  }
  return (
    <button
      {...look}
      type={type}
      disabled={props.disabled}
      aria-busy={pending}
      // Pressing twice does nothing, and the focus stays: a disabled button would lose it.
      aria-disabled={pending}
      onClick={(e) => (pending ? e.preventDefault() : onPress?.())}
    >
      {face}
    </button>
  )
}

/** A button that is only a picture; `label` is what a screen reader says. */
export function IconButton({ icon: Mark, label, onPress }: { icon: Icon; label: string; onPress: () => void }) {
  return (
    <button type="button" className={styles.icon} aria-label={label} title={label} onClick={onPress}>
      <Mark size={22} stroke={1.8} aria-hidden />
    </button>
  )
}

/** The actions of a form or page: at the thumb on a phone, at the end of the page on a desktop. */
export const ActionBar = ({ children }: { children: ReactNode }) => <div className={styles.bar}>{children}</div>

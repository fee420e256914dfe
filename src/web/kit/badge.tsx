import styles from './badge.module.css'
import { type Icon, IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle, IconMinus } from './icons.ts'

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet'

const marks: Record<Tone, Icon> = {
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  info: IconInfoCircle,
  quiet: IconMinus,
}

/** A state in a word or two: always with a picture, never by colour alone. */
export function Badge({ tone, children, icon }: { tone: Tone; children: string; icon?: Icon }) {
  const Mark = icon ?? marks[tone]
  return (
    <span className={styles.badge} data-tone={tone}>
      <Mark size={15} stroke={2} aria-hidden />
      {children}
    </span>
  )
}

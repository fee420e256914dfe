import { type ReactNode, useId } from 'react'
import type { Icon } from './icons.ts'
import { Link } from './link.tsx'
import styles from './section.module.css'

export interface SectionProps {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A named part of a page, on the page's own ground. */
export function Section({ title, lead, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.section}>
      <Heading id={id} title={title} lead={lead} actions={actions} />
      {children}
    </section>
  )
}

/** A part that stands out on its own surface; with a title it is a landmark of the page. */
export function Card({ title, lead, actions, children, flush }: Partial<SectionProps> & { flush?: boolean }) {
  const id = useId()
  const body = <div className={flush ? undefined : styles.body}>{children}</div>
  if (!title) return <div className={styles.card}>{body}</div>
  return (
    <section aria-labelledby={id} className={styles.card}>
      <div className={styles.cardHead}>
        <Heading id={id} title={title} lead={lead} actions={actions} />
      </div>
      {body}
    </section>
  )
}

const Heading = ({ id, title, lead, actions }: Omit<SectionProps, 'children'> & { id: string }) => (
  <div className={styles.heading}>
    <div>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {lead && <p className={styles.lead}>{lead}</p>}
    </div>
    {actions && <div className={styles.actions}>{actions}</div>}
  </div>
)

export interface TileProps {
  to: string
  title: string
  lead?: string
  icon: Icon
}

/** A large way into a screen: the whole tile is the target. */
export const Tile = ({ to, title, lead, icon: Mark }: TileProps) => (
  <Link to={to} className={styles.tile}>
    <span className={styles.mark}>
      <Mark size={26} stroke={1.7} aria-hidden />
    </span>
    <span className={styles.words}>
      <span className={styles.tileTitle}>{title}</span>
      {lead && <span className={styles.lead}>{lead}</span>}
    </span>
  </Link>
)

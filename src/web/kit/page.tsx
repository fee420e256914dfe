import { useMatch } from '@tanstack/react-router'
import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import { t } from '../words.ts'
import { IconChevronRight, IconArrowLeft } from './icons.ts'
import { Link } from './link.tsx'
import styles from './page.module.css'

export interface PageProps {
  title: string
  /** One plain sentence under the title. */
  lead?: ReactNode
  /** The way down to this page, without the page itself. The last one is the way back on a phone. */
  crumbs?: readonly { label: string; to: string }[]
  actions?: ReactNode
  /** Beside the title, such as a badge. */
  mark?: ReactNode
  children: ReactNode
  narrow?: boolean
}

let focusedPath = ''

/** Names the window and, after a step to another screen, puts keyboard and screen reader on the title. */
function useArrival(title: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  // The path of this screen's own match: the router's changes while the screen before is still standing.
  const path = useMatch({ strict: false, select: (match) => match.pathname })
  useEffect(() => {
    document.title = `${title} – Bina`
  }, [title])
  useEffect(() => {
    if (focusedPath !== '' && focusedPath !== path) heading.current?.focus({ preventScroll: true })
    focusedPath = path
  }, [path])
  return heading
}

/** The frame of every screen: where am I, what is this, what can I do. */
export function Page({ title, lead, crumbs = [], actions, mark, children, narrow }: PageProps) {
  const heading = useArrival(title)
  const up = crumbs.at(-1)
  return (
    <div className={styles.page} data-narrow={narrow}>
      {up && (
        <nav aria-label={t('web.page.crumbs')} className={styles.crumbs}>
          <Link to={up.to} className={styles.back}>
            <IconArrowLeft size={18} aria-hidden /> {up.label}
          </Link>
          <ol className={styles.trail}>
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <Link to={crumb.to}>{crumb.label}</Link>
                <IconChevronRight size={14} aria-hidden />
              </li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      )}
      <header className={styles.head}>
        <div className={styles.naming}>
          <div className={styles.line}>
            <h1 ref={heading} tabIndex={-1} className={styles.title}>
              {/* The name of a rule set is one long word: it may break where its parts meet. */}
              {title.split(/(?<=_)/).map((part, i) => (
                <Fragment key={i}>
                  {i > 0 && <wbr />}
                  {part}
                </Fragment>
              ))}
            </h1>
            {mark}
          </div>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

import { Fragment, type ReactNode } from 'react'
import styles from './descriptionList.module.css'

export interface Fact {
  label: string
  value: ReactNode
  /** Where it comes from and when, or what the term means. */
  note?: ReactNode
}

/** Facts by name. An absent value shows a dash. */
export const DescriptionList = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={styles.list}>
    {facts.map((fact) => (
      <Fragment key={fact.label}>
        <dt className={styles.label}>{fact.label}</dt>
        <dd className={styles.value}>
          {fact.value ?? '–'}
          {fact.note && <div className={styles.note}>{fact.note}</div>}
        </dd>
      </Fragment>
    ))}
  </dl>
)

/** Something that most readers skip, behind its own line. */
export const Disclosure = ({
  summary,
  children,
  open,
}: {
  summary: ReactNode
  children: ReactNode
  open?: boolean
}) => (
  <details className={styles.disclosure} open={open}>
    <summary>{summary}</summary>
    <div className={styles.inside}>{children}</div>
  </details>
)

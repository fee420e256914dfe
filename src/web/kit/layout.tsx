import type { ReactNode } from 'react'
import styles from './layout.module.css'

type Gap = 'small' | 'medium' | 'large'

/** Parts under each other. */
export const Stack = ({ children, gap = 'medium' }: { children: ReactNode; gap?: Gap }) => (
  <div className={styles.stack} data-gap={gap}>
    {children}
  </div>
)

/** Parts beside each other that wrap where the line ends. */
export const Row = ({ children, gap = 'small', spread }: { children: ReactNode; gap?: Gap; spread?: boolean }) => (
  <div className={styles.row} data-gap={gap} data-spread={spread}>
    {children}
  </div>
)

/** Equal columns as many as fit, each at least `least` wide; `keep` leaves room empty where there are few. */
export const Columns = ({ children, least = 'medium', keep }: { children: ReactNode; least?: Gap; keep?: boolean }) => (
  <div className={styles.columns} data-least={least} data-keep={keep}>
    {children}
  </div>
)

/** A main part with a narrower one beside it on a desktop, under it on a phone. */
export const Split = ({ main, side }: { main: ReactNode; side: ReactNode }) => (
  <div className={styles.split}>
    <div>{main}</div>
    <div>{side}</div>
  </div>
)

/** Running text at a readable width. `quiet` for a remark. */
export const Text = ({ children, quiet, strong }: { children: ReactNode; quiet?: boolean; strong?: boolean }) => (
  <p className={styles.text} data-quiet={quiet} data-strong={strong}>
    {children}
  </p>
)

/** Said by a screen reader, not drawn. */
export const Unseen = ({ children }: { children: ReactNode }) => <span className="quietly">{children}</span>

import { type ReactNode, useId, useState } from 'react'
import { IconChevronRight } from './icons.ts'
import { Link } from './link.tsx'
import styles from './tree.module.css'

export interface Branch {
  key: string | number
  label: string
  to: string
  note?: ReactNode
  children: readonly Branch[]
}

export interface TreeProps {
  branches: readonly Branch[]
  /** How many levels stand open at first. */
  open?: number
  /** What the button before a branch does: "Tampilkan isi {name}". */
  opens: (branch: Branch) => string
}

/** Things inside things; each opens in place and leads to its own page. */
export const Tree = ({ branches, open = 1, opens }: TreeProps) => (
  <ul className={styles.branches}>
    {branches.map((branch) => (
      <Limb key={branch.key} branch={branch} open={open} opens={opens} />
    ))}
  </ul>
)

function Limb({ branch, open, opens }: { branch: Branch; open: number; opens: TreeProps['opens'] }) {
  const [shown, setShown] = useState(open > 0)
  const id = useId()
  const grows = branch.children.length > 0
  return (
    <li className={styles.limb}>
      <div className={styles.line}>
        {grows ? (
          <button
            type="button"
            className={styles.opener}
            aria-expanded={shown}
            aria-controls={shown ? id : undefined}
            aria-label={opens(branch)}
            onClick={() => setShown(!shown)}
          >
            <IconChevronRight size={20} stroke={1.8} aria-hidden />
          </button>
        ) : (
          <span className={styles.leaf} aria-hidden />
        )}
        <Link to={branch.to} className={styles.name}>
          {branch.label}
        </Link>
        {branch.note && <span className={styles.note}>{branch.note}</span>}
      </div>
      {grows && shown && (
        <div id={id} className={styles.inside}>
          <Tree branches={branch.children} open={open - 1} opens={opens} />
        </div>
      )}
    </li>
  )
}

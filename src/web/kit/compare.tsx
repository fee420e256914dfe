import styles from './compare.module.css'

export interface Side {
  label: string
  value: string
}

/** Two values of one thing beside each other, for whoever must choose between them. */
export const Compare = ({ sides }: { sides: readonly [Side, Side] }) => (
  <dl className={styles.sides}>
    {sides.map((side) => (
      <div key={side.label} className={styles.side}>
        <dt className={styles.label}>{side.label}</dt>
        <dd className={styles.value}>{side.value}</dd>
      </div>
    ))}
  </dl>
)

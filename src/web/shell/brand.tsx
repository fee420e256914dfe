import styles from './brand.module.css'

export const Brand = () => (
  <span className={styles.brand}>
    <img src="/mark.svg" alt="" width="34" height="34" />
    Bina
  </span>
)

import { t } from '../words.ts'
import { Button } from './button.tsx'
import { copy } from './copy.tsx'
import { IconCopy } from './icons.ts'
import styles from './secret.module.css'

/** Something to copy that is shown once. */
export const Secret = ({ value, label }: { value: string; label: string }) => (
  <div className={styles.secret}>
    <code className={styles.value} aria-label={label}>
      {value}
    </code>
    <Button icon={IconCopy} onPress={() => void copy(value)}>
      {t('web.copy')}
    </Button>
  </div>
)

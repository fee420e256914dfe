import { t } from '../words.ts'
import { IconButton } from './button.tsx'
import styles from './copy.module.css'
import { IconCopy } from './icons.ts'
import { toast } from './toast.tsx'

/** Puts words on the clipboard and says whether it worked. */
export const copy = (value: string): Promise<void> =>
  navigator.clipboard.writeText(value).then(
    () => toast({ words: t('web.copied'), tone: 'good' }),
    () => toast({ words: t('web.notCopied'), tone: 'bad' }),
  )

/** A number that people carry elsewhere, such as a NIP; `label` says what is copied. */
export const Copyable = ({ value, label }: { value: string; label: string }) => (
  <span className={styles.copyable}>
    <span className={styles.value}>{value}</span>
    <IconButton icon={IconCopy} label={`${t('web.copy')}: ${label}`} onPress={() => void copy(value)} />
  </span>
)

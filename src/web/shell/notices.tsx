import { useSyncExternalStore } from 'react'
import type { Me } from '../account/session.ts'
import { IconDatabase, IconFlask, IconWifiOff } from '../kit/icons.ts'
import { t } from '../words.ts'
import styles from './shell.module.css'

function useOnline(): boolean {
  return useSyncExternalStore(
    (tell) => {
      window.addEventListener('online', tell)
      window.addEventListener('offline', tell)
      return () => {
        window.removeEventListener('online', tell)
        window.removeEventListener('offline', tell)
      }
    },
    () => navigator.onLine,
  )
}

/** What the reader must know about everything on the screen: invented data, a trial database, no network. */
export function Notices({ me }: { me: Me }) {
  const online = useOnline()
  return (
    <div className={styles.notices}>
      <div role="status">
        {!online && (
          <p className={styles.notice} data-tone="warn">
            <IconWifiOff size={18} aria-hidden /> {t('web.shell.offline')}
          </p>
        )}
      </div>
      {me.city.synthetic && (
        <p className={styles.notice}>
          <IconFlask size={18} aria-hidden /> {t('web.shell.synthetic')}
          <span className={styles.more}>{t('web.shell.syntheticMore')}</span>
        </p>
      )}
      {me.city.embedded && me.roles.some((r) => r.role === 'admin') && (
        <p className={styles.notice}>
          <IconDatabase size={18} aria-hidden /> {t('web.shell.embedded')}
          <span className={styles.more}>{t('web.shell.embeddedMore')}</span>
        </p>
      )}
    </div>
  )
}

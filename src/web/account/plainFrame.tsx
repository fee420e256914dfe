import { type ReactNode, useEffect } from 'react'
import { Brand } from '../shell/brand.tsx'
import { LanguagePicker } from './languagePicker.tsx'
import { t } from '../words.ts'
import styles from './plainFrame.module.css'

/** The frame of the few screens before the shell: who we are on one side, one thing to do on the other. */
export function PlainFrame({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} – Bina`
  }, [title])
  return (
    <div className={styles.frame}>
      <header className={styles.face}>
        <Brand />
        <p className={styles.slogan}>{t('web.slogan')}</p>
        <p className={styles.about}>{t('web.about')}</p>
      </header>
      <main className={styles.main}>
        <div className={styles.card}>
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
          {children}
        </div>
        <LanguagePicker />
      </main>
    </div>
  )
}

import { Outlet, useRouterState } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { type Me, meQuestion } from '../account/session.ts'
import { t, useLanguage } from '../words.ts'
import { Finding, useFinding } from './finding.tsx'
import { Notices } from './notices.tsx'
import { BottomBar, Sidebar, TopBar } from './navigation.tsx'
import styles from './shell.module.css'

/** The frame around every screen of a signed-in person. */
export default function Shell() {
  useLanguage()
  const path = useRouterState({ select: (s) => s.location.pathname })
  const { data: me } = useQuery(meQuestion)
  // Nobody could be asked for (no network at the first visit): the screen inside says so.
  if (!me) {
    return (
      <main id="isi" className={styles.main}>
        <Outlet />
      </main>
    )
  }
  return <Frame me={me} path={path} />
}

function Frame({ me, path }: { me: Me; path: string }) {
  const { finding, onFind, onClose } = useFinding(me)
  return (
    <div className={styles.shell}>
      <a href="#isi" className={styles.skip}>
        {t('web.shell.skip')}
      </a>
      <TopBar onFind={onFind} />
      <Sidebar me={me} path={path} onFind={onFind} />
      <main id="isi" tabIndex={-1} className={styles.main}>
        <Notices me={me} />
        <Outlet />
      </main>
      <BottomBar me={me} path={path} />
      {finding && <Finding onClose={onClose} />}
    </div>
  )
}

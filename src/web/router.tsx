import {
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { may, meQuestion } from './account/session.ts'
import { queries } from './api.ts'
import { Loading } from './kit/loading.tsx'
import { ProblemView } from './kit/problemView.tsx'
import { Toaster } from './kit/toast.tsx'
import { Problem, problemOf } from './problem.ts'
import type { Screen } from './screen.ts'
import { screens } from './screens.ts'
import { loadWords, t, useLanguage } from './words.ts'

const signInPath = '/masuk'
const firstPasswordPath = '/sandi-baru'

const root = createRootRoute({ component: Root })

function Root() {
  useLanguage()
  return (
    <>
      <Outlet />
      <Toaster />
    </>
  )
}

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: lazyRouteComponent(() => import('./shell/entry.ts'), 'Shell'),
})

/** A new build removes the old pieces from the server: a piece that is gone means that this page must start again. */
async function freshly<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (thrown) {
    const again = 'bina.reloaded'
    if (!navigator.onLine) throw new Problem('network', 0, t('web.problem.notHere'))
    if (Date.now() - Number(sessionStorage.getItem(again)) < 10_000) throw thrown
    sessionStorage.setItem(again, String(Date.now()))
    window.location.reload()
    return new Promise(() => {})
  }
}

/** Draws the screen again when the language changes, with what was typed still in it. */
const speaking = (Inner: ComponentType) =>
  function SpeakingScreen() {
    useLanguage()
    return <Inner />
  }

async function guard(screen: Screen, href: string): Promise<void> {
  const me = await queries.ensureQueryData(meQuestion)
  if (!me) throw redirect({ to: signInPath, search: { ke: href === '/' ? undefined : href } as never })
  if (me.account.mustChangePassword) throw redirect({ to: firstPasswordPath })
  if (!may(me, screen.permission)) throw new Problem('forbidden', 403, t('web.problem.forbidden'))
}

const routeOf = (screen: Screen) =>
  createRoute({
    getParentRoute: () => (screen.frame === 'plain' ? root : shell),
    path: screen.path,
    beforeLoad: async ({ location }) => {
      if (!screen.open) return guard(screen, location.href)
      // Who is signed in changes what an open screen offers, but not knowing must not keep it closed.
      await queries.ensureQueryData(meQuestion).catch(() => undefined)
    },
    loader: () => loadWords(screen.words),
    component: lazyRouteComponent(() => freshly(screen.load).then((loaded) => ({ default: speaking(loaded.default) }))),
    staleTime: Infinity,
  })

const inShell = screens.filter((s) => s.frame !== 'plain').map(routeOf)
const plain = screens.filter((s) => s.frame === 'plain').map(routeOf)

export const router = createRouter({
  routeTree: root.addChildren([shell.addChildren(inShell), ...plain]),
  // Every value in the URL is text: a NIP has 18 digits and must not become a number.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const words = Object.entries(search).filter(([, v]) => v !== undefined && v !== null && v !== '')
    return words.length > 0 ? `?${new URLSearchParams(words.map(([k, v]) => [k, String(v)]))}` : ''
  },
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingComponent: () => <Loading kind="page" />,
  defaultPendingMs: 300,
  defaultErrorComponent: ({ error }) => (
    <ProblemView problem={problemOf(error)} onRetry={() => void router.invalidate()} page />
  ),
  defaultNotFoundComponent: () => (
    <main>
      <ProblemView problem={new Problem('unknown-page', 404, t('web.problem.unknownPage'))} page />
    </main>
  ),
})

/** Where to go when the session has ended: the sign-in page, and afterwards back to where the reader was. */
export async function toSignIn(): Promise<void> {
  const { pathname, href } = router.state.location
  if (screens.some((s) => s.open && s.path === pathname)) return
  // First away from screens that need an account, then forget it; the guard asks again at the next one.
  await router.navigate({ to: signInPath, search: { ke: href } as never })
  queries.setQueryData(meQuestion.queryKey, null)
}

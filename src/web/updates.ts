import { get } from './http.ts'
import { keptOffline } from './offline.ts'
import { toast } from './kit/toast.tsx'
import { t } from './words.ts'

/** Registers the service worker after the first screen stands, and offers a new version instead of forcing it. */
export function watchForUpdates(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  if (document.readyState === 'complete') void register()
  else window.addEventListener('load', () => void register(), { once: true })
}

async function register(): Promise<void> {
  try {
    if (!navigator.serviceWorker.controller)
      navigator.serviceWorker.addEventListener('controllerchange', keepFirstAnswers, { once: true })
    const registration = await navigator.serviceWorker.register('/sw.js')
    if (registration.waiting) offer(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing
      coming?.addEventListener('statechange', () => coming.state === 'installed' && offer(coming))
    })
  } catch {
    // Forbidden by the browser (a private window): everything works, only not without a network.
  }
}

/** The first worker arrives after the first answers: they are asked for again, to be kept from the first visit on. */
function keepFirstAnswers(): void {
  const asked = performance.getEntriesByType('resource').map((entry) => new URL(entry.name))
  for (const { pathname, search } of asked)
    if (keptOffline.some((operation) => pathname === `/api/${operation}`))
      void get(pathname + search).catch(() => undefined)
}

function offer(waiting: ServiceWorker): void {
  // The very first worker replaces nothing.
  if (!navigator.serviceWorker.controller) return
  const change = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true })
    waiting.postMessage({ type: 'SKIP_WAITING' })
  }
  toast({ words: t('web.update.ready'), stays: true, action: { label: t('web.update.now'), run: change } })
}

import { chromium } from '@playwright/test'
import config from '../../playwright.config.ts'
import { benchFolder, startApplication } from './application.ts'
import type { Result } from './result.ts'

const persons = 6000

/** What a phone loads on its very first visit: sign-in, then home, with nothing in its cache. */
export async function benchPage(): Promise<Result[]> {
  const app = await startApplication({ DATA_DIR: benchFolder('embedded'), DEMO_PERSONS: String(persons) })
  const browser = await chromium.launch(config.use?.launchOptions)
  try {
    const signIn = await visit(browser, `${app.url}/masuk`)
    const cookie = await app.cookie('employee')
    const home = await visit(browser, `${app.url}/`, cookie)
    return [...figuresOf('sign-in', signIn), ...figuresOf('home', home)]
  } finally {
    await browser.close()
    await app.stop()
  }
}

async function visit(browser: Awaited<ReturnType<typeof chromium.launch>>, url: string, cookie?: string) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    serviceWorkers: 'block',
    locale: 'id-ID',
  })
  if (cookie) {
    const [name, value] = cookie.split('=') as [string, string]
    await context.addCookies([{ name, value, url }])
  }
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  let bytes = 0
  let requests = 0
  // A picture that the page shows twice crosses the line once.
  const cached = new Set<string>()
  devtools.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (cached.has(requestId)) return
    bytes += encodedDataLength
    requests += 1
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await context.close()
  return { bytes, requests }
}

const figuresOf = (what: string, { bytes, requests }: { bytes: number; requests: number }): Result[] => [
  {
    bench: 'page',
    what: `${what}, cold`,
    value: bytes / 1000,
    unit: 'kB',
    note: 'as it crosses the line, headers included',
  },
  { bench: 'page', what: `${what}, cold`, value: requests, unit: 'requests' },
]

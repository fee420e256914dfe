import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import settings from '../playwright.config.ts'
import { persons, signIn } from '../e2e/accounts.ts'
import { openScreens, placesOf } from '../e2e/screens.ts'
import { type Role, roles } from '../src/shared/roles.ts'

/**
 * `node tools/screenshots.ts FOLDER [role …]`: a picture of every screen as every role sees it, on a phone and on a
 * desktop, from a small demonstration city. `SCHEME=dark` and `LANGUAGE=en` show the other looks, `AT=http://…` takes a
 * demonstration city that is running already.
 */
const [folder, ...asked] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder for the pictures: node tools/screenshots.ts FOLDER [role …]')
const shown = asked.length > 0 ? (asked as Role[]) : roles
const colorScheme = process.env.SCHEME === 'dark' ? 'dark' : 'light'
const devices: Record<string, BrowserContextOptions> = {
  phone: { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1440, height: 900 } },
}

const { address, stop } = process.env.AT ? { address: process.env.AT, stop: () => {} } : await startCity()
const browser = await chromium.launch(settings.use?.launchOptions)
try {
  for (const [device, options] of Object.entries(devices)) {
    await openOnes(browser, device, options)
    for (const role of shown) await ofRole(browser, device, options, role)
  }
} finally {
  await browser.close()
  stop()
}

async function openOnes(at: Browser, device: string, options: BrowserContextOptions): Promise<void> {
  const page = await pageOf(at, options)
  for (const path of openScreens) await picture(page, path, join(device, 'open', nameOf(path)))
  await page.context().close()
}

async function ofRole(at: Browser, device: string, options: BrowserContextOptions, role: Role): Promise<void> {
  const page = await pageOf(at, options)
  await signIn(page, role)
  if (process.env.LANGUAGE === 'en')
    await page.request.post('/api/account/setLanguage', {
      data: { language: 'en' },
      headers: { 'X-Requested-With': 'bina' },
    })
  for (const place of await placesOf(page, role))
    if (place.address) await picture(page, place.address, join(device, role, nameOf(place.path)))
  await page.context().close()
  console.log(`${device}: ${role}`)
}

async function picture(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  // A window as high as the screen's content: the bar at a phone's lower edge would stand in the middle otherwise.
  const window = page.viewportSize()!
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ ...window, height: Math.max(window.height, height) })
  mkdirSync(join(folder!, name, '..'), { recursive: true })
  await page.screenshot({ path: join(folder!, `${name}.png`), fullPage: true })
  await page.setViewportSize(window)
}

async function pageOf(at: Browser, options: BrowserContextOptions): Promise<Page> {
  const common = { baseURL: address, locale: 'id-ID', colorScheme, serviceWorkers: 'block' } as const
  return (await at.newContext({ ...common, ...options })).newPage()
}

function nameOf(path: string): string {
  return path.slice(1).replace(/\$/g, '').replace(/\//g, '-') || 'beranda'
}

async function startCity(): Promise<{ address: string; stop: () => void }> {
  const data = mkdtempSync(join(tmpdir(), 'bina-pictures-'))
  const at = 'http://127.0.0.1:4174'
  const env = { ...process.env, PORT: '4174', DATA_DIR: data, DEMO_PERSONS: String(persons), LOG_LEVEL: 'warn' }
  const server = spawn(process.execPath, ['src/main.ts'], { env, stdio: 'inherit' })
  const gone = new Promise<void>((resolve) => server.on('exit', () => resolve()))
  const ready = async () => (await fetch(`${at}/api/ready`).catch(() => undefined))?.ok === true
  while (!(await ready())) {
    if (server.exitCode !== null) throw new Error('The server did not start')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return {
    address: at,
    stop: () => {
      server.kill('SIGTERM')
      void gone.then(() => rmSync(data, { recursive: true, force: true }))
    },
  }
}

import { AxeBuilder } from '@axe-core/playwright'
import { roles } from '../src/shared/roles.ts'
import { signIn } from './accounts.ts'
import { openScreens, placesOf } from './screens.ts'
import { expect, type Page, test } from './test.ts'
import { t } from './words.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

// Each role sees each of its screens twice: on the phone in the light, on the desktop in the dark.
test.describe('every screen can be read by everybody, fits its window and complains of nothing:', () => {
  test.slow()
  test.beforeEach(({ page, isMobile }) => page.emulateMedia({ colorScheme: isMobile ? 'light' : 'dark' }))

  test('without an account', async ({ page }) => {
    const faults: string[] = []
    for (const address of openScreens) {
      await page.goto(address)
      faults.push(...(await faultsAt(page, address, true)))
    }
    expect(faults).toEqual([])
  })

  for (const role of roles)
    test(role, async ({ page }) => {
      await signIn(page, role)
      const places = await placesOf(page, role)
      const faults: string[] = []
      await page.goto('/akun')
      await faultsAt(page, '/akun', true)
      for (const { address } of places)
        if (address) {
          await move(page, address)
          faults.push(...(await faultsAt(page, address)))
        }
      expect(faults).toEqual([])
      if (role === 'officer') expect(places.filter(({ address }) => address === undefined)).toEqual([])
    })
})

/** To another screen without loading the application again, which would cost more than looking at it. */
async function move(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector('h1')?.setAttribute('data-left', '')
    history.pushState({}, '', to)
  }, address)
  await expect(page.locator('h1[data-left]'), address).toHaveCount(0)
}

/** @param loaded the page was loaded afresh, so that the checker is not in it yet */
async function faultsAt(page: Page, address: string, loaded = false): Promise<string[]> {
  await expect(page.getByRole('heading', { level: 1 }).first(), address).toBeVisible()
  await expect(page.getByText(t('web.loading')), address).toHaveCount(0)
  const faults: string[] = []
  const axe = new AxeBuilder({ page, ...(loaded ? {} : { axeSource: ';' }) }).setLegacyMode()
  const { violations } = await axe
    .options({ resultTypes: ['violations'], preload: false })
    .withTags(tags)
    .analyze()
  for (const { id, nodes } of violations)
    faults.push(`${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3)} (${nodes.length})`)
  const refused = page.getByRole('alert')
  if (await refused.count()) faults.push(`says ${await refused.first().innerText()}`)
  // A phone widens its window for what does not fit: measured against the glass, not the window.
  const tooWide = await page.evaluate((glass) => {
    const parts = [document.documentElement, document.body, document.querySelector('main')!]
    return Math.max(document.documentElement.scrollWidth - glass, ...parts.map((p) => p.scrollWidth - p.clientWidth))
  }, page.viewportSize()!.width)
  if (tooWide > 0) faults.push(`${tooWide} pixels too wide`)
  return faults.map((fault) => `${address} ${fault}`)
}

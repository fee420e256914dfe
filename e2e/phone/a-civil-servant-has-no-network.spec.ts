import { accountOf, enter, password, signIn } from '../accounts.ts'
import { type Page, expect, test } from '../test.ts'
import { t } from '../words.ts'

test.use({ expected: /ERR_INTERNET_DISCONNECTED|ERR_FAILED/ })

test('after one visit the frame and the own profile open without a network', async ({ page, context }) => {
  await page.goto('/masuk')
  await enter(page, accountOf('employee').nip, password)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/^Selamat /)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: t('web.navigation.myCompetency') })
    .click()
  const bars = page.getByRole('figure', { name: t('competency.profile.picture') }).getByRole('listitem')
  await expect(bars.first()).toBeVisible()
  const seen = await bars.allInnerTexts()
  for (const operation of ['account/me', 'people/summary', 'competency/profile'])
    await page.waitForFunction(async (kept) => {
      const answers = await (await caches.open('bina-answers')).keys()
      return answers.some(({ url }) => url.includes(kept))
    }, operation)

  await context.setOffline(true)
  await page.goto('/kompetensi/saya')
  await expect(page.getByRole('heading', { level: 1, name: t('competency.profile.mine') })).toBeVisible()
  await expect(bars).toHaveText(seen)
  await expect(page.getByText(t('web.shell.offline'))).toBeVisible()

  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/^Selamat /)

  await test.step('what was never opened here says so, and works again with the network', async () => {
    await page.goto('/kompetensi/standar')
    await expect(page.getByRole('alert')).toContainText(/sambungan/i)
    await context.setOffline(false)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: t('competency.standard.title') })).toBeVisible()
  })
})

const kept = (page: Page) =>
  page.evaluate(async () => {
    if (!(await caches.has('bina-answers'))) return []
    return (await (await caches.open('bina-answers')).keys()).map(({ url }) => url)
  })

test('a supervisor’s device keeps the own pages, none of the team, and nothing after signing out', async ({ page }) => {
  await signIn(page, 'supervisor')
  await page.goto('/')
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const { rows } = await (await page.request.get('/api/people/team')).json()
  const { personId, name } = rows[0]
  await page.goto(`/pegawai/${personId}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await page.goto(`/kompetensi/${personId}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await page.goto('/saya')
  await expect(page.getByRole('tablist')).toBeVisible()

  await expect.poll(async () => (await kept(page)).some((url) => url.endsWith('/api/people/person'))).toBe(true)
  expect((await kept(page)).filter((url) => /personId|team|\/unit/.test(url))).toEqual([])

  await page.goto('/akun')
  await page.getByRole('button', { name: t('web.account.signOut') }).click()
  await page.waitForURL('**/masuk')
  expect(await kept(page)).toEqual([])
})

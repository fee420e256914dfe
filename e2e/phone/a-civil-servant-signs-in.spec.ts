import { accountOf, enter, password, signIn } from '../accounts.ts'
import { expect, test } from '../test.ts'
import { like, t } from '../words.ts'

test.use({ expected: /401/ })

test('a civil servant signs in, sees the own gaps and index, reads them in English, and signs out', async ({
  page,
}) => {
  const { nip, name } = accountOf('employee')

  await test.step('a wrong password gets a reason in words, and what was typed stays', async () => {
    await page.goto('/indeks/saya')
    await expect(page.getByRole('heading', { level: 1, name: t('web.signIn.title') })).toBeVisible()
    await enter(page, nip, 'bukan-kata-sandinya')
    await expect(page.getByRole('alert')).toContainText(/kata sandi/i)
    await expect(page.getByLabel(t('web.signIn.identifier'))).toHaveValue(nip)
  })

  await test.step('the right one leads to the screen that was asked for', async () => {
    await page.getByLabel(t('web.signIn.password'), { exact: true }).fill(password)
    await page.getByRole('button', { name: t('web.signIn.enter'), exact: true }).click()
    await expect(page).toHaveURL('/indeks/saya')
    await expect(page.getByRole('heading', { level: 1, name: t('index.person.mine') })).toBeVisible()
  })

  await test.step('home greets by name and says what waits', async () => {
    await page
      .getByRole('navigation')
      .getByRole('link', { name: t('web.navigation.home') })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/^Selamat (pagi|siang|sore|malam), /)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name.split(/[ ,]/)[0]!)
    await expect(page.getByRole('heading', { name: t('web.home.todo') })).toBeVisible()
    await expect(page.getByRole('heading', { name: t('web.home.competency.gaps') })).toBeVisible()
  })

  await test.step('the profile opens down to the ratings and the legal basis', async () => {
    await page
      .getByRole('navigation')
      .getByRole('link', { name: t('web.navigation.myCompetency') })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: t('competency.profile.mine') })).toBeVisible()
    const picture = page.getByRole('figure', { name: t('competency.profile.picture') })
    await expect(picture.getByRole('listitem').nth(8)).toBeVisible()
    await picture.getByRole('button').first().click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText(t('competency.detail.requirement')).click()
    await expect(sheet.getByText(/Permen ?PAN/i).first()).toBeVisible()
    await sheet.getByRole('button', { name: t('web.close') }).click()
    await expect(sheet).toBeHidden()
  })

  await test.step('the index opens from the whole to a dimension, its rule, and what would raise it', async () => {
    await page.goto('/indeks/saya')
    await expect(page.getByRole('heading', { name: t('index.gain.titleMine') })).toBeVisible()
    const dimension = page
      .getByRole('group')
      .filter({ hasText: like('index.why.dimension', { name: t('index.dimension.competency') }) })
    await dimension.getByText(like('index.why.dimension', { name: t('index.dimension.competency') })).click()
    const grounds = dimension.getByText(like('index.why.grounds')).first()
    await grounds.click()
    await expect(dimension.getByText(/PermenPAN|Peraturan|Perka/i).first()).toBeVisible()
  })

  await test.step('English and back', async () => {
    await page.goto('/akun')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { level: 1, name: t('web.account.title', {}, 'en') })).toBeVisible()
    await page.goto('/kompetensi/saya')
    await expect(page.getByRole('heading', { level: 1, name: t('competency.profile.mine', {}, 'en') })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.goto('/akun')
    await page.getByRole('button', { name: 'Bahasa Indonesia' }).click()
    await expect(page.getByRole('heading', { level: 1, name: t('web.account.title') })).toBeVisible()
  })

  await test.step('after signing out the way back is closed', async () => {
    await page
      .getByRole('main')
      .getByRole('button', { name: t('web.account.signOut') })
      .click()
    await expect(page).toHaveURL('/masuk')
    await page.goto('/kompetensi/saya')
    await expect(page.getByRole('heading', { level: 1, name: t('web.signIn.title') })).toBeVisible()
  })
})

test('the language chosen on one device is spoken on another that is signed in already', async ({ page, browser }) => {
  const other = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' })
  const tablet = await other.newPage()
  await tablet.goto('/masuk')
  await expect(tablet.getByRole('heading', { level: 1, name: t('web.signIn.title', {}, 'en') })).toBeVisible()
  await signIn(tablet, 'integrity')
  await tablet.goto('/akun')
  await expect(tablet.getByRole('heading', { level: 1, name: t('web.account.title') })).toBeVisible()

  await signIn(page, 'integrity')
  await page.goto('/akun')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('web.account.title', {}, 'en') })).toBeVisible()
  await tablet.reload()
  await expect(tablet.getByRole('heading', { level: 1, name: t('web.account.title', {}, 'en') })).toBeVisible()
  await tablet.goto('/pegawai')
  await expect(tablet.getByRole('link', { name: t('web.table.export', {}, 'en') })).toHaveAttribute(
    'href',
    /language=en/,
  )

  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('web.account.title') })).toBeVisible()
  await other.close()
})

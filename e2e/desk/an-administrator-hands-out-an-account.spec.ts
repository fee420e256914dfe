import { enter, signIn } from '../accounts.ts'
import { expect, test } from '../test.ts'
import { t } from '../words.ts'

test('an administrator creates an account, grants a role and sees it in the audit log; its first password must go', async ({
  page,
  browser,
}) => {
  await signIn(page, 'admin')
  const { persons } = await (await page.request.get('/api/accounts/candidates', { params: { search: '19' } })).json()
  const { nip, name } = persons[0]
  const reason = `Surat tugas ${nip.slice(-6)}`

  await page.goto('/akun-pengguna')
  await page.getByRole('button', { name: t('web.accounts.create'), exact: true }).click()
  const sheet = page.getByRole('dialog', { name: t('web.accounts.create') })
  await sheet.getByLabel(t('web.accounts.find-person')).fill(nip)
  await sheet.getByRole('radio', { name: new RegExp(nip) }).check()
  await sheet.getByLabel(t('web.accounts.reason')).fill(reason)
  await sheet.getByRole('button', { name: t('web.accounts.create'), exact: true }).click()
  const first = await sheet.getByLabel(t('web.accounts.first-password')).innerText()
  expect(first.length).toBeGreaterThanOrEqual(10)
  await sheet.getByRole('link', { name: t('web.accounts.open') }).click()
  await expect(page.getByText(t('web.accounts.state.new')).first()).toBeVisible()

  await test.step('the role is granted with a reason', async () => {
    await page.getByRole('button', { name: t('web.accounts.grant') }).click()
    const granting = page.getByRole('dialog', { name: t('web.accounts.grant') })
    await granting.getByRole('radio', { name: new RegExp(`^${t('web.role.integrity')}`) }).check()
    await granting.getByLabel(t('web.accounts.reason')).fill(reason)
    await granting.getByRole('button', { name: t('web.accounts.grant') }).click()
    await expect(granting).toBeHidden()
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: t('web.role.integrity') })
        .first(),
    ).toBeVisible()
  })

  await test.step('both acts stand in the audit log with their reason', async () => {
    await page.getByRole('link', { name: t('web.accounts.history') }).click()
    const log = page.getByRole('table', { name: t('web.audit.title') })
    for (const operation of ['accounts/create', 'accounts/grantRole']) {
      const line = log.getByRole('row').filter({ hasText: operation }).first()
      await expect(line).toContainText(t(`web.audit.operation.${operation}`))
      await expect(line).toContainText(reason)
      await expect(line).toContainText(t('web.audit.outcome.done'))
    }
  })

  await test.step('the first password opens nothing but the form to change it', async () => {
    const own = await (await browser.newContext()).newPage()
    await own.goto('/masuk')
    await enter(own, nip, first)
    await expect(own.getByRole('heading', { name: t('web.password.firstTitle') })).toBeVisible()
    await own.goto('/audit')
    await expect(own.getByRole('heading', { name: t('web.password.firstTitle') })).toBeVisible()
    await own.getByLabel(t('web.password.current'), { exact: true }).fill(first)
    await own.getByLabel(t('web.password.next'), { exact: true }).fill('empat kata yang mudah diingat')
    await own.getByRole('button', { name: t('web.password.change') }).click()
    await expect(own.getByRole('heading', { level: 1, name: name.split(/[ ,]/)[0] })).toBeVisible()
    await own.goto('/audit')
    await expect(own.getByRole('heading', { level: 1, name: t('web.audit.title') })).toBeVisible()
    await own.context().close()
  })
})

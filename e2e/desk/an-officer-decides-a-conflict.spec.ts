import { signIn } from '../accounts.ts'
import { apply, isPreviewed, json, person, someNumber, someUnit, upload } from '../imports.ts'
import { expect, test } from '../test.ts'
import { t } from '../words.ts'

test('an officer corrects a name; the next import asks about it instead of undoing it; the decision stands', async ({
  page,
}) => {
  await signIn(page, 'officer')
  const number = someNumber()
  const files = [json('data-utama.json', [person(number, await someUnit(page))])]
  const national = `Orang Contoh ${number}`
  const right = `Orang Sebenarnya ${number}`
  const name = t('people.field.name')

  await upload(page, files)
  await isPreviewed(page)
  await apply(page)

  await test.step('the correction, with its reason, stands on the person’s page at once', async () => {
    await page.goto(`/pegawai?search=${person(number, { nationalId: '', name: '' }).nipBaru}`)
    await page.getByRole('link', { name: new RegExp(national) }).click()
    await page.getByRole('tab', { name: t('people.tab.sources') }).click()
    await page.getByRole('button', { name: `${t('people.correct.action')}: ${name}`, exact: true }).click()
    const sheet = page.getByRole('dialog', { name: t('people.correct.title') })
    await sheet.getByLabel(t('people.correct.new', { field: name })).fill(right)
    await sheet.getByLabel(t('people.reason')).fill('Sesuai akta kelahiran')
    await sheet.getByRole('button', { name: t('people.correct.save') }).click()
    await expect(page.getByRole('heading', { level: 1, name: right })).toBeVisible()
    await expect(page.getByText(t('people.source.corrected'))).toBeVisible()
  })

  await test.step('the same files again: a conflict, and the correction stays', async () => {
    await upload(page, files)
    await isPreviewed(page)
    const row = page
      .getByRole('table', { name: t('people.import.rows-title') })
      .getByRole('row')
      .nth(1)
    await expect(row).toContainText(t('people.import.outcome.conflict'))
    await apply(page)
  })

  const card = page
    .getByRole('main')
    .locator('section, article, div')
    .filter({ hasText: right })
    .filter({ hasText: national })
  await test.step('both values stand side by side; keeping the correction needs a reason', async () => {
    await page.goto('/konflik')
    await expect(card.first()).toBeVisible()
    await card
      .getByRole('button', { name: t('people.conflicts.keep') })
      .last()
      .click()
    const sheet = page.getByRole('dialog', { name: t('people.conflicts.keep') })
    await sheet.getByLabel(t('people.reason')).fill('Akta kelahiran lebih kuat')
    await sheet.getByRole('button', { name: t('people.conflicts.keep') }).click()
    await expect(page.getByText(t('people.conflicts.keep-done', { field: name }))).toBeVisible()
    await expect(card).toHaveCount(0)
  })

  await test.step('the decision is on record, and the next import does not ask again', async () => {
    await page.getByText(t('people.conflicts.decided'), { exact: true }).click()
    await expect(card.first()).toContainText(t('people.conflicts.decided-keep'))
    await upload(page, files)
    await isPreviewed(page)
    await expect(page.getByText(t('people.import.nothing-new'))).toBeVisible()
  })
})

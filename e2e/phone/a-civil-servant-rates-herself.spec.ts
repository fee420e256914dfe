import { signIn } from '../accounts.ts'
import { expect, test } from '../test.ts'
import { like, t } from '../words.ts'

test('a civil servant rates herself; what she typed outlives a reload, and what she sent is evidence', async ({
  page,
}) => {
  const example = `Contoh nyata nomor ${Date.now()}`
  await signIn(page, 'employee')
  await page.goto('/kompetensi/saya')
  await page.getByRole('link', { name: t('competency.assess.as.self') }).click()
  await expect(page.getByText(like('competency.assess.progress', { n: 1 }))).toBeVisible()
  const competency = (await page.getByRole('heading', { level: 1 }).textContent())!

  const choices = page.getByRole('group', { name: t('competency.assess.whichSelf') })
  await choices.getByRole('radio').nth(2).check()
  await page.getByLabel(t('competency.assess.note')).fill(example)

  await test.step('a draft survives a reload', async () => {
    await page.reload()
    await expect(page.getByText(t('competency.assess.restored'))).toBeVisible()
    await expect(choices.getByRole('radio').nth(2)).toBeChecked()
    await expect(page.getByLabel(t('competency.assess.note'))).toHaveValue(example)
  })

  await test.step('one step forward, one back with the phone, and on past the rest', async () => {
    await page.getByRole('button', { name: t('competency.assess.next') }).click()
    await expect(page.getByText(like('competency.assess.progress', { n: 2 }))).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: competency })).toBeVisible()
    await page.getByRole('button', { name: t('competency.assess.next') }).click()
    const review = page.getByRole('heading', { level: 1, name: t('competency.assess.review') })
    const skip = page.getByRole('button', { name: t('competency.assess.skip') })
    for (let step = 2; !(await review.isVisible()); step++) {
      await expect(page.getByText(like('competency.assess.progress', { n: step }))).toBeVisible()
      await skip.click()
      await expect(review.or(page.getByText(like('competency.assess.progress', { n: step + 1 })))).toBeVisible()
    }
  })

  await test.step('the sent rating stands in the evidence with its example', async () => {
    await page.getByRole('button', { name: t('competency.assess.send') }).click()
    await expect(page.getByText(t('competency.assess.sent', { n: 1 }))).toBeVisible()
    await expect(page).toHaveURL('/kompetensi/saya')
    await page.getByRole('button', { name: competency }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText(like('competency.evidence.title')).click()
    await expect(sheet.getByText(example).first()).toBeVisible()
  })

  await test.step('the draft is gone', async () => {
    await page.goto('/kompetensi/nilai/saya')
    await expect(page.getByText(like('competency.assess.progress', { n: 1 }))).toBeVisible()
    await expect(page.getByText(t('competency.assess.restored'))).toBeHidden()
    await expect(page.getByLabel(t('competency.assess.note'))).toHaveValue('')
  })
})

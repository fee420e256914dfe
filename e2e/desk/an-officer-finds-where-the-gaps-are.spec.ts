import { signIn } from '../accounts.ts'
import { rowsIn } from '../imports.ts'
import { expect, test } from '../test.ts'
import { t } from '../words.ts'

test('an officer opens the heat map from the city down to one person', async ({ page }) => {
  await signIn(page, 'officer')
  await page.goto('/')
  await page
    .getByRole('navigation')
    .getByRole('link', { name: t('web.navigation.gapMap') })
    .click()
  const map = page.getByRole('table', { name: t('competency.map.title') })
  const persons = page.getByRole('table', { name: t('competency.map.persons') })
  await expect(map.getByRole('rowheader', { name: t('competency.map.whole') })).toBeVisible()
  await expect(map.getByRole('cell').filter({ hasText: /\d+%/ }).first()).toBeVisible()

  let steps = 0
  for (; !(await persons.isVisible()); steps++) {
    expect(steps, 'a way down that never ends').toBeLessThan(6)
    const before = page.url()
    await map.getByRole('rowheader').getByRole('link').first().click()
    await expect(page).not.toHaveURL(before)
    await expect(map.or(persons)).toBeVisible()
  }
  expect(steps).toBeGreaterThan(1)

  const person = persons.getByRole('rowheader').getByRole('link').last()
  const name = await person.innerText()
  await person.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('figure', { name: t('competency.profile.picture') })).toBeVisible()
})

test('a cell of the heat map leads to its gaps, and the list goes out as a spreadsheet with the same rows', async ({
  page,
}) => {
  await signIn(page, 'officer')
  await page.goto('/kompetensi/peta')
  const map = page.getByRole('table', { name: t('competency.map.title') })
  await map.getByRole('cell').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: t('competency.gaps.title') })).toBeVisible()
  const list = page.getByRole('table', { name: t('competency.gaps.title') })
  await expect(list.getByRole('row').nth(1)).toBeVisible()
  const [, total] = / dari ([\d.]+)/.exec(await page.getByText(/^\d+–\d+ dari /).innerText())!
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: t('web.table.export') }).click()
  const rows = await rowsIn(await coming)
  expect(rows).toHaveLength(Number(total!.replace('.', '')))
  const name = await list.getByRole('row').nth(1).getByRole('cell').first().innerText()
  expect(rows.map(({ values }) => Object.values(values).join(' ')).join('\n')).toContain(name)
})

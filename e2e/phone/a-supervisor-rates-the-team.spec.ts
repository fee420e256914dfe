import { signIn } from '../accounts.ts'
import { expect, test } from '../test.ts'
import { like, t } from '../words.ts'

test('a supervisor rates a member of the team, whose gap changes at once', async ({ page }) => {
  await signIn(page, 'supervisor')
  await page.goto('/kompetensi/nilai')
  const members = page
    .getByRole('list')
    .filter({ has: page.getByRole('link', { name: t('competency.team.assess'), exact: true }) })
  const member = members.getByRole('listitem').last()
  const way = await member.getByRole('link').first().getAttribute('href')

  const read = async () => {
    await page.goto(way!)
    const first = page
      .getByRole('figure', { name: t('competency.profile.picture') })
      .getByRole('listitem')
      .first()
    await expect(first).toBeVisible()
    return { words: await first.innerText(), competency: await first.getByRole('button').innerText() }
  }
  const before = await read()
  const observed = /Teramati (\d)/.exec(before.words)?.[1]
  const level = observed === '1' ? 5 : 1

  await page.getByRole('link', { name: t('competency.assess.as.supervisor') }).click()
  await expect(page.getByRole('heading', { level: 1, name: before.competency.trim() })).toBeVisible()
  await page
    .getByRole('radio')
    .nth(level - 1)
    .check()
  await page.getByRole('button', { name: t('competency.assess.next') }).click()
  await expect(page.getByText(like('competency.assess.progress', { n: 2 }))).toBeVisible()
  const review = page.getByRole('heading', { level: 1, name: t('competency.assess.review') })
  for (let step = 2; !(await review.isVisible()); step++) {
    await page.getByRole('button', { name: t('competency.assess.skip') }).click()
    await expect(review.or(page.getByText(like('competency.assess.progress', { n: step + 1 })))).toBeVisible()
  }
  await page.getByRole('button', { name: t('competency.assess.send') }).click()
  await expect(page.getByText(t('competency.assess.sent', { n: 1 }))).toBeVisible()

  const after = await read()
  expect(after.competency).toBe(before.competency)
  expect(after.words).not.toBe(before.words)
  expect(after.words).toContain(`Teramati ${level}`)
})

test.describe('beyond the team', () => {
  test.use({ expected: /40[34]/ })

  test('a supervisor gets a reason in words where a stranger is asked for', async ({ page }) => {
    await signIn(page, 'supervisor')
    await page.goto('/tim')
    await expect(page.getByRole('heading', { level: 1, name: t('people.team.title') })).toBeVisible()
    const { rows } = await (await page.request.get('/api/people/team')).json()
    const team = new Set(rows.map(({ personId }: { personId: number }) => personId))
    const { account } = await (await page.request.get('/api/account/me')).json()
    const stranger = Array.from({ length: 400 }, (_, i) => i + 1).find((id) => !team.has(id) && id !== account.personId)

    await page.goto(`/pegawai/${stranger}`)
    await expect(page.getByRole('alert')).toContainText(/tidak/i)
    await expect(page.getByText(/\d{18}/)).toHaveCount(0)
  })
})

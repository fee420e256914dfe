import { signIn } from '../accounts.ts'
import { apply, csv, isPreviewed, json, person, rowsIn, someNumber, someUnit, upload, xlsx, zip } from '../imports.ts'
import { expect, test } from '../test.ts'
import { like, t } from '../words.ts'

test('an officer imports good and bad rows: sees why, applies, takes the report, and repeating changes nothing', async ({
  page,
}) => {
  await signIn(page, 'officer')
  const number = someNumber()
  const one = person(number, await someUnit(page))
  const persons = [
    one,
    { ...one, id: 'jalan-uji-pendek', nipBaru: '19800101201003100', nama: 'Nip Pendek' },
    {
      ...one,
      id: 'jalan-uji-hari',
      nipBaru: `198002012010031${number}`,
      nama: 'Hari Mustahil',
      tglLahir: '30-02-1980',
    },
  ]
  const course = {
    id: `jalan-kursus-${number}`,
    nipBaru: one.nipBaru!,
    namaKursus: 'Pelayanan Prima',
    jenisDiklatId: '3',
  }
  const courses = [{ ...course, jumlahJam: 20, tahunKursus: '2025', tanggalKursus: '03-02-2025' }]
  const rank = { id: `jalan-golongan-${number}`, nipBaru: one.nipBaru!, golonganId: '33', tmtGolongan: '01-04-2020' }
  const archive = await zip(`uji-${number}.zip`, [
    csv('data-utama.csv', persons),
    json('rw-kursus.json', courses),
    await xlsx('rw-golongan.xlsx', [rank]),
  ])
  const rows = page.getByRole('table', { name: t('people.import.rows-title') })

  await test.step('the preview says row, column, value and reason, and nothing is written yet', async () => {
    await upload(page, [archive])
    await isPreviewed(page)
    const short = rows.getByRole('row').filter({ hasText: 'nipBaru “19800101201003100”' })
    await expect(short).toContainText(t('import.nip-17-digits'))
    await expect(short).toContainText(t('people.import.row-n', { row: 3 }))
    const day = rows.getByRole('row').filter({ hasText: 'tglLahir “30-02-1980”' })
    await expect(day).toContainText(t('people.import.outcome.rejected'))
    const found = await page.request.get('/api/people/register', { params: { search: one.nipBaru! } })
    expect((await found.json()).total).toBe(0)
  })

  await test.step('the filter leaves the rejected rows', async () => {
    const outcomes = page.getByRole('group', { name: t('people.import.outcome'), exact: true })
    await outcomes.getByText(t('people.import.outcome.rejected'), { exact: true }).click()
    await expect(rows.getByRole('row')).toHaveCount(3)
    await outcomes.getByText(t('people.import.every-outcome'), { exact: true }).click()
    await expect(
      rows
        .getByRole('row')
        .filter({ hasText: `Orang Contoh ${number}` })
        .first(),
    ).toBeVisible()
  })

  await test.step('after consent it is applied, and the good row is in the register', async () => {
    await apply(page)
    await expect(page.getByText(t('people.import.status.done'), { exact: true }).first()).toBeVisible()
  })

  await test.step('the report has the original rows with the reason beside them', async () => {
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: t('people.import.report') }).click()
    const lines = (await rowsIn(await coming)).filter(({ sheet }) => sheet === 'data-utama')
    const short = lines.find(({ values }) => values.nama === 'Nip Pendek')?.values
    expect(short).toMatchObject({ nipBaru: '19800101201003100', tglLahir: '01-01-1980' })
    expect(Object.values(short!)).toContain(t('people.import.outcome.rejected'))
    expect(Object.values(short!).join(' ')).toContain(t('import.nip-17-digits'))
  })

  await test.step('the person is found from anywhere, with the imported course', async () => {
    await page.keyboard.press('Control+k')
    await page
      .getByRole('dialog')
      .getByRole('searchbox')
      .fill(one.nipBaru as string)
    await page
      .getByRole('dialog')
      .getByRole('link', { name: new RegExp(`Orang Contoh ${number}`) })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: `Orang Contoh ${number}` })).toBeVisible()
    await page.getByRole('tab', { name: t('people.tab.training') }).click()
    await expect(page.getByText('Pelayanan Prima')).toBeVisible()
  })

  await test.step('the same files again change nothing', async () => {
    await upload(page, [archive])
    await isPreviewed(page)
    await expect(page.getByText(t('people.import.nothing-new'))).toBeVisible()
    await expect(page.getByRole('button', { name: t('people.import.apply'), exact: true })).toBeDisabled()
  })
})

test('an officer whose archive is broken is told so, and what is there stays', async ({ page }) => {
  await signIn(page, 'officer')
  const whole = await zip('utuh.zip', [json('data-utama.json', [person(someNumber(), await someUnit(page))])])
  const half = { ...whole, name: 'rusak.zip', buffer: whole.buffer.subarray(0, whole.buffer.length / 2) }
  await upload(page, [half])
  await expect(page.getByText(t('file.broken-archive')).first()).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('button', { name: t('people.import.apply'), exact: true })).toBeHidden()
  await page.goto('/impor')
  await expect(page.getByRole('row').filter({ hasText: 'rusak.zip' })).toContainText(
    like('people.import.status.failed'),
  )
})

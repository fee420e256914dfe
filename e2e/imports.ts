import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Download, Page } from '@playwright/test'
import { ZipFile } from 'yazl'
import { readRows } from '../src/platform/rows/read.ts'
import { rowsToXlsx } from '../src/platform/rows/write.ts'
import { expect } from './test.ts'
import { like, t } from './words.ts'

export interface File {
  name: string
  mimeType: string
  buffer: Buffer
}

type Line = Record<string, string | number>

const file = (name: string, content: Buffer | string): File => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

export const json = (name: string, rows: readonly Line[]): File => file(name, JSON.stringify(rows))

export function csv(name: string, rows: readonly Line[]): File {
  const columns = Object.keys(rows[0]!)
  const lines = rows.map((row) => columns.map((column) => `"${row[column]}"`).join(';'))
  return file(name, [columns.join(';'), ...lines].join('\r\n'))
}

export async function xlsx(name: string, rows: readonly Line[]): Promise<File> {
  const columns = Object.keys(rows[0]!).map((field) => ({ field, heading: field }))
  return file(name, await buffer(rowsToXlsx([{ name: name.replace(/\.xlsx$/, ''), columns, rows }])))
}

export async function zip(name: string, files: readonly File[]): Promise<File> {
  const archive = new ZipFile()
  for (const one of files) archive.addBuffer(one.buffer, one.name)
  archive.end()
  return file(name, await buffer(archive.outputStream))
}

/** A synthetic person in the shape of the national service; `number` has three digits and tells persons apart. */
export const person = (number: number, unit: { nationalId: string; name: string }): Line => ({
  id: `jalan-uji-${number}`,
  nipBaru: `198001012010031${number}`,
  nama: `Orang Contoh ${number}`,
  tglLahir: '01-01-1980',
  jenisKelamin: 'M',
  statusPegawai: 'PNS',
  kedudukanPnsId: '01',
  golRuangAkhirId: '33',
  tmtGolAkhir: '01-04-2020',
  unorId: unit.nationalId,
  unorNama: unit.name,
  jenisJabatanId: '4',
  jabatanNama: 'Pengelola Data',
})

/** Different in every run, so that a journey can be repeated in the same city. */
export const someNumber = (): number => 100 + (Date.now() % 890)

export async function someUnit(page: Page): Promise<{ nationalId: string; name: string }> {
  const { units } = await (await page.request.get('/api/people/units')).json()
  return units.at(-1)
}

/** From the files to the preview. */
export async function upload(page: Page, files: readonly File[]): Promise<void> {
  await page.goto('/impor')
  await page.getByLabel(t('people.import.choose')).setInputFiles([...files])
  await page.getByRole('button', { name: t('people.import.send') }).click()
  await expect(page).toHaveURL(/\/impor\/\d+$/)
}

/** From the preview to the register. */
export async function apply(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('people.import.apply'), exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('people.import.apply'), exact: true })
    .click()
  await expect(page.getByText(like('people.import.done'))).toBeVisible({ timeout: 20_000 })
}

export const isPreviewed = async (page: Page): Promise<void> =>
  expect(page.getByText(t('people.import.nothing-written'))).toBeVisible({ timeout: 20_000 })

/** The rows of a spreadsheet that was downloaded, by sheet. */
export async function rowsIn(download: Download): Promise<{ sheet: string; values: Record<string, unknown> }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bina-journey-'))
  try {
    const path = join(folder, 'unduhan.xlsx')
    await download.saveAs(path)
    const events = await Array.fromAsync(readRows({ path, name: 'unduhan.xlsx' }))
    expect(events.filter(({ type }) => type === 'refused')).toEqual([])
    return events.flatMap((event) =>
      event.type === 'row' ? [{ sheet: event.path.split('/').at(-1)!, values: event.values }] : [],
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

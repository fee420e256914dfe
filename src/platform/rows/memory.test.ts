import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { rowsToCsv, rowsToXlsx } from './write.ts'

const fields = ['id', 'nipBaru', 'namaKursus', 'institusiPenyelenggara', 'noSertipikat', 'jumlahJam', 'tanggalKursus']
const columns = fields.map((field) => ({ field, heading: field }))

function* rows(count: number) {
  for (let n = 0; n < count; n += 1)
    yield {
      id: n.toString(16).padStart(32, '0'),
      nipBaru: `19660801198803${1000 + (n % 9000)}`,
      namaKursus: `Pelatihan contoh "sintetis", angkatan ${n}`,
      institusiPenyelenggara: 'Lembaga Pelatihan Contoh Sintetis',
      noSertipikat: `N/${n}/2024`,
      jumlahJam: n % 80,
      tanggalKursus: '01-03-2024',
    }
}

function* json(count: number) {
  yield '{"code":1,"data":['
  let text = ''
  for (const row of rows(count)) {
    text += `${row.id === '0'.repeat(32) ? '' : ',\n'}${JSON.stringify(row)}`
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  yield `${text}]}`
}

/** A workbook inside an archive, the longest way through the readers. */
function packedWorkbook(count: number): Readable {
  const archive = new ZipFile()
  archive.addReadStream(rowsToXlsx([{ name: 'rw-kursus', columns, rows: rows(count) }]) as never, 'buku.xlsx')
  archive.end()
  return archive.outputStream as Readable
}

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'bina-rows-test-'))))
afterAll(() => rm(folder, { recursive: true }))

/** Peak memory in MB of a process that may keep 96 MB of objects, and the rows it read. */
async function reading(path: string): Promise<{ rows: number; megabytes: number }> {
  const script = `
    import { readRows } from ${JSON.stringify(new URL('read.ts', import.meta.url).href)}
    let rows = 0
    for await (const event of readRows({ path: ${JSON.stringify(path)}, name: 'x' })) {
      if (event.type === 'row') rows += 1
      if (event.type === 'refused') throw new Error(event.code)
    }
    console.log(JSON.stringify({ rows, megabytes: process.resourceUsage().maxRSS / 1024 }))`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--max-old-space-size=96', '--input-type=module', '-e', script],
    { cwd: import.meta.dirname },
  )
  return JSON.parse(stdout) as { rows: number; megabytes: number }
}

test.each([
  ['CSV', (count: number) => rowsToCsv(columns, rows(count)), 95_000, 150e6],
  ['JSON', (count: number) => Readable.from(json(count)), 60_000, 150e6],
  ['XLSX in ZIP', packedWorkbook, 15_000, 1e6],
])('%s ten times larger is read in the same memory', { timeout: 180_000 }, async (name, content, count, bytes) => {
  const peaks: number[] = []
  for (const times of [1, 10]) {
    const path = join(folder, `${name}-${times}`)
    const file = createWriteStream(path)
    await Promise.all([pipeline(content(count * times), file), once(file, 'close')])
    const read = await reading(path)
    expect(read.rows).toBe(count * times)
    peaks.push(read.megabytes)
    if (times === 10) expect((await stat(path)).size).toBeGreaterThan(bytes)
  }
  const [small, large] = peaks as [number, number]
  console.info(`${name}: ${small.toFixed(0)} MB, ten times the rows ${large.toFixed(0)} MB`)
  expect(large).toBeLessThan(240)
  expect(large).toBeLessThan(small * 2)
})

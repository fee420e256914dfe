import { buffer, text } from 'node:stream/consumers'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { pathsOf, refusalsOf, told, valuesOf } from './fixtures.ts'
import { rowsToCsv, rowsToXlsx, type Sheet } from './write.ts'

const columns = [
  { field: 'nip', heading: 'NIP' },
  { field: 'code', heading: 'Kode', width: 8 },
  { field: 'hours', heading: 'JP' },
  { field: 'note', heading: 'Catatan' },
]
const hostile = ['=1+1', '+62', '-5', '@x', '\tx', '\rx', ' a ', '<&">', 'a\nb', '\u0001', '_x0041_', '😀\ud800', '']
const rows = hostile.map((note) => ({ nip: '196608011988031001', code: '05', hours: 22.5, note }))

test('an independent reader finds every value as it was: digits, zeros, formulas as text, odd characters', async () => {
  const book = await readXlsx(await buffer(rowsToXlsx([{ name: 'Daftar', columns, rows }])))
  const [sheet] = book.sheets
  expect(sheet?.rows[0]).toEqual(['NIP', 'Kode', 'JP', 'Catatan'])
  expect(sheet?.rows.slice(1).map((cells) => cells.slice(0, 3))).toEqual(
    rows.map(({ nip, code, hours }) => [nip, code, hours]),
  )
  expect(sheet?.rows.slice(1).map((cells) => cells[3] ?? '')).toEqual(hostile)
  expect(sheet?.freezePane).toMatchObject({ rows: 1 })
  expect(sheet?.columns?.[1]?.width).toBe(8)
})

test('our own reader reads it back', async () => {
  const content = await buffer(rowsToXlsx([{ name: 'Daftar', columns, rows }]))
  const shown = rows.map(({ nip, code, note }) => ({ NIP: nip, Kode: code, JP: '22.5', Catatan: note.trim() }))
  expect(valuesOf(await told(content, 'x')).map((values) => ({ Catatan: '', ...values }))).toEqual(shown)
})

test('several sheets, from streams, with names made fit', async () => {
  async function* sheets(): AsyncGenerator<Sheet> {
    for (const name of ['rw/diklat', 'RW diklat', "''", 'x'.repeat(40)])
      yield { name, columns, rows: (async function* () { yield* rows.slice(0, 2) })() } // prettier-ignore
  }
  const events = await told(await buffer(rowsToXlsx(sheets())), 'b')
  expect(pathsOf(events)).toEqual(['b/rw diklat', 'b/RW diklat (2)', 'b/Data', `b/${'x'.repeat(31)}`])
  expect(refusalsOf(events)).toEqual([])
  expect(valuesOf(events)).toHaveLength(8)
})

test('other values: blank, objects, not a number, a text beyond the limit', async () => {
  const values = [null, undefined, { a: 1 }, true, Number.NaN, 'x'.repeat(40_000)]
  const sheet = { name: 'S', columns, rows: values.map((note) => ({ nip: '1', note })) }
  const book = await readXlsx(await buffer(rowsToXlsx([sheet])))
  const notes = book.sheets[0]?.rows.slice(1).map((cells) => cells[3] ?? null)
  expect(notes).toEqual([null, null, '{"a":1}', 'true', null, 'x'.repeat(32_767)])
})

test('what the rows throw fails the stream', async () => {
  const failing = (function* () {
    yield rows[0] as Record<string, unknown>
    throw new Error('database gone')
  })()
  await expect(buffer(rowsToXlsx([{ name: 'S', columns, rows: failing }]))).rejects.toThrow('database gone')
})

test('a stream given up early lets go of its rows', async () => {
  let closed = false
  async function* endless() {
    try {
      for (;;) yield rows[0] as Record<string, unknown>
    } finally {
      closed = true
    }
  }
  const stream = rowsToXlsx([{ name: 'S', columns, rows: endless() }])
  for await (const _ of stream) break
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(closed).toBe(true)
})

test('CSV: byte order mark, quotes, nothing a spreadsheet would compute', async () => {
  const content = await text(rowsToCsv(columns, rows.slice(0, 6), ';'))
  expect(content.split('\r\n').slice(0, 4)).toEqual([
    'NIP;Kode;JP;Catatan',
    "196608011988031001;05;22.5;'=1+1",
    "196608011988031001;05;22.5;'+62",
    "196608011988031001;05;22.5;'-5",
  ])
  const bytes = await buffer(rowsToCsv([{ field: 'a', heading: 'a"b' }], [{ a: 'x,"y"' }, { a: -5 }]))
  expect(bytes.toString()).toBe('\ufeff"a""b"\r\n"x,""y"""\r\n-5\r\n')
})

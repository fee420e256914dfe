import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pathsOf, refusalsOf, textRow, told, valuesOf, workbook, zip } from './fixtures.ts'

const csv = 'id,nama\n1,Contoh\n'
const good = { id: '1', nama: 'Contoh' }

test('a mixture in folders, told in the order of the archive', async () => {
  const book = await workbook({ 'rw-diklat': textRow(1, 'id', 'nama') + textRow(2, '1', 'Contoh') })
  const content = await zip({
    'kota/rw-kursus.json': '[{"id":"1"}]',
    'kota/dinas/data-utama.csv': csv,
    'buku.xlsx': book,
    '__MACOSX/kota/._rw-kursus.json': 'x',
    'kota/.DS_Store': 'x',
  })
  const events = await told(content, 'data.zip')
  expect(pathsOf(events)).toEqual([
    'data.zip/kota/rw-kursus.json',
    'data.zip/kota/dinas/data-utama.csv',
    'data.zip/buku.xlsx/rw-diklat',
  ])
  expect(valuesOf(events)).toEqual([{ id: '1' }, good, good])
  expect(refusalsOf(events)).toEqual([])
})

test('what cannot be read is refused by name, the rest goes on', async () => {
  const content = await zip({
    'a.csv': '',
    'b.pdf': '%PDF-1.7',
    'c.json': '[{',
    'd.zip': await zip({ 'x.csv': csv }),
    'e.csv': csv,
  })
  const events = await told(content, 'z')
  expect(refusalsOf(events)).toEqual([
    'z/a.csv: file.empty',
    'z/b.pdf: file.unknown-format',
    'z/c.json: file.broken-json',
    'z/d.zip: file.nested-archive',
  ])
  expect(valuesOf(events)).toEqual([good])
})

test('names that climb out are labels without the climbing, and nothing is written there', async () => {
  // The writer refuses such names, so they are put in afterwards, with the same length.
  const content = await zip({ 'aa/aa/evil.csv': csv, 'bbb/evil.csv': csv })
  const hostile = Buffer.from(
    content.toString('latin1').replaceAll('aa/aa/evil', '../../evil').replaceAll('bbb/', '/../'),
    'latin1',
  )
  const events = await told(hostile, 'z')
  expect(pathsOf(events)).toEqual(['z/evil.csv', 'z/evil.csv'])
  expect(valuesOf(events)).toEqual([good, good])
})

/** Sets the flag "encrypted" of every entry. */
function encrypted(content: Buffer): Buffer {
  const copy = Buffer.from(content)
  for (const [mark, at] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const)
    // prettier-ignore
    for (let found = copy.indexOf(mark); found !== -1; found = copy.indexOf(mark, found + 4))
      copy.writeUInt16LE(copy.readUInt16LE(found + at) | 1, found + at)
  return copy
}

test('an encrypted entry', async () => {
  expect(refusalsOf(await told(encrypted(await zip({ 'a.csv': csv })), 'z'))).toEqual(['z/a.csv: file.encrypted'])
})

test('an archive cut off anywhere', async () => {
  const content = await zip({ 'a.csv': csv, 'b.csv': csv })
  for (let length = 8; length < content.length; length += 7)
    expect(refusalsOf(await told(content.subarray(0, length), 'z'))).toEqual(['z: file.broken-archive'])
})

test('a changed byte is noticed by the check sum, and the other entries are read', async () => {
  const content = await zip({ 'a.csv': csv, 'b.csv': csv }, false)
  content[content.indexOf('Contoh')] = 'X'.charCodeAt(0)
  const events = await told(content, 'z')
  expect(refusalsOf(events)).toEqual(['z/a.csv: file.broken-archive'])
  expect(valuesOf(events).at(-1)).toEqual(good)
})

test('an archive of nothing', async () => {
  expect(refusalsOf(await told(await zip({}), 'z'))).toEqual(['z: file.empty'])
})

const megabyte = 1024 * 1024

test('a bomb stops by the ratio of what really comes out, and stops everything', async () => {
  const content = await zip({
    'a.csv': csv,
    'bomb.csv': Buffer.alloc(20 * megabyte, `a,${'b'.repeat(1000)}\n`),
    'later.csv': csv,
  })
  const events = await told(content, 'z')
  expect(events.at(-1)).toMatchObject({ path: 'z/bomb.csv', code: 'file.bomb' })
  expect(pathsOf(events)).not.toContain('z/later.csv')
})

test('a bomb stops by the total, by the number of entries, and inside a workbook', async () => {
  const many = await zip(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`${n}.csv`, csv.repeat(100)])))
  expect(refusalsOf(await told(many, 'z', { unpackedBytes: 10_000 })).at(-1)).toMatch(/file\.bomb$/)
  expect(refusalsOf(await told(many, 'z', { entries: 19 }))).toEqual(['z: file.bomb'])
  const book = await workbook({ a: textRow(1, 'a', 'b') + textRow(2, 'x', 'y'.repeat(500)).repeat(40_000) })
  const events = await told(await zip({ 'b.xlsx': book, 'later.csv': csv }), 'z')
  expect(events.at(-1)).toMatchObject({ path: 'z/b.xlsx/a', code: 'file.bomb' })
})

test('a header that promises less than what comes out is a bomb', async () => {
  const content = await zip({ 'a.csv': csv.repeat(1000) })
  const directory = content.indexOf('PK\x01\x02')
  content.writeUInt32LE(10, directory + 24)
  expect(refusalsOf(await told(content, 'z'))).toEqual(['z/a.csv: file.bomb'])
})

test('a compression nobody asked for', async () => {
  const content = await zip({ 'a.csv': csv })
  content.writeUInt16LE(14, content.indexOf('PK\x01\x02') + 10)
  expect(refusalsOf(await told(content, 'z'))).toEqual(['z/a.csv: file.broken-archive'])
})

test('damaged compressed data', async () => {
  const content = await zip({ 'a.csv': csv.repeat(500) })
  content.fill(0xff, content.indexOf(deflateRawSync(csv.repeat(500)).subarray(0, 4)), 60)
  expect(refusalsOf(await told(content, 'z'))).toEqual(['z/a.csv: file.broken-archive'])
})

test('no temporary file stays behind', async () => {
  const left = () => readdirSync(tmpdir()).filter((name) => /^bina-rows-(?!test)/.test(name))
  const book = await workbook({ a: textRow(1, 'a', 'b') + textRow(2, 'x', 'y') })
  const before = left()
  await told(await zip({ 'a.xlsx': book, 'b.xlsx': book.subarray(0, 900) }), 'z')
  expect(left()).toEqual(before)
})

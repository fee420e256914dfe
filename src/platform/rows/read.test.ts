import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusalsOf, told, valuesOf, zip } from './fixtures.ts'
import { readRows } from './read.ts'

/** The head of a compound file whose directory holds a stream of this name. */
function compound(stream: string): Buffer {
  const content = Buffer.alloc(2048)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(content)
  content.writeUInt16LE(9, 30)
  content.writeUInt32LE(1, 48)
  Buffer.from('Root Entry', 'utf16le').copy(content, 1024)
  Buffer.from(stream, 'utf16le').copy(content, 1152)
  return content
}

test.each([
  ['nothing', '', 'file.empty'],
  ['only a mark and white space', '\ufeff \r\n\t\n', 'file.empty'],
  ['Excel 97–2003', compound('Workbook'), 'file.old-xls'],
  ['Excel 95', compound('Book'), 'file.old-xls'],
  ['a workbook with a password', compound('EncryptedPackage'), 'file.encrypted'],
  ['an old letter', compound('WordDocument'), 'file.unknown-format'],
  ['a short compound file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file.unknown-format'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file.unknown-format'],
  ['HTML called xls', '<html><table><tr><td>a', 'file.unknown-format'],
  ['a letter', '{\\rtf1\\ansi a,b}', 'file.unknown-format'],
  ['UTF-16 without mark', Buffer.from('a,b\n1,2\n', 'utf16le'), 'file.unknown-format'],
  ['the beginning of an archive', 'PK\x03\x04', 'file.broken-archive'],
])('%s', async (_, content, code) => {
  const events = await told(content, 'unggahan')
  expect(refusalsOf(events)).toEqual([`unggahan: ${code}`])
  expect(valuesOf(events)).toEqual([])
})

test('the name says nothing, the content does', async () => {
  expect(valuesOf(await told('[{"a":1}]', 'x.xlsx'))).toEqual([{ a: 1 }])
  expect(valuesOf(await told('a,b\n1,2', 'x.json'))).toEqual([{ a: '1', b: '2' }])
  expect(valuesOf(await told(await zip({ 'x.pdf': 'a,b\n1,2' }), 'x.csv'))).toEqual([{ a: '1', b: '2' }])
})

test('a file above the limit is refused unread', async () => {
  const events = await told('a,b\n1,2\n', 'x', { uploadBytes: 5 })
  expect(events).toEqual([{ type: 'refused', path: 'x', code: 'file.too-large', params: { megabytes: 1, limit: 1 } }])
})

test('reading can be stopped, and a missing file is no fault of the input', async () => {
  const path = new URL('.', import.meta.url).pathname
  const stopped = AbortSignal.abort(new Error('stopped'))
  await expect(Array.fromAsync(readRows({ path: `${path}read.ts`, name: 'x' }, {}, stopped))).rejects.toThrow('stopped')
  await expect(Array.fromAsync(readRows({ path: `${path}none`, name: 'x' }))).rejects.toThrow('ENOENT')
})

test('every reason has its words in both languages', () => {
  const folder = new URL('.', import.meta.url).pathname
  const files = ['events', 'reading', 'archive', 'csv', 'json', 'kinds', 'markup', 'read', 'sheet', 'table', 'workbook']
  const source = files.map((file) => readFileSync(`${folder}${file}.ts`, 'utf8')).join('\n')
  const codes = new Set(source.match(/(?<=')file\.[a-z-]+(?=')/g))
  for (const language of ['id', 'en']) {
    const words = JSON.parse(readFileSync(`${folder}../refusals.${language}.json`, 'utf8')) as Record<string, unknown>
    expect([...codes].filter((code) => !(code in words))).toEqual([])
  }
})

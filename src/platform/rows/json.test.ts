import { describe, expect, test } from 'vitest'
import { refusalsOf, rowsOf, told, valuesOf } from './fixtures.ts'

const one = { id: 'a', jumlahJam: 40, path: { '874': { dok_uri: 'x' } }, aktif: true, akhir: null }
const two = { id: 'b' }

test.each([
  ['a list', [one, two], [one, two]],
  ['one object', one, [one]],
  ['data with an object', { code: 1, data: one }, [one]],
  ['data with a list', { code: 1, data: [one, two], jumlah: 2 }, [one, two]],
  ['mapData', { success: true, mapData: one }, [one]],
  ['result', { result: [one] }, [one]],
  ['an envelope in an envelope', { result: { data: [one, two] } }, [one, two]],
  [
    'answers of many requests',
    [
      { code: 1, data: [one] },
      { code: 1, data: two },
    ],
    [one, two],
  ],
  ['an empty list', [], []],
  ['an answer with nothing', { code: 1, data: [] }, []],
])('%s', async (_, content, expected) => {
  const events = await told(JSON.stringify(content, null, 1))
  expect(valuesOf(events)).toEqual(expected)
  expect(rowsOf(events)).toEqual(expected.map((_, at) => at + 1))
  expect(refusalsOf(events)).toEqual([])
})

test('one object per line, also in envelopes', async () => {
  const text = `${JSON.stringify(one)}\n${JSON.stringify({ code: 1, data: [two] })}\r\n${JSON.stringify(two)}`
  expect(valuesOf(await told(text))).toEqual([one, two, two])
})

test('encodings', async () => {
  const text = '[{"nama":"Zoë 漢 \\u00eb"}]'
  for (const bytes of [`\ufeff${text}`, Buffer.from(`\ufeff${text}`, 'utf16le')])
    expect(valuesOf(await told(bytes))).toEqual([{ nama: 'Zoë 漢 ë' }])
  expect(valuesOf(await told(Buffer.from('[{"nama":"Zo\xeb"}]', 'latin1')))).toEqual([{ nama: 'Zoë' }])
})

test('an NIP written as a number keeps its digits', async () => {
  expect(valuesOf(await told('[{"nip":196608011988031001,"n":40,"x":1.5}]'))).toEqual([
    { nip: '196608011988031001', n: 40, x: 1.5 },
  ])
})

test("the web service's message instead of data is told", async () => {
  const events = await told('{"code":0,"data":"Data tidak ditemukan"}')
  expect(events.at(-1)).toMatchObject({ code: 'file.service-message', params: { message: 'Data tidak ditemukan' } })
})

test('elements that are no records are counted and do not stop the others', async () => {
  const events = await told('[{"id":"a"},3,[1],{"id":"b"}]')
  expect(rowsOf(events)).toEqual([1, 4])
  expect(events.at(-1)).toMatchObject({ code: 'file.not-a-record', params: { row: 2, n: 2 } })
})

describe('broken JSON keeps the records before it', () => {
  test.each([
    ['cut off', '[{"id":"a"},\n{"id":"b"},\n{"id":', 2, 3],
    ['cut off in an envelope', '{"code":1,"data":[{"id":"a"}', 1, 1],
    ['a missing comma', '[{"id":"a"}\n{"id":"b"}]', 1, 2],
    ['a wrong bracket', '[{"id":"a"},\n{"id":"b"]]', 1, 2],
    ['no colon', '[{"id":"a"},{"id" "b"}]', 1, 1],
    ['rubbish', '[{"id":"a"},\n\n{id:1}]', 1, 3],
    ['a bare end', '{"id":"a"}\n]', 1, 2],
    ['a comma too many', '[{"id":"a"},]', 1, 1],
    ['too deep', `[{"id":"a"},${'['.repeat(10_000)}`, 1, 1],
  ])('%s', async (_, text, rows, line) => {
    const events = await told(text)
    expect(valuesOf(events)).toHaveLength(rows)
    expect(events.at(-1)).toEqual({
      type: 'refused',
      path: 'data',
      code: 'file.broken-json',
      params: { line, row: rows },
    })
  })
})

test('a record or a text without end stops at the limit', async () => {
  for (const text of [`[{"id":"a"},{"id":"${'x'.repeat(3_000_000)}`, `[{"id":"a"},{${'"k":1,'.repeat(500_000)}`]) {
    const events = await told(text)
    expect(valuesOf(events)).toEqual([{ id: 'a' }])
    expect(refusalsOf(events)).toEqual(['data: file.long-record'])
  }
})

test('a prototype cannot be put in', async () => {
  const [values] = valuesOf(await told('[{"__proto__":{"admin":true},"id":"a"}]'))
  expect(values?.admin).toBeUndefined()
})

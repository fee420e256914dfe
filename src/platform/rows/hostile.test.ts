import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textRow, told, workbook, zip } from './fixtures.ts'

const csv = 'nipBaru;nama\n196608011988031001;"Contoh ""satu"""\n196608011988031002;Zoë\n'
const json = '{"code":1,"data":[{"nama":"Zoë","n":[1,{"a":null}]},{"nama":"\\u00eb","x":-1.5e3}]}'
const shared = { texts: ['<t>satu</t>', '<t>dua</t>'] }
const cells = '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>45292</v></c></row>'
const book = await workbook({ S: textRow(1, 'a', 'b') + cells, T: textRow(1, 'c', 'd') }, shared)
const samples: Record<string, Buffer> = {
  csv: Buffer.from(csv),
  utf16: Buffer.from(`\ufeff${csv}`, 'utf16le'),
  json: Buffer.from(json),
  book,
  archive: await zip({ 'a.csv': csv, 'b.json': json, 'c.xlsx': book }),
  stored: await zip({ 'a.csv': csv, 'b.json': json, 'c.xlsx': book }, false),
}

/** Every event is of a known kind, and every refusal has a code of ours: nothing was thrown, and it ended. */
async function survives(content: Buffer): Promise<void> {
  for (const event of await told(content, 'x')) {
    expect(['file', 'row', 'refused']).toContain(event.type)
    if (event.type === 'refused') expect(event.code).toMatch(/^file\.[a-z-]+$/)
  }
}

test('random bytes', { timeout: 60_000 }, () =>
  fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => survives(Buffer.from(bytes))),
    { numRuns: 300 },
  ),
)

test('random text that looks like a table or JSON', { timeout: 60_000 }, () => {
  const text = fc.string({
    unit: fc.constantFrom('"', ',', ';', '\n', '\r', '{', '}', '[', ']', ':', '1', 'a', '\\', 'ë', ' ', '='),
  })
  return fc.assert(
    fc.asyncProperty(text, (chars) => survives(Buffer.from(chars))),
    { numRuns: 300 },
  )
})

test.each(Object.entries(samples))('%s cut off anywhere', { timeout: 60_000 }, async (_, sample) => {
  const step = Math.max(1, Math.floor(sample.length / 150))
  for (let length = 0; length < sample.length; length += step) await survives(sample.subarray(0, length))
})

test.each(Object.entries(samples))('%s with changed bytes', { timeout: 60_000 }, (_, sample) => {
  const changes = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
  return fc.assert(
    fc.asyncProperty(changes, async (places) => {
      const copy = Buffer.from(sample)
      for (const [at, byte] of places) copy[at] = byte
      await survives(copy)
    }),
    { numRuns: 80 },
  )
})

test('a sheet with changed markup, packed soundly', { timeout: 60_000 }, () => {
  const xml = textRow(1, 'a', 'b') + cells
  const pieces = fc.constantFrom(
    '<',
    '>',
    '"',
    '&',
    '</c>',
    '<f>',
    '<row>',
    '<v>',
    '<!--',
    '<![CDATA[',
    '<!DOCTYPE',
    '&#x110000;',
    '&amp;',
  )
  return fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(xml.length), pieces), { minLength: 1, maxLength: 4 }),
      async (inserts) => {
        let changed = xml
        for (const [at, piece] of inserts) changed = changed.slice(0, at) + piece + changed.slice(at)
        await survives(await workbook({ S: changed }, shared))
      },
    ),
    { numRuns: 80 },
  )
})

import { expect, test } from 'vitest'
import { pathsOf, refusalsOf, rowsOf, textRow, told, valuesOf, workbook, zip } from './fixtures.ts'

/** The value under the heading `x` of one cell written like this. */
async function valueOf(cell: string, options: Parameters<typeof workbook>[1] = {}): Promise<unknown> {
  const row = `<row r="2"><c r="A2" t="inlineStr"><is><t>1</t></is></c>${cell}</row>`
  const [values] = valuesOf(await told(await workbook({ S: textRow(1, 'id', 'x') + row }, options)))
  return values?.x
}

test.each([
  ['text', '<c r="B2" t="inlineStr"><is><t xml:space="preserve"> 005 </t></is></c>', '005'],
  ['text in runs', '<c r="B2" t="inlineStr"><is><r><t>A &amp; </t></r><r><t>B&#233;</t></r></is></c>', 'A & Bé'],
  ['escaped characters', '<c r="B2" t="inlineStr"><is><t>a_x000D_b</t></is></c>', 'a\rb'],
  ['CDATA and a comment', '<c r="B2" t="inlineStr"><is><t><!-- > --><![CDATA[a<b]]></t></is></c>', 'a<b'],
  ['whole number', '<c r="B2"><v>40</v></c>', '40'],
  ['fraction', '<c r="B2"><v>0.30000000000000004</v></c>', '0.3'],
  ['number in powers', '<c r="B2"><v>1E2</v></c>', '100'],
  ['NIP whole', '<c r="B2"><v>196608011988031001</v></c>', '196608011988031001'],
  ['NIP rounded', '<c r="B2"><v>196608011988031000</v></c>', '196608011988031000'],
  ['NIP as a float', '<c r="B2"><v>1.96608011988031E+17</v></c>', '1.96608011988031E+17'],
  ['yes', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
  ['error', '<c r="B2" t="e"><v>#N/A</v></c>', '#N/A'],
  ['formula', '<c r="B2"><f>SUM(A1:A2)</f><v>3</v></c>', '=SUM(A1:A2)'],
  ['formula of text', '<c r="B2" t="str"><f>HYPERLINK(&quot;x&quot;)</f><v>x</v></c>', '=HYPERLINK("x")'],
  ['shared formula', '<c r="B2"><f t="shared" si="0"/><v>3</v></c>', '='],
  ['day', '<c r="B2" s="1"><v>24320</v></c>', '01-08-1966'],
  ['day, built-in format', '<c r="B2" s="4"><v>45292</v></c>', '01-01-2024'],
  ['day and time', '<c r="B2" s="2"><v>45292.333333333336</v></c>', '01-01-2024 08:00:00'],
  ['day without a time', '<c r="B2" s="2"><v>45292</v></c>', '01-01-2024'],
  ['time', '<c r="B2" s="3"><v>0.3333333333333333</v></c>', '08:00:00'],
  ['day as ISO', '<c r="B2" t="d"><v>2024-02-29T00:00:00</v></c>', '29-02-2024'],
  ['impossible day', '<c r="B2" s="1"><v>99999999</v></c>', '99999999'],
  ['blank with a style', '<c r="B2" s="1"/>', ''],
  ['without reference', '<c><v>7</v></c>', '7'],
  ['shared text that is not there', '<c r="B2" t="s"><v>9</v></c>', ''],
  ['shared text of no number', '<c r="B2" t="s"><v>x</v></c>', ''],
])('%s', async (_, cell, expected) => {
  expect(await valueOf(cell)).toBe(expected)
})

test('shared texts, without their reading aids', async () => {
  const texts = ['<t>satu</t>', '<r><t>漢</t></r><rPh sb="0" eb="1"><t>かん</t></rPh><r><t>字</t></r>']
  expect(await valueOf('<c r="B2" t="s"><v>1</v></c>', { texts })).toBe('漢字')
})

test('days counted from 1904', async () => {
  expect(await valueOf('<c r="B2" s="1"><v>22858</v></c>', { from1904: true })).toBe('01-08-1966')
})

test('more shared texts than are kept in memory', async () => {
  const text = (n: number) => `${n} ${'teks contoh '.repeat(40)}`.trim()
  const n = 30_000
  const texts = Array.from({ length: n }, (_, at) => `<t>${text(at)}</t>`)
  const asked = [0, 1, n - 1, 20_000, 15_000, n - 1, 5]
  const rows = asked.map((index, at) => `<row r="${at + 2}"><c r="A${at + 2}" t="s"><v>${index}</v></c></row>`).join('')
  const events = await told(await workbook({ S: textRow(1, 'x', 'y') + rows }, { texts }), 'b')
  expect(valuesOf(events).map(({ x }) => x)).toEqual(asked.map(text))
})

test('every sheet is a file; row numbers are the sheet’s; blank sheets are passed over', async () => {
  const book = await workbook({
    Satu: textRow(3, 'DAFTAR') + textRow(5, 'a', 'b') + textRow(9, '1', '2'),
    Kosong: '<row r="1"><c r="A1" s="1"/></row>',
    'Dua &amp; tiga': textRow(1, 'a', 'b') + textRow(2, '', '3', '4'),
  })
  const events = await told(book, 'b.xlsx')
  expect(pathsOf(events)).toEqual(['b.xlsx/Satu', 'b.xlsx/Dua & tiga'])
  expect(rowsOf(events)).toEqual([9, 2])
  expect(valuesOf(events)).toEqual([
    { a: '1', b: '2' },
    { a: '', b: '3', __extra: ['4'] },
  ])
})

test('one bad sheet does not spoil the others', async () => {
  const good = textRow(1, 'a', 'b') + textRow(2, '1', '2')
  const book = await workbook({
    A: textRow(1, '196608011988031001', 'Contoh'),
    B: textRow(1, 'a', 'a'),
    C: `${good}<row r="3"><c r="A3"`,
    D: `${good}<row r="3"><c r="AAAA3"><v>1</v></c></row>`,
    E: good,
  })
  const events = await told(book, 'b')
  expect(refusalsOf(events)).toEqual([
    'b/A: file.no-header',
    'b/B: file.duplicate-column',
    'b/C: file.broken-workbook',
    'b/D: file.broken-workbook',
  ])
  expect(valuesOf(events)).toHaveLength(3)
})

test('a cell far to the right costs nothing', async () => {
  const book = await workbook({
    S: textRow(1, 'a', 'b') + '<row r="2"><c r="A2"><v>1</v></c><c r="XFD2"><v>2</v></c></row>',
  })
  expect(valuesOf(await told(book))).toEqual([{ a: '1', b: '', __extra: ['2'] }])
})

test.each([
  ['an entity that would grow', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'],
  ['a tag without end', `<worksheet a="${'x'.repeat(3_000_000)}`],
  ['open elements', '<worksheet><sheetData>'],
  ['rubbish', 'rubbish'],
])('%s', async (_, xml) => {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`
  const book = await zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<R>${relation('a', 'officeDocument', '/xl/workbook.xml')}</R>`,
    'xl/workbook.xml': '<x:workbook xmlns:x="y"><x:sheets><x:sheet name="S" r:id="a"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels': `<R>${relation('a', 'worksheet', '../xl/./s.xml')}</R>`,
    'xl/s.xml': xml,
  })
  expect(refusalsOf(await told(book, 'b'))).toEqual(['b/S: file.broken-workbook'])
})

test('a workbook without anything, and packages that are no workbook', async () => {
  expect(refusalsOf(await told(await workbook({ S: '' }), 'b'))).toEqual(['b: file.empty'])
  const letter = await zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' })
  expect(refusalsOf(await told(letter, 'b'))).toEqual(['b: file.unknown-format'])
  const ods = await zip({ mimetype: 'application/vnd.oasis', 'META-INF/manifest.xml': '<x/>', 'content.xml': '<x/>' })
  expect(refusalsOf(await told(ods, 'b'))).toEqual(['b: file.unknown-format'])
})

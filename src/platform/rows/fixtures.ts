import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { type Limits, readRows, type RowEvent } from './read.ts'

/** Everything reading these bytes tells. */
export async function told(content: Buffer | string, name = 'data', limits: Partial<Limits> = {}): Promise<RowEvent[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bina-rows-test-'))
  try {
    const path = join(folder, 'upload')
    await writeFile(path, content)
    return await Array.fromAsync(readRows({ path, name }, limits))
  } finally {
    await rm(folder, { recursive: true })
  }
}

export const valuesOf = (events: RowEvent[]) => events.flatMap((event) => (event.type === 'row' ? [event.values] : []))
export const rowsOf = (events: RowEvent[]) => events.flatMap((event) => (event.type === 'row' ? [event.row] : []))
export const pathsOf = (events: RowEvent[]) => events.flatMap((event) => (event.type === 'file' ? [event.path] : []))
export const refusalsOf = (events: RowEvent[]) =>
  events.flatMap((event) => (event.type === 'refused' ? [`${event.path}: ${event.code}`] : []))

export function zip(files: Record<string, Buffer | string>, compress = true): Promise<Buffer> {
  const archive = new ZipFile()
  for (const [path, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), path, { compress })
  archive.end()
  return buffer(archive.outputStream)
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook as spreadsheets write it: sheets by name, each the XML inside `<sheetData>`. */
export function workbook(
  sheets: Record<string, string>,
  { texts = [], from1904 = false }: { texts?: string[]; from1904?: boolean } = {},
): Promise<Buffer> {
  const names = Object.keys(sheets)
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const formats = ['General', 'dd/mm/yyyy', 'yyyy-mm-dd hh:mm', 'h:mm']
  return zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      `<?xml version="1.0"?><workbook xmlns:r="${office}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>` +
      `${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships>${names.map((_, at) => relation(`r${at}`, 'worksheet', `worksheets/s${at}.xml`)).join('')}` +
      `${relation('t', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('s', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml':
      `<styleSheet><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')}</numFmts>` +
      `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}` +
      '<xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/s${at}.xml`,
        `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
  })
}

/** The XML of a row of inline texts. */
export const textRow = (row: number, ...texts: string[]): string =>
  `<row r="${row}">${texts
    .map((text, at) => `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`)
    .join('')}</row>`

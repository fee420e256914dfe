const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaging = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Numbers of the cell styles in `styles.xml` below. */
export const styles = { heading: 1, text: 2 }

const stylesXml =
  `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>' +
  '</fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>' +
  '<xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>'

/** Everything of a workbook but its sheets. */
export function workbookParts(names: readonly string[]): { path: string; xml: string }[] {
  const each = (xml: (name: string, number: number) => string) => names.map((name, at) => xml(name, at + 1)).join('')
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`
  const relationList = (inside: string) =>
    `${declaration}<Relationships xmlns="${packaging}/relationships">${inside}</Relationships>`
  const override = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${sheetType}.${type}+xml"/>`
  return [
    { path: 'xl/styles.xml', xml: stylesXml },
    {
      path: 'xl/workbook.xml',
      xml:
        `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>` +
        each((name, n) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`) +
        '</sheets></workbook>',
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      xml: relationList(
        each((_, n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)) +
          relation('styles', 'styles', 'styles.xml'),
      ),
    },
    { path: '_rels/.rels', xml: relationList(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      path: '[Content_Types].xml',
      xml:
        `${declaration}<Types xmlns="${packaging}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        override('workbook.xml', 'sheet.main') +
        override('styles.xml', 'styles') +
        each((_, n) => override(`worksheets/sheet${n}.xml`, 'worksheet')) +
        '</Types>',
    },
  ]
}

/** @param widths of the columns, in characters */
export const sheetStart = (widths: readonly number[]): string =>
  `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  (widths.length > 0 ? `<cols>${widths.map(widthXml).join('')}</cols>` : '') +
  '<sheetData>'

export const sheetEnd = '</sheetData></worksheet>'

const widthXml = (width: number, at: number) =>
  `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1" style="${styles.text}"/>`

/** More characters than this and the spreadsheet calls the whole file damaged. */
const longestText = 32_767

/** One cell, nothing where it is blank. Columns count from 0, rows from 1. */
export function cellXml(column: number, row: number, value: unknown, style: number): string {
  if (value === null || value === undefined || value === '') return ''
  const place = `${columnLetters(column)}${row}`
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${place}"><v>${value}</v></c>` : ''
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))).slice(0, longestText)
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

const letters: string[] = []

/** 0 → A, 26 → AA. */
function columnLetters(column: number): string {
  return (letters[column] ??=
    (column < 26 ? '' : columnLetters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26)))
}

const special =
  /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[\da-fA-F]{4}_)/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML; what XML has no place for is written the workbook's way, `_x0007_`. */
const escaped = (text: string): string =>
  text.replace(special, (one) => entities[one] ?? `_x${one.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`)

/** A name the spreadsheet accepts: 31 characters, none of `[]:*?/\`, no apostrophe at an end, not used before. */
export function sheetName(wished: string, used: readonly string[]): string {
  const taken = new Set(used.map((name) => name.toLowerCase()))
  const fit = wished.replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ').trim().replace(/^'+|'+$/g, '').slice(0, 31) || 'Data' // prettier-ignore
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`
    const name = fit.slice(0, 31 - suffix.length) + suffix
    if (!taken.has(name.toLowerCase())) return name
  }
}

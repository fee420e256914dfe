import { describe, expect, test } from 'vitest'
import { refusalsOf, rowsOf, told, valuesOf } from './fixtures.ts'

const nip = '196608011988031001'
const people = [{ nipBaru: nip, nama: 'Contoh Satu' }]

describe('delimiters', () => {
  test.each([',', ';', '\t', '|'])('%j is recognised', async (d) => {
    expect(valuesOf(await told(`nipBaru${d}nama\n${nip}${d}Contoh Satu\n`))).toEqual(people)
  })

  test('a delimiter is told from commas in names, and from quoted ones', async () => {
    const text = `nipBaru;nama\n${nip};"Contoh; S.Kom, M.Si, Ph.D"\n${nip};Dua, S.Pd, M.Pd, Dr\n`
    expect(valuesOf(await told(text)).map(({ nama }) => nama)).toEqual([
      'Contoh; S.Kom, M.Si, Ph.D',
      'Dua, S.Pd, M.Pd, Dr',
    ])
  })

  test("the spreadsheet's own declaration wins and keeps line numbers", async () => {
    const events = await told(`sep=|\r\nnipBaru|nama\r\n${nip}|Contoh Satu\r\n`)
    expect(valuesOf(events)).toEqual(people)
    expect(rowsOf(events)).toEqual([3])
  })
})

describe('encodings', () => {
  const text = 'nama,kota\nZoë Šantić,“Banda”\n'
  const zoe = [{ nama: 'Zoë Šantić', kota: '“Banda”' }]
  const latin = [{ nama: 'Zoë', kota: '“Banda”' }]
  const windows = Buffer.from('nama,kota\nZo\xeb,\x93Banda\x94\n', 'latin1')
  test.each([
    ['UTF-8', Buffer.from(text), zoe],
    ['UTF-8 with mark', Buffer.from(`\ufeff${text}`), zoe],
    ['UTF-16 LE', Buffer.from(`\ufeff${text}`, 'utf16le'), zoe],
    ['UTF-16 BE', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), zoe],
    ['Windows-1252', windows, latin],
    [
      'Windows-1252 after much ASCII',
      Buffer.concat([Buffer.from('nama,kota\n' + ',\n'.repeat(200_000)), windows.subarray(10)]),
      latin,
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(valuesOf(await told(bytes))).toEqual(expected)
  })

  test('a character cut by the reading piece stays whole', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const name = `${'x'.repeat(65_536 - 8 - shift)}漢字😀ë`
      expect(valuesOf(await told(`nama,b\n${name},1\n`))).toEqual([{ nama: name, b: '1' }])
    }
  })
})

describe('lines', () => {
  test('numbers are those of the file: quoted line ends, blank lines, all kinds of line end', async () => {
    const events = await told('a,b\r\n\r\n"x\r\ny",1\n2,3\r4,5\n')
    expect(rowsOf(events)).toEqual([3, 5, 6])
    expect(valuesOf(events)[0]).toEqual({ a: 'x\r\ny', b: '1' })
  })

  test('short lines lack their keys, cells under no heading are extras, blank extras are nothing', async () => {
    expect(valuesOf(await told('a,b,c\n1\n1,2,3,4,5\n1,,3,,\n'))).toEqual([
      { a: '1' },
      { a: '1', b: '2', c: '3', __extra: ['4', '5'] },
      { a: '1', b: '', c: '3' },
    ])
  })

  test('stray quotes inside a cell are kept', async () => {
    expect(valuesOf(await told('a,b\nSMA "Satu" Kota,"x ""y"""\n'))).toEqual([{ a: 'SMA "Satu" Kota', b: 'x "y"' }])
  })

  test('a quote never closed is refused at its line, the lines before are kept', async () => {
    const events = await told('a,b\n1,2\n3,"4\n5,6\n')
    expect(valuesOf(events)).toEqual([{ a: '1', b: '2' }])
    expect(events.at(-1)).toEqual({ type: 'refused', path: 'data', code: 'file.broken-csv', params: { line: 3 } })
  })

  test('a quote never closed in a large file stops at the limit', async () => {
    const events = await told(`a,b\n1,2\n3,"${'4,5\n'.repeat(500_000)}`)
    expect(refusalsOf(events)).toEqual(['data: file.broken-csv'])
    expect(valuesOf(events)).toHaveLength(1)
  })
})

describe('headings', () => {
  test.each([
    ['data in the place of headings', `${nip},Contoh Satu\n${nip},Contoh Dua\n`, 'file.no-header'],
    ['only numbers', '1,2,3\n4,5,6\n', 'file.no-header'],
    ['twice the same', 'nip,nama,nip\n1,2,3\n', 'file.duplicate-column'],
    ['too many', `${Array.from({ length: 2001 }, (_, n) => `k${n}`).join(',')}\n`, 'file.too-many-columns'],
  ])('%s', async (_, text, code) => {
    const events = await told(text)
    expect(refusalsOf(events)).toEqual([`data: ${code}`])
    expect(valuesOf(events)).toEqual([])
  })

  test('titles above the table are skipped', async () => {
    const events = await told(`DAFTAR PEGAWAI,\n,\nnipBaru,nama\n${nip},Contoh Satu\n`)
    expect(valuesOf(events)).toEqual(people)
    expect(rowsOf(events)).toEqual([4])
  })

  test.each([3, 50])('a list of one column and %i lines', async (lines) => {
    expect(valuesOf(await told(`nipBaru\n${`${nip}\n`.repeat(lines)}`))).toHaveLength(lines)
  })

  test('names that are traps in JavaScript are ordinary names', async () => {
    expect(valuesOf(await told('constructor,toString\n1,2\n'))).toEqual([{ constructor: '1', toString: '2' }])
  })
})

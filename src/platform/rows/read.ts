import { rm, stat } from 'node:fs/promises'
import { Archive, type Entry } from './archive.ts'
import { readCsv } from './csv.ts'
import { defaultLimits, type Limits, type RowEvent, Unreadable } from './events.ts'
import { readJson } from './json.ts'
import { headBytes, kindOf, refusalOfCompound } from './kinds.ts'
import { peek, Reading } from './reading.ts'
import { readSheet } from './sheet.ts'
import { encodingOf, textOf, utf8Of } from './text.ts'
import { Texts } from './texts.ts'
import { openWorkbook } from './workbook.ts'

export type { Limits, RowEvent } from './events.ts'

/**
 * Reads a table file of any accepted format, told by its content: CSV, JSON, XLSX (every sheet), or a ZIP archive of
 * these. Memory does not grow with the file. Whatever is wrong with the input is told as `refused`; what throws is a
 * missing file, a full disk, or `signal`.
 *
 * Values: CSV and XLSX give texts (see `Table` and `sheet.ts` for blanks, dates, formulas and long numbers), JSON gives
 * what stands there. Paths are labels for people: `data.zip/kota/buku.xlsx/rw-diklat`.
 */
export async function* readRows(
  source: { path: string; name: string },
  limits: Partial<Limits> = {},
  signal?: AbortSignal,
): AsyncGenerator<RowEvent> {
  const reading = new Reading({ ...defaultLimits, ...limits }, signal)
  try {
    for await (const batch of refusing(source.name, readFile(source, reading))) {
      signal?.throwIfAborted()
      yield* batch
    }
  } catch (fault) {
    if (!(fault instanceof Stopped)) throw fault
  } finally {
    await reading.close()
  }
}

type Batches = AsyncGenerator<RowEvent[], void>

/** A fault of the input ends this file with the reason; a bomb, being an attack, ends everything around it too. */
async function* refusing(path: string, batches: Batches): Batches {
  try {
    yield* batches
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault
    yield [{ type: 'refused', path, code: fault.code, params: fault.params }]
    if (fault.code === 'file.bomb') throw new Stopped()
  }
}

class Stopped extends Error {}

async function* readFile(source: { path: string; name: string }, reading: Reading): Batches {
  const { path, name } = source
  const { size } = await stat(path)
  if (size > reading.limits.uploadBytes)
    throw new Unreadable('file.too-large', {
      megabytes: toMegabytes(size),
      limit: toMegabytes(reading.limits.uploadBytes),
    })
  const bytes = reading.chunksOf(path)
  try {
    const { head, chunks } = await peek(bytes, headBytes)
    if (kindOf(head) === 'zip') yield* readZip(path, name, reading)
    else yield* readPlain(name, size, head, chunks, reading)
  } finally {
    await bytes.return(undefined)
  }
}

const toMegabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)

async function* readPlain(
  path: string,
  bytes: number,
  head: Buffer,
  chunks: AsyncGenerator<Buffer>,
  reading: Reading,
): Batches {
  const kind = kindOf(head)
  const encoding = encodingOf(head)
  const input = { path, bytes, limits: reading.limits }
  if (kind === 'json') yield* readJson(input, utf8Of(chunks, encoding))
  else if (kind === 'csv') yield* readCsv(input, textOf(head), utf8Of(chunks, encoding))
  else {
    if (kind === 'empty') throw new Unreadable('file.empty')
    throw new Unreadable(kind === 'compound' ? refusalOfCompound(head) : 'file.unknown-format')
  }
}

async function* readZip(path: string, name: string, reading: Reading): Batches {
  const archive = new Archive(path, reading)
  try {
    const content = await contentOf(archive)
    if (content === 'office') yield* readWorkbook(archive, name, reading)
    else if (content === 'opendocument') throw new Unreadable('file.unknown-format')
    else if (content === 'nothing') throw new Unreadable('file.empty')
    else
      for await (const entry of archive.entries()) {
        const label = `${name}/${entry.label}`
        yield* refusing(label, readEntry(archive, entry, label, reading))
      }
  } finally {
    archive.close()
  }
}

/** What the names inside an archive make it. */
async function contentOf(archive: Archive): Promise<'office' | 'opendocument' | 'files' | 'nothing'> {
  let files = 0
  let marks = 0
  for await (const { name } of archive.entries()) {
    files += 1
    if (name === '[Content_Types].xml') return 'office'
    if (name === 'mimetype' || name === 'META-INF/manifest.xml') marks += 1
  }
  return marks === 2 ? 'opendocument' : files > 0 ? 'files' : 'nothing'
}

async function* readEntry(archive: Archive, entry: Entry, label: string, reading: Reading): Batches {
  const bytes = archive.chunksOf(entry)
  try {
    const { head, chunks } = await peek(bytes, headBytes)
    if (kindOf(head) === 'zip') yield* readInner(await archive.spill(chunks), label, reading)
    else yield* readPlain(label, entry.bytes, head, chunks, reading)
  } finally {
    await bytes.return(undefined)
  }
}

/** A workbook inside an archive; an archive inside an archive is refused, for bombs are built that way. */
async function* readInner(path: string, label: string, reading: Reading): Batches {
  const inner = new Archive(path, reading)
  try {
    if ((await contentOf(inner)) !== 'office') throw new Unreadable('file.nested-archive')
    yield* readWorkbook(inner, label, reading)
  } finally {
    inner.close()
    await rm(path, { force: true })
  }
}

async function* readWorkbook(archive: Archive, path: string, reading: Reading): Batches {
  const texts = new Texts(await reading.temporaryPath())
  try {
    const workbook = await openWorkbook(archive, texts)
    let filled = false
    for (const { name, entry } of workbook.sheets) {
      const sheet = { path: `${path}/${name}`, bytes: entry.bytes, limits: reading.limits }
      for await (const batch of refusing(sheet.path, readSheet(sheet, workbook, entry))) {
        filled ||= batch.length > 0
        yield batch
      }
    }
    if (!filled) throw new Unreadable('file.empty')
  } finally {
    texts.close()
  }
}

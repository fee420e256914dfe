import type { Archive, Entry } from './archive.ts'
import { type Moment, momentOf } from './cells.ts'
import { Unreadable } from './events.ts'
import { attribute, type Handlers, readMarkup, unescaped } from './markup.ts'
import { peek } from './reading.ts'
import { encodingOf, utf8Of } from './text.ts'
import type { Texts } from './texts.ts'

export interface Workbook {
  sheets: { name: string; entry: Entry }[]
  texts: Texts
  /** By the number of a cell's style. */
  moments: (Moment | undefined)[]
  from1904: boolean
  parts: Archive
}

/** Enough for any real workbook, few enough that a list of them is no attack. */
const mostParts = 10_000
const mostStyles = 100_000

/** Opens what every sheet of a workbook needs. @throws Unreadable */
export async function openWorkbook(parts: Archive, texts: Texts): Promise<Workbook> {
  const entries = new Map<string, Entry>()
  for await (const entry of parts.entries()) {
    entries.set(entry.name.replace(/^\//, '').toLowerCase(), entry)
    if (entries.size > mostParts) throw new Unreadable('file.bomb')
  }
  const part = (path: string | undefined) => (path === undefined ? undefined : entries.get(path.toLowerCase()))
  const read = async (path: string | undefined, handlers: Handlers) => {
    const entry = part(path)
    if (entry) await readMarkup(await partText(parts, entry), handlers)
    return entry !== undefined
  }

  const mainPath = (await relations(read, '')).find(({ type }) => type === 'officeDocument')?.path
  const sheets: { name: string; relation: string }[] = []
  let root: string | undefined
  let from1904 = false
  const found = await read(mainPath, {
    open(name, attributes) {
      root ??= name
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name === 'sheet' && sheets.length < mostParts)
        sheets.push({ name: attribute(attributes, 'name') ?? '', relation: attribute(attributes, 'id') ?? '' })
    },
  })
  if (!found || root !== 'workbook') throw new Unreadable('file.unknown-format')

  const related = await relations(read, mainPath as string)
  const pathOf = (kind: string) => related.find(({ type }) => type === kind)?.path
  await read(pathOf('sharedStrings'), sharedTexts(texts))
  texts.flush()
  const moments: (Moment | undefined)[] = []
  await read(pathOf('styles'), styles(moments))
  return {
    sheets: sheets.flatMap(({ name, relation }) => {
      const target = related.find(({ id, type }) => id === relation && type === 'worksheet')
      const entry = part(target?.path)
      return entry ? [{ name, entry }] : []
    }),
    texts,
    moments,
    from1904,
    parts,
  }
}

/** A part's bytes as UTF-8. */
export async function partText(parts: Archive, entry: Entry): Promise<AsyncGenerator<Buffer>> {
  const { head, chunks } = await peek(parts.chunksOf(entry), 4)
  return utf8Of(chunks, encodingOf(head))
}

interface Relation {
  id: string
  /** The last word of the relation's type. */
  type: string
  path: string
}

async function relations(
  read: (path: string, handlers: Handlers) => Promise<boolean>,
  of: string,
): Promise<Relation[]> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1)
  const found: Relation[] = []
  await read(`${folder}_rels/${of.slice(folder.length)}.rels`, {
    open(name, attributes) {
      if (name !== 'Relationship' || found.length >= mostParts) return
      const target = attribute(attributes, 'Target') ?? ''
      const type = attribute(attributes, 'Type') ?? ''
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        path: resolved(folder, target),
      })
    },
  })
  return found
}

/** A part's path as its relation means it: from the root with a slash, else from the folder. */
function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of `${target.startsWith('/') ? '' : folder}${target}`.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return steps.join('/')
}

function sharedTexts(texts: Texts): Handlers {
  let text = ''
  let inText = false
  let phonetic = false
  return {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') inText = !phonetic
    },
    text(piece) {
      if (inText) text += piece
    },
    close(name) {
      if (name === 'si') texts.add(unescaped(text))
      else if (name === 'rPh') phonetic = false
      else if (name === 't') inText = false
    },
  }
}

function styles(moments: (Moment | undefined)[]): Handlers {
  const formats = new Map<string, string>()
  let inCells = false
  return {
    open(name, attributes) {
      if (name === 'numFmt' && formats.size < mostStyles)
        formats.set(attribute(attributes, 'numFmtId') ?? '', attribute(attributes, 'formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells && moments.length < mostStyles) {
        const id = attribute(attributes, 'numFmtId') ?? '0'
        moments.push(momentOf(formats.get(id) ?? id))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  }
}

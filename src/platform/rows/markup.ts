import { Unreadable } from './events.ts'

export interface Handlers {
  /** An element begins; `attributes` as written, see `attribute`. Namespace prefixes are dropped from the name. */
  open?(name: string, attributes: string): void
  text?(text: string): void
  close?(name: string): void
}

/** Longest single tag or piece of text; a cell holds at most 32,767 characters. */
const longestPart = 1024 * 1024

const fault = () => new Unreadable('file.broken-workbook')

/**
 * Reads the XML of a workbook piece by piece. Knows elements, attributes, text, the five entities and character
 * references; skips comments and instructions; refuses document types, so nothing can be included or expanded.
 * @throws Unreadable `file.broken-workbook`
 */
export async function readMarkup(chunks: AsyncIterable<Buffer>, handlers: Handlers, each?: () => void): Promise<void> {
  for await (const _ of markup(chunks, handlers)) each?.()
}

/** As `readMarkup`, handing over after every piece so that the caller may pass on what it has gathered. */
export async function* markup(chunks: AsyncIterable<Buffer>, handlers: Handlers): AsyncGenerator<void> {
  let rest = ''
  let depth = 0
  for await (const chunk of chunks) {
    const text = rest + chunk.toString()
    let at = 0
    for (;;) {
      const start = text.indexOf('<', at)
      if (start === -1) break
      if (start > at && depth > 0) handlers.text?.(plain(text.slice(at, start)))
      const end = endOfTag(text, start)
      at = start
      if (end === -1) break
      at = end
      const second = text.charCodeAt(start + 1)
      if (second === slash) {
        depth -= 1
        handlers.close?.(localName(text.slice(start + 2, end - 1).trim()))
      } else if (second === exclamation) {
        if (text.startsWith('<![CDATA[', start)) handlers.text?.(text.slice(start + 9, end - 3))
        else if (!text.startsWith('<!--', start)) throw fault()
      } else if (second !== question) {
        const empty = text.charCodeAt(end - 2) === slash
        const inside = text.slice(start + 1, empty ? end - 2 : end - 1)
        const space = endOfName(inside)
        const name = localName(space === -1 ? inside : inside.slice(0, space))
        handlers.open?.(name, space === -1 ? '' : inside.slice(space))
        if (empty) handlers.close?.(name)
        else depth += 1
      }
    }
    rest = text.slice(at)
    if (rest.length > longestPart) throw fault()
    yield
  }
  if (depth !== 0 || rest.trim() !== '') throw fault()
}

const slash = 47
const greater = 62
const doubleQuote = 34
const singleQuote = 39
const exclamation = 33
const question = 63

/** The index after the tag that starts here; -1 where its end has not come yet. */
function endOfTag(text: string, start: number): number {
  if (text.charCodeAt(start + 1) === exclamation) {
    const close = text.startsWith('<!--', start) ? '-->' : text.startsWith('<![CDATA[', start) ? ']]>' : undefined
    if (close) {
      const end = text.indexOf(close, start + 4)
      return end === -1 ? -1 : end + close.length
    }
    if (text.length - start < 9) return -1
  }
  // A `>` inside quotes belongs to an attribute.
  let quote = 0
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (quote !== 0) quote = code === quote ? 0 : quote
    else if (code === doubleQuote || code === singleQuote) quote = code
    else if (code === greater) return at + 1
  }
  return -1
}

const localName = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name)

/** Where the name of an element ends; -1 where it has no attributes. */
function endOfName(inside: string): number {
  for (let at = 0; at < inside.length; at += 1) if (inside.charCodeAt(at) <= 32) return at
  return -1
}

const patterns = new Map<string, RegExp>()

/** The value of an attribute, by its name without prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  // The way every spreadsheet writes it, six million times in a large sheet.
  const usual = ` ${name}="`
  const at = attributes.indexOf(usual)
  if (at !== -1) return plain(attributes.slice(at + usual.length, attributes.indexOf('"', at + usual.length)))
  if (!attributes.includes(`${name}=`) && !attributes.includes(`${name} `)) return undefined
  let pattern = patterns.get(name)
  if (!pattern) patterns.set(name, (pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)))
  const found = pattern.exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : plain(value)
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function plain(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name as string] ?? whole
    const code = hex ? Number.parseInt(hex as string, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** Undoes `_x000D_`, the way workbooks write characters that XML has no place for. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

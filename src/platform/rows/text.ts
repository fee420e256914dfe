import { isUtf8 } from 'node:buffer'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The encoding a byte order mark tells; UTF-8 without one. */
export function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** The first bytes of a text, without its mark; what is not in the encoding becomes `\ufffd`. */
export function textOf(head: Buffer): string {
  const encoding = encodingOf(head)
  // A decoder of its own for each of 48,000 small files would cost more than reading them.
  return encoding === 'utf-8' ? head.toString().replace(/^\ufeff/, '') : new TextDecoder(encoding).decode(head)
}

/**
 * Text of any accepted encoding as valid UTF-8 without byte order mark, in pieces that never cut a character.
 * Bytes that are not UTF-8 are read as Windows-1252, byte by byte: files edited on an old office computer have such a
 * letter for the first time after megabytes of plain ASCII, so nothing can be decided at their beginning.
 */
export async function* utf8Of(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding !== 'utf-8') {
    const decoder = new TextDecoder(encoding)
    for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
    return yield Buffer.from(decoder.decode())
  }
  let rest: Buffer = Buffer.alloc(0)
  let atStart = true
  for await (const chunk of chunks) {
    let bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    if (atStart && bytes.length >= 3) {
      atStart = false
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3)
    }
    const end = atStart ? 0 : wholeCharacters(bytes)
    rest = bytes.subarray(end)
    if (end > 0) yield mended(bytes.subarray(0, end))
  }
  const tail = atStart && rest.equals(Buffer.from([0xef, 0xbb, 0xbf])) ? Buffer.alloc(0) : rest
  if (tail.length > 0) yield mended(tail)
}

const lengthByLead = (byte: number): number => (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1)

/** Where the last character that may still be incomplete begins. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number
    if (byte >= 0xc2) return lengthByLead(byte) > back ? bytes.length - back : bytes.length
    if (byte < 0x80) break
  }
  return bytes.length
}

const windows1252 = new TextDecoder('windows-1252')
const asUtf8 = Array.from({ length: 256 }, (_, byte) => Buffer.from(windows1252.decode(Uint8Array.of(byte))))

function mended(bytes: Buffer): Buffer {
  if (isUtf8(bytes)) return bytes
  const parts: Buffer[] = []
  let from = 0
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] as number
    const length = lengthByLead(byte)
    if (byte < 0x80 || (length > 1 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)))) {
      at += length
      continue
    }
    parts.push(bytes.subarray(from, at), asUtf8[byte] as Buffer)
    at += 1
    from = at
  }
  parts.push(bytes.subarray(from))
  return Buffer.concat(parts)
}

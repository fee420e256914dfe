import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, inflateRawSync } from 'node:zlib'
import yauzl from 'yauzl'
import { Unreadable } from './events.ts'
import type { Reading } from './reading.ts'
import { WindowedFile } from './windows.ts'

export interface Entry {
  /** The name as the archive spells it; a key, never a path on our disk. */
  name: string
  /** The name made fit to be shown: no `..`, no control characters. */
  label: string
  bytes: number
  encrypted: boolean
  inner: yauzl.Entry
}

const rubbish = /(?:^|\/)(?:__MACOSX\/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i

/** A ZIP archive on disk. Everything it says about itself is doubted; every fault of it is an `Unreadable`. */
export class Archive {
  private readonly path: string
  private readonly reading: Reading
  private opened: yauzl.ZipFile | undefined

  constructor(path: string, reading: Reading) {
    this.path = path
    this.reading = reading
  }

  /** Its files in the order of the archive, without folders and what operating systems leave behind. */
  async *entries(): AsyncGenerator<Entry> {
    this.close()
    const file = new WindowedFile(this.path)
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false }
    try {
      this.opened = await broken(yauzl.fromRandomAccessReaderPromise(file, file.bytes, options))
    } catch (fault) {
      file.close(() => {})
      throw fault
    }
    if (this.opened.entryCount > this.reading.limits.entries) throw new Unreadable('file.bomb')
    const all = this.opened.eachEntry()
    for (;;) {
      const next = await broken(all.next())
      if (next.done) return
      const inner = next.value
      const name = yauzl.getFileNameLowLevel(inner.generalPurposeBitFlag, inner.fileNameRaw, inner.extraFields, false)
      if (name.endsWith('/') || rubbish.test(name)) continue
      yield { name, label: labelOf(name), bytes: inner.uncompressedSize, encrypted: inner.isEncrypted(), inner }
    }
  }

  /** The unpacked bytes of an entry, counted, and checked against the size and the check sum it promised. */
  async *chunksOf({ inner, encrypted }: Entry): AsyncGenerator<Buffer> {
    if (encrypted) throw new Unreadable('file.encrypted')
    if (!this.opened) throw new Error('the archive is closed')
    // Not `decodeFileData: true` for the others: spelled out, it gives packed bytes too (yauzl 3.4).
    const stream = await broken(
      this.opened.openReadStreamPromise(inner, isSmall(inner) ? { decodeFileData: false } : {}),
    )
    const chunks = (isSmall(inner) ? unpackedAtOnce(stream, inner) : stream)[Symbol.asyncIterator]()
    let bytes = 0
    let sum = 0
    try {
      for (;;) {
        const next = await broken(chunks.next())
        if (next.done) break
        bytes += next.value.length
        this.reading.count(next.value.length, bytes, inner.compressedSize)
        // More than the header says is how a bomb gets past those who believe headers.
        if (bytes > inner.uncompressedSize) throw new Unreadable('file.bomb')
        sum = crc32(next.value, sum)
        yield next.value
      }
    } finally {
      stream.destroy()
    }
    if (bytes !== inner.uncompressedSize || sum !== inner.crc32) throw new Unreadable('file.broken-archive')
  }

  /** Unpacks an entry into a temporary file, for formats that must be read out of order. */
  async spill(chunks: AsyncIterable<Buffer>): Promise<string> {
    const path = await this.reading.temporaryPath()
    await pipeline(Readable.from(chunks), createWriteStream(path))
    return path
  }

  close(): void {
    this.opened?.close()
    this.opened = undefined
  }
}

const deflated = 8

/** Small enough that unpacking at once blocks nobody; a stream of its own costs more than the content. */
const isSmall = ({ compressionMethod, compressedSize, uncompressedSize }: yauzl.Entry): boolean =>
  compressionMethod === deflated && compressedSize <= 64 * 1024 && uncompressedSize <= 512 * 1024

async function* unpackedAtOnce(stream: Readable, { uncompressedSize }: yauzl.Entry): AsyncGenerator<Buffer> {
  const packed = Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>))
  try {
    yield inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? new Unreadable('file.bomb') : error
  }
}

/** Whatever the unpacking library throws is a fault of the archive. */
async function broken<T>(step: Promise<T>): Promise<T> {
  try {
    return await step
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('file.broken-archive')
  }
}

const labelOf = (name: string): string =>
  name
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .slice(0, 300)

import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface Part {
  path: string
  content: Iterable<Buffer> | AsyncIterable<Buffer>
}

interface Packed {
  path: Buffer
  offset: number
  sum: number
  bytes: number
  packedBytes: number
}

/** Above this, an archive needs the ZIP64 records that are not written here. */
const largest = 0xffff_ffff

/**
 * A ZIP archive as pieces of bytes, one part after the other, each deflated while its content is read. Every part has
 * the same date, so equal content gives equal archives.
 */
export async function* packed(parts: AsyncIterable<Part>): AsyncGenerator<Buffer> {
  const written: Packed[] = []
  let offset = 0
  for await (const { path, content } of parts) {
    const part: Packed = { path: Buffer.from(path), offset, sum: 0, bytes: 0, packedBytes: 0 }
    const head = header(part, false)
    yield head
    const deflate = createDeflateRaw({ level: 3 })
    // A failure of the content reaches the loop below through `deflate`; the callback only keeps it from being thrown twice.
    pipeline(Readable.from(counted(content, part)), deflate, () => {})
    for await (const piece of deflate as AsyncIterable<Buffer>) {
      part.packedBytes += piece.length
      yield piece
    }
    const tail = Buffer.alloc(16)
    tail.writeUInt32LE(0x08074b50, 0)
    sizes(part, tail, 4)
    yield tail
    offset += head.length + part.packedBytes + tail.length
    if (offset > largest || part.bytes > largest) throw new RangeError('the archive is larger than 4 GB')
    written.push(part)
  }
  const directory = Buffer.concat(written.map((part) => header(part, true)))
  yield directory
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(written.length, 8)
  end.writeUInt16LE(written.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  yield end
}

async function* counted(content: Part['content'], part: Packed): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    part.sum = crc32(piece, part.sum)
    part.bytes += piece.length
    yield piece
  }
}

function sizes(part: Packed, into: Buffer, at: number): void {
  into.writeUInt32LE(part.sum, at)
  into.writeUInt32LE(part.packedBytes, at + 4)
  into.writeUInt32LE(part.bytes, at + 8)
}

const deflated = 8
/** The sizes follow after the data, and names are UTF-8. */
const flags = 0x0808
const firstOfJanuary1980 = 0x21

function header(part: Packed, inDirectory: boolean): Buffer {
  const fixed = Buffer.alloc(inDirectory ? 46 : 30)
  fixed.writeUInt32LE(inDirectory ? 0x02014b50 : 0x04034b50, 0)
  // The directory's record says once more, in front, which version wrote it.
  const at = inDirectory ? 6 : 4
  if (inDirectory) fixed.writeUInt16LE(20, 4)
  fixed.writeUInt16LE(20, at)
  fixed.writeUInt16LE(flags, at + 2)
  fixed.writeUInt16LE(deflated, at + 4)
  fixed.writeUInt16LE(firstOfJanuary1980, at + 8)
  if (inDirectory) sizes(part, fixed, 16)
  fixed.writeUInt16LE(part.path.length, inDirectory ? 28 : 26)
  if (inDirectory) fixed.writeUInt32LE(part.offset, 42)
  return Buffer.concat([fixed, part.path])
}

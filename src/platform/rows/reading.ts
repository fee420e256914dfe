import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Limits, Unreadable } from './events.ts'

const compressesWell = 16 * 1024 * 1024

/** What one call of `readRows` carries along: its limits, the bytes unpacked so far, its temporary files. */
export class Reading {
  readonly limits: Limits
  readonly signal: AbortSignal | undefined
  unpackedBytes = 0
  private folder: string | undefined
  private files = 0

  constructor(limits: Limits, signal: AbortSignal | undefined) {
    this.limits = limits
    this.signal = signal
  }

  /** Counts unpacked bytes as they come. @throws Unreadable `file.bomb` past a limit */
  count(bytes: number, unpackedOfEntry: number, packedOfEntry: number): void {
    this.signal?.throwIfAborted()
    this.unpackedBytes += bytes
    if (this.unpackedBytes > this.limits.unpackedBytes) throw new Unreadable('file.bomb')
    if (unpackedOfEntry > compressesWell && unpackedOfEntry > packedOfEntry * this.limits.ratio)
      throw new Unreadable('file.bomb')
  }

  /** The bytes of a file on disk, in pieces of 64 KB. */
  async *chunksOf(path: string): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path)) {
      this.signal?.throwIfAborted()
      yield chunk as Buffer
    }
  }

  /** A path for a temporary file; its name is ours, never the input's. */
  async temporaryPath(): Promise<string> {
    this.folder ??= await mkdtemp(join(tmpdir(), 'bina-rows-'))
    this.files += 1
    return join(this.folder, String(this.files))
  }

  async close(): Promise<void> {
    if (this.folder) await rm(this.folder, { recursive: true, force: true })
  }
}

/** The first bytes of a stream (at least `bytes` where there are so many), and the whole stream still to be read. */
export async function peek(
  chunks: AsyncGenerator<Buffer>,
  bytes: number,
): Promise<{ head: Buffer; chunks: AsyncGenerator<Buffer> }> {
  const first: Buffer[] = []
  let length = 0
  while (length < bytes) {
    const next = await chunks.next()
    if (next.done) break
    first.push(next.value)
    length += next.value.length
  }
  async function* whole() {
    try {
      yield* first
      first.length = 0
      yield* chunks
    } finally {
      await chunks.return(undefined)
    }
  }
  return { head: Buffer.concat(first), chunks: whole() }
}

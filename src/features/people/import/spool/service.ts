import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { soundJson } from '../staging/rules.ts'

/** One row between reading and staging. `raw` is `values` as JSON text. */
export interface Spooled {
  file: number
  row: number
  place: string | null
  raw: string
  values: Record<string, unknown>
}

/**
 * Rows on disk, one file per kind: an archive names its files in any order, but persons must be known before their
 * histories. One pass over the upload, and memory that does not grow with it.
 */
export class Spool {
  readonly #folder: string
  readonly #streams = new Map<string, WriteStream>()
  #fault: Error | undefined
  readonly rows = new Map<string, number>()

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async open(folder: string): Promise<Spool> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return new Spool(folder)
  }

  /** Removes what a killed run has left: personal data that nobody else would ever remove. */
  static clear(folder: string): Promise<void> {
    return rm(folder, { recursive: true, force: true })
  }

  /** Waits only when the disk cannot keep up. */
  add(kind: string, file: number, row: number, place: string | null, values: unknown): Promise<unknown> | undefined {
    if (this.#fault) throw this.#fault
    const stream = this.#streamOf(kind)
    this.rows.set(kind, (this.rows.get(kind) ?? 0) + 1)
    const line = `${file}\t${row}\t${place === null ? '' : JSON.stringify(place)}\t${soundJson(values)}\n`
    return stream.write(line) ? undefined : once(stream, 'drain')
  }

  #streamOf(kind: string): WriteStream {
    const known = this.#streams.get(kind)
    if (known) return known
    const stream = createWriteStream(join(this.#folder, kind), { mode: 0o600, highWaterMark: 1 << 18 })
    // A full disk must end the job, not the server.
    stream.on('error', (fault) => (this.#fault = fault))
    this.#streams.set(kind, stream)
    return stream
  }

  /** Ends writing; reading begins after it. */
  async seal(): Promise<void> {
    for (const stream of this.#streams.values()) {
      stream.end()
      await finished(stream)
    }
  }

  /** The rows of a kind in pieces of at most `most` rows and about `bytes` of text. */
  async *chunks(kind: string, most = 1000, bytes = 4 * 1024 * 1024): AsyncGenerator<Spooled[]> {
    if (!this.#streams.has(kind)) return
    let chunk: Spooled[] = []
    let size = 0
    for await (const line of linesOf(join(this.#folder, kind))) {
      chunk.push(parse(line))
      size += line.length
      if (chunk.length < most && size < bytes) continue
      yield chunk
      chunk = []
      size = 0
    }
    if (chunk.length > 0) yield chunk
  }

  async remove(): Promise<void> {
    for (const stream of this.#streams.values()) stream.destroy()
    await Spool.clear(this.#folder)
  }
}

// Node's own line reader also ends lines at U+2028, which JSON text may hold.
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines = (rest + (piece as string)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

function parse(line: string): Spooled {
  const [file, row, place] = line.split('\t', 3) as [string, string, string]
  const raw = line.slice(file.length + row.length + place.length + 3)
  return {
    file: Number(file),
    row: Number(row),
    place: place === '' ? null : (JSON.parse(place) as string),
    raw,
    values: JSON.parse(raw) as Record<string, unknown>,
  }
}

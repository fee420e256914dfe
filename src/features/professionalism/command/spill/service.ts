import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Entries in named buckets, in the order they came. Beyond `mostCharacters` held, all buckets go to temporary files
 * (one per bucket, a JSON value per line), so that memory does not grow with the input; a small input touches no disk.
 */
export class Spill {
  private readonly mostCharacters: number
  private readonly held = new Map<string, string[]>()
  private readonly filed = new Set<string>()
  private folder: string | undefined
  private characters = 0
  private readonly leave = () => this.close()

  constructor(mostCharacters: number) {
    this.mostCharacters = mostCharacters
  }

  add(bucket: string, entry: unknown): void {
    const line = JSON.stringify(entry)
    const lines = this.held.get(bucket)
    if (lines === undefined) this.held.set(bucket, [line])
    else lines.push(line)
    this.characters += line.length
    if (this.characters > this.mostCharacters) this.flush()
  }

  /** The names of the buckets that begin so, in their order as text. */
  buckets(prefix: string): string[] {
    return [...new Set([...this.filed, ...this.held.keys()])].filter((name) => name.startsWith(prefix)).sort()
  }

  /** All entries of one bucket; one bucket must fit into memory. The bucket is kept until `close`. */
  entries<T>(bucket: string): T[] {
    const filed = this.filed.has(bucket) ? readFileSync(this.path(bucket), 'utf8').split('\n').slice(0, -1) : []
    return [...filed, ...(this.held.get(bucket) ?? [])].map((line) => JSON.parse(line) as T)
  }

  close(): void {
    process.off('exit', this.leave)
    this.held.clear()
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true })
    this.folder = undefined
  }

  private flush(): void {
    for (const [bucket, lines] of this.held) {
      appendFileSync(this.path(bucket), `${lines.join('\n')}\n`, { mode: 0o600 })
      this.filed.add(bucket)
    }
    this.held.clear()
    this.characters = 0
  }

  private path(bucket: string): string {
    if (this.folder === undefined) {
      this.folder = mkdtempSync(join(tmpdir(), 'bina-ipasn-'))
      // Personal data must not stay behind when the process is told to stop.
      process.once('exit', this.leave)
    }
    return join(this.folder, `${bucket}.ndjson`)
  }
}

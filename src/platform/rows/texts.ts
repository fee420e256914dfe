import { closeSync, openSync, readSync, writeSync } from 'node:fs'

const inMemory = 16 * 1024 * 1024
const pageBytes = 64 * 1024
const pagesKept = 128

/**
 * The shared texts of a workbook, by number: the first 16 MB in memory, the others in a temporary file, so that a
 * workbook of any size is read in the same memory. Texts stand in the order of their first use, so pages hit well.
 */
export class Texts {
  private readonly memory: string[] = []
  private memoryBytes = 0
  private readonly temporaryPath: string
  private file: number | undefined
  /** Where each text in the file ends; a growing list of 8 bytes each. */
  private ends = new Float64Array(1024)
  private filed = 0
  private waiting: Buffer[] = []
  private waitingBytes = 0
  private writtenBytes = 0
  private readonly pages = new Map<number, Buffer>()

  constructor(temporaryPath: string) {
    this.temporaryPath = temporaryPath
  }

  add(text: string): void {
    if (this.memoryBytes < inMemory) {
      this.memory.push(text)
      this.memoryBytes += text.length * 2 + 24
      return
    }
    const bytes = Buffer.from(text)
    this.waiting.push(bytes)
    this.waitingBytes += bytes.length
    if (this.filed === this.ends.length) {
      const larger = new Float64Array(this.ends.length * 2)
      larger.set(this.ends)
      this.ends = larger
    }
    this.ends[this.filed] = this.writtenBytes + this.waitingBytes
    this.filed += 1
    if (this.waitingBytes >= pageBytes) this.flush()
  }

  flush(): void {
    if (this.waitingBytes === 0) return
    this.file ??= openSync(this.temporaryPath, 'w+', 0o600)
    writeSync(this.file, Buffer.concat(this.waiting))
    this.writtenBytes += this.waitingBytes
    this.waiting = []
    this.waitingBytes = 0
  }

  /** The text of this number; undefined where the workbook has none. */
  at(index: number): string | undefined {
    if (index < this.memory.length) return this.memory[index]
    const filed = index - this.memory.length
    if (!(filed < this.filed)) return undefined
    const from = filed === 0 ? 0 : (this.ends[filed - 1] as number)
    return this.bytes(from, this.ends[filed] as number).toString()
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file)
    this.file = undefined
  }

  private bytes(from: number, to: number): Buffer {
    const first = Math.floor(from / pageBytes)
    const last = Math.floor(Math.max(from, to - 1) / pageBytes)
    const pages: Buffer[] = []
    for (let number = first; number <= last; number += 1) pages.push(this.page(number))
    const whole = pages.length === 1 ? (pages[0] as Buffer) : Buffer.concat(pages)
    return whole.subarray(from - first * pageBytes, to - first * pageBytes)
  }

  private page(number: number): Buffer {
    const known = this.pages.get(number)
    if (known) return known
    const page = Buffer.alloc(pageBytes)
    const length = readSync(this.file as number, page, 0, pageBytes, number * pageBytes)
    const oldest = this.pages.size >= pagesKept ? this.pages.keys().next().value : undefined
    if (oldest !== undefined) this.pages.delete(oldest)
    this.pages.set(number, page.subarray(0, length))
    return page.subarray(0, length)
  }
}

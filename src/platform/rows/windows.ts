import { closeSync, createReadStream, fstatSync, openSync, read } from 'node:fs'
import { Readable } from 'node:stream'
import yauzl from 'yauzl'

const windowBytes = 256 * 1024

/**
 * A file read through two windows, one for an archive's directory and one for its data. Archives of the national service
 * hold one small file per person and history; asking the disk four times for each of 48,000 took most of the time.
 */
export class WindowedFile extends yauzl.RandomAccessReader {
  readonly bytes: number
  private readonly path: string
  private readonly file: number
  private windows: { from: number; bytes: Buffer }[] = []

  constructor(path: string) {
    super()
    this.path = path
    this.file = openSync(path, 'r')
    this.bytes = fstatSync(this.file).size
  }

  override read(
    into: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null) => void,
  ): void {
    this.range(position, length, (error, bytes) => {
      bytes.copy(into, offset)
      done(error ?? (bytes.length < length ? new Error('the file ends early') : null))
    })
  }

  override _readStreamForRange(start: number, end: number): Readable {
    if (end - start > windowBytes) return createReadStream(this.path, { start, end: end - 1 })
    const ask = this.range.bind(this, start, end - start)
    return new Readable({
      read() {
        ask((error, bytes) => {
          if (error) return void this.destroy(error)
          if (bytes.length > 0) this.push(bytes)
          this.push(null)
        })
      },
    })
  }

  override close(done: (error: Error | null) => void): void {
    closeSync(this.file)
    setImmediate(done, null)
  }

  private range(from: number, length: number, done: (error: Error | null, bytes: Buffer) => void): void {
    const known = this.windows.find((one) => from >= one.from && from + length <= one.from + one.bytes.length)
    if (known) {
      // The one used last is kept: with two windows the other is the one to give up.
      this.windows = [known, ...this.windows.filter((one) => one !== known)]
      return void setImmediate(done, null, known.bytes.subarray(from - known.from, from - known.from + length))
    }
    const window = Buffer.allocUnsafe(Math.max(length, windowBytes))
    read(this.file, window, 0, window.length, from, (error, bytesRead) => {
      const bytes = window.subarray(0, error ? 0 : bytesRead)
      this.windows = [{ from, bytes }, ...this.windows.slice(0, 1)]
      done(error, bytes.subarray(0, length))
    })
  }
}

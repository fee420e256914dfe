import { Tokenizer, TokenType } from '@streamparser/json'
import { type Input, type RowEvent, Unreadable } from './events.ts'
import { Records } from './records.ts'

/**
 * Reads UTF-8 JSON: a list of objects, one object, one object per line, or any of these in an envelope of the national
 * web service (`data`, `mapData`, `result`). Whole numbers of more than 15 digits stay text: as numbers they would lose
 * digits, and an NIP has 18.
 */
export async function* readJson(
  { path, bytes, limits }: Input,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<RowEvent[]> {
  let events: RowEvent[] = [{ type: 'file', path, bytes }]
  const records = new Records((row, values) => events.push({ type: 'row', path, row, values }))
  const tokenizer = new ExactTokenizer()
  let lastToken = 0
  tokenizer.onToken = ({ token, value, offset }) => {
    lastToken = offset
    records.take(token as TokenType, value)
  }

  let fed = 0
  let lines = 1
  const broken = (chunk: Buffer) => {
    const until = Math.min(Math.max(lastToken - fed, 0), chunk.length)
    return new Unreadable('file.broken-json', {
      line: lines + lineEndsIn(chunk.subarray(0, until)),
      row: records.count,
    })
  }
  let fault: Unreadable | undefined
  let last: Buffer = Buffer.alloc(0)
  let recordFrom = 0
  let seen = 0
  for await (const chunk of chunks) {
    try {
      tokenizer.write(chunk)
    } catch {
      fault = broken(chunk)
    }
    if (records.count !== seen) recordFrom = fed
    seen = records.count
    const batch = events
    events = []
    yield batch
    if (fault) throw fault
    fed += chunk.length
    lines += lineEndsIn(chunk)
    last = chunk
    if (fed - recordFrom > limits.recordBytes + last.length)
      throw new Unreadable('file.long-record', { row: records.count + 1, bytes: limits.recordBytes })
  }
  try {
    tokenizer.end()
    records.end()
  } catch {
    fed -= last.length
    lines -= lineEndsIn(last)
    fault = broken(last)
  }
  yield events
  if (fault) throw fault
  if (records.message !== undefined)
    throw new Unreadable('file.service-message', { message: records.message.slice(0, 200) })
  if (records.strangers > 0)
    throw new Unreadable('file.not-a-record', { row: records.firstStranger, n: records.strangers })
}

class ExactTokenizer extends Tokenizer {
  protected override parseNumber(digits: string): number {
    return /^-?\d{16,}$/.test(digits) ? (digits as unknown as number) : Number(digits)
  }
}

function lineEndsIn(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}

import { TokenType } from '@streamparser/json'

const envelopeKeys = new Set(['data', 'mapData', 'result'])
const deepest = 64

type Value = unknown
type Fields = Record<string, Value>

interface Frame {
  /** `rows`: a list whose elements are records. `envelope`: an object that may wrap them. `plain`: inside a record. */
  role: 'rows' | 'envelope' | 'plain'
  value: Value[] | Fields
  key: string
  /** An envelope in which records were found: its other fields are of no interest. */
  opened: boolean
}

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end'

/** Builds records out of JSON tokens and checks their grammar; holds one record at a time. */
export class Records {
  /** Records and strangers told so far. */
  count = 0
  /** Elements that are no objects. */
  strangers = 0
  firstStranger = 0
  /** What the web service said instead of data. */
  message: string | undefined
  private readonly tell: (row: number, values: Fields) => void
  private readonly frames: Frame[] = []
  private expected: Expected = 'value'

  constructor(tell: (row: number, values: Fields) => void) {
    this.tell = tell
  }

  /** @throws Error where the grammar is broken */
  take(token: TokenType, value: Value): void {
    const { expected } = this
    const top = this.frames.at(-1)
    const mayBeValue = expected === 'value' || expected === 'value or end'
    switch (token) {
      case TokenType.LEFT_BRACE:
      case TokenType.LEFT_BRACKET:
        if (!mayBeValue || this.frames.length >= deepest) break
        return this.open(token === TokenType.LEFT_BRACKET, top)
      case TokenType.RIGHT_BRACE:
        if (!top || Array.isArray(top.value) || !(expected === 'key or end' || expected === 'comma or end')) break
        return this.close(top)
      case TokenType.RIGHT_BRACKET:
        if (!top || !Array.isArray(top.value) || !(expected === 'value or end' || expected === 'comma or end')) break
        return this.close(top)
      case TokenType.COLON:
        if (expected !== 'colon') break
        this.expected = 'value'
        return
      case TokenType.COMMA:
        if (!top || expected !== 'comma or end') break
        this.expected = Array.isArray(top.value) ? 'value' : 'key'
        return
      default:
        if (token === TokenType.STRING && top && (expected === 'key' || expected === 'key or end')) {
          top.key = value as string
          this.expected = 'colon'
          return
        }
        if (!mayBeValue) break
        return this.put(value, top)
    }
    throw new Error('not JSON')
  }

  /** @throws Error where a list or an object is still open */
  end(): void {
    if (this.frames.length > 0) throw new Error('not the end')
  }

  private open(list: boolean, parent: Frame | undefined): void {
    const wraps = !parent || (parent.role === 'envelope' && envelopeKeys.has(parent.key))
    if (parent && wraps) parent.opened = true
    this.frames.push({
      role: wraps ? (list ? 'rows' : 'envelope') : 'plain',
      value: list ? [] : {},
      key: '',
      opened: false,
    })
    this.expected = list ? 'value or end' : 'key or end'
  }

  private close(frame: Frame): void {
    this.frames.pop()
    this.expected = this.frames.length > 0 ? 'comma or end' : 'value'
    if (frame.role === 'plain') this.put(frame.value, this.frames.at(-1))
    else if (frame.role === 'envelope' && !frame.opened) this.record(frame.value)
  }

  private put(value: Value, into: Frame | undefined): void {
    this.expected = into ? 'comma or end' : 'value'
    if (!into || into.role === 'rows') this.record(value)
    else if (Array.isArray(into.value)) into.value.push(value)
    else if (!into.opened && into.key !== '__proto__') into.value[into.key] = value
  }

  /** A record, or an envelope that is itself an element of a list: the answers of many requests put together. */
  private record(value: Value): void {
    if (!isFields(value)) {
      this.count += 1
      this.strangers += 1
      this.firstStranger ||= this.count
    } else if ('code' in value && 'data' in value) {
      if (Array.isArray(value.data)) for (const one of value.data) this.record(one)
      else if (isFields(value.data)) this.record(value.data)
      else if (typeof value.data === 'string') this.message ??= value.data
    } else {
      this.count += 1
      this.tell(this.count, value)
    }
  }
}

const isFields = (value: Value): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

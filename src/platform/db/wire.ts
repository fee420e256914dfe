import { EventEmitter } from 'node:events'
import { prepareValue } from 'pg/lib/utils.js'
import { type DatabaseError, parse, serialize } from 'pg-protocol'
import { valueParser } from './values.ts'

/** One turn with the database: a script, or a statement with parameters, with an opening statement in front where one is due. */
export interface Ask {
  opening: string | undefined
  sql: string
  params: readonly unknown[] | undefined
}

export interface Reply {
  rows: unknown[]
  affectedRows: number
}

interface Column {
  name: string
  read: (text: string) => unknown
}

type Message =
  | { name: 'rowDescription'; fields: readonly { name: string; dataTypeID: number }[] }
  | { name: 'dataRow'; fields: readonly (string | null)[] }
  | { name: 'commandComplete'; text: string }
  | { name: 'parseComplete' }
  | (DatabaseError & { name: 'error' })

// Statements stay prepared: parsing and planning are most of a small query.
const mostPrepared = 400

// "cached plan must not change result type": the table has changed since the statement was prepared.
const changedResultType = '0A000'

/** Puts turns into PostgreSQL's own messages and reads its answers, for one connection that answers in turn. */
export class Wire {
  readonly #prepared = new Map<string, string>()
  /** Texts of which the engine has not said yet that it has parsed them. */
  readonly #unparsed = new Set<string>()
  #named = 0
  readonly #bytes = new EventEmitter()
  #take: (message: Message) => void = () => {}

  constructor() {
    void parse(this.#bytes as unknown as NodeJS.ReadableStream, (message) => this.#take(message as unknown as Message))
  }

  /** All messages of a turn in one piece: they cross into the engine at once, which costs a third of one by one. */
  write({ opening, sql, params }: Ask): Uint8Array<ArrayBuffer> {
    const messages = opening === undefined ? [] : [serialize.query(opening)]
    if (params) messages.push(...this.#statement(sql, params))
    else messages.push(serialize.query(sql))
    return inOnePiece(messages)
  }

  #statement(sql: string, params: readonly unknown[]): Buffer[] {
    const known = this.#prepared.get(sql)
    const name = known ?? `s${this.#named++}`
    const first = known === undefined ? [...this.#forgetOldest(), serialize.parse({ name, text: sql })] : []
    if (known === undefined) this.#unparsed.add(sql)
    // The one used last stands last.
    this.#prepared.delete(sql)
    this.#prepared.set(sql, name)
    return [
      ...first,
      serialize.bind({ statement: name, values: params.map(asText) }),
      serialize.describe({ type: 'P' }),
      serialize.execute(),
      serialize.sync(),
    ]
  }

  #forgetOldest(): Buffer[] {
    const [oldest] = this.#prepared
    if (this.#prepared.size < mostPrepared || !oldest) return []
    this.#prepared.delete(oldest[0])
    return [serialize.close({ type: 'S', name: oldest[1] })]
  }

  /** The answer to the turn of this text. @throws what the database says, with its code and constraint */
  read(sql: string, bytes: Uint8Array<ArrayBuffer>): Reply {
    const rows: unknown[] = []
    let columns: Column[] = []
    let affectedRows = 0
    let failure: DatabaseError | undefined
    this.#take = (message) => {
      if (message.name === 'rowDescription') columns = message.fields.map(columnOf)
      else if (message.name === 'dataRow') rows.push(rowOf(columns, message.fields))
      else if (message.name === 'commandComplete') affectedRows = Number(/(\d+)$/.exec(message.text)?.[1] ?? 0)
      else if (message.name === 'parseComplete') this.#unparsed.delete(sql)
      else if (message.name === 'error') failure ??= message
    }
    this.#bytes.emit('data', Buffer.from(bytes.buffer))
    if (!failure) return { rows, affectedRows }
    const { message, code, constraint } = failure
    if (this.#unparsed.delete(sql) || code === changedResultType) this.#prepared.delete(sql)
    throw Object.assign(new Error(message), { code, constraint })
  }
}

const columnOf = ({ name, dataTypeID }: { name: string; dataTypeID: number }): Column => ({
  name,
  read: valueParser(dataTypeID),
})

function rowOf(columns: readonly Column[], fields: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let i = 0; i < columns.length; i++) {
    const text = fields[i]
    row[columns[i]!.name] = text === null || text === undefined ? null : columns[i]!.read(text)
  }
  return row
}

const asText = (value: unknown): string | null =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : prepareValue(value)

// A piece of its own memory, which another thread can take over without a copy.
function inOnePiece(messages: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const piece = new Uint8Array(messages.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const message of messages) {
    piece.set(message, at)
    at += message.length
  }
  return piece
}

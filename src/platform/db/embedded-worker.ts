import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, protocol } from '@electric-sql/pglite'
import { prepareValue } from 'pg/lib/utils.js'
import { valueParser } from './values.ts'

/** One turn with the database: a script, or a statement with parameters, with an opening statement in front where one is due. */
export interface Ask {
  id: number
  opening?: string
  sql: string
  params?: readonly unknown[]
}
export interface Failure {
  message: string
  code?: string
  constraint?: string
}
export type Answer = { id: number } & ({ rows: unknown[]; affectedRows: number } | { error: Failure })

const { serialize, Parser } = protocol
const port = parentPort!
const db = new PGlite({ dataDir: workerData.folder as string })

// Statements stay prepared: parsing and planning are most of a small query. All messages of a turn cross into the
// engine at once, which costs a third of asking through its own query function.
const mostPrepared = 400
const prepared = new Map<string, string>()
let named = 0

// "cached plan must not change result type": the table has changed since the statement was prepared.
const changedResultType = '0A000'

function messagesFor({ opening, sql, params }: Ask): Uint8Array[] {
  const first = opening === undefined ? [] : [serialize.query(opening)]
  if (!params) return [...first, serialize.query(sql)]
  let name = prepared.get(sql)
  if (name === undefined) {
    name = `s${named++}`
    first.push(...forgetOldest(), serialize.parse({ name, text: sql }))
  } else prepared.delete(sql)
  prepared.set(sql, name)
  const values = params.map((value) =>
    value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : prepareValue(value),
  )
  return [
    ...first,
    serialize.bind({ statement: name, values }),
    serialize.describe({ type: 'P' }),
    serialize.execute({}),
    serialize.sync(),
  ]
}

function forgetOldest(): Uint8Array[] {
  const [oldest] = prepared
  if (prepared.size < mostPrepared || !oldest) return []
  prepared.delete(oldest[0])
  return [serialize.close({ type: 'S', name: oldest[1] })]
}

async function answer(ask: Ask): Promise<Answer> {
  const rows: Record<string, unknown>[] = []
  let columns: { name: string; parse: (text: string) => unknown }[] = []
  let affectedRows = 0
  let failure: Failure | undefined
  let wasParsed = prepared.has(ask.sql)
  const bytes = await db.execProtocolRaw(Buffer.concat(messagesFor(ask)))
  new Parser().parse(bytes, (message) => {
    if ('fields' in message && message.name === 'rowDescription')
      columns = (message.fields as { name: string; dataTypeID: number }[]).map((field) => ({
        name: field.name,
        parse: valueParser(field.dataTypeID),
      }))
    else if (message.name === 'dataRow')
      rows.push(rowOf(columns, (message as unknown as { fields: (string | null)[] }).fields))
    else if (message.name === 'commandComplete')
      affectedRows = Number(/(\d+)$/.exec((message as unknown as { text: string }).text)?.[1] ?? 0)
    else if (message.name === 'parseComplete') wasParsed = true
    else if (message.name === 'error') failure ??= failureOf(message as unknown as Failure)
  })
  if (!failure) return { id: ask.id, rows, affectedRows }
  if (!wasParsed || failure.code === changedResultType) prepared.delete(ask.sql)
  return { id: ask.id, error: failure }
}

function rowOf(
  columns: { name: string; parse: (text: string) => unknown }[],
  fields: (string | null)[],
): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let i = 0; i < columns.length; i++) {
    const { name, parse } = columns[i]!
    const text = fields[i]
    row[name] = text === null || text === undefined ? null : parse(text)
  }
  return row
}

const failureOf = ({ message, code, constraint }: Failure): Failure => ({ message, code, constraint })

let turns = Promise.resolve()
port.on('message', (ask: Ask | 'close') => {
  turns = turns.then(async () => {
    if (ask !== 'close') return port.postMessage(await answer(ask))
    await db.close()
    port.postMessage('closed')
    port.close()
  })
})

await db.waitReady
port.postMessage('ready')

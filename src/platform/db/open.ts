import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { Embedded, embeddedDialect } from './embedded.ts'
import { preparedPool } from './prepared-pool.ts'
import type { Tables } from './tables.ts'
import { valueParser } from './values.ts'

/** The one handle a use case gets: a transaction. */
export type Db = Transaction<Tables>

export interface Database {
  engine: 'embedded' | 'postgres'
  kysely: Kysely<Tables>
  /** Only for the job queue, which brings its own SQL. */
  embedded: Embedded | undefined
  pool: pg.Pool | undefined
  close(): Promise<void>
}

const typesOfBoth: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : valueParser(oid),
}

/** Opens PostgreSQL at the address, or the embedded database in the folder. Both answer the same types. */
export async function openDatabase(where: { databaseUrl: string | undefined; dataDir: string }): Promise<Database> {
  if (where.databaseUrl === undefined) {
    const embedded = await Embedded.open(where.dataDir)
    const kysely = new Kysely<Tables>({ dialect: embeddedDialect(embedded) })
    return { engine: 'embedded', kysely, embedded, pool: undefined, close: () => kysely.destroy() }
  }
  const pool = new pg.Pool({
    connectionString: where.databaseUrl,
    max: 10,
    types: typesOfBoth,
    connectionTimeoutMillis: 10_000,
  })
  // An idle connection that the server closes must not end the process; the next query reports its own failure.
  pool.on('error', () => {})
  const connection = await pool.connect()
  connection.release()
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparedPool(pool) }) })
  return { engine: 'postgres', kysely, embedded: undefined, pool, close: () => kysely.destroy() }
}

/** A transaction that can only read; a query that tries to write is refused by the database. */
export const reading = <T>(db: Kysely<Tables>, work: (db: Db) => Promise<T>): Promise<T> =>
  db
    .transaction()
    .setAccessMode('read only')
    .execute((transaction) => {
      holders.set(transaction, { database: stateOf(db), reads: true })
      return work(transaction)
    })

export async function writing<T>(db: Kysely<Tables>, work: (db: Db) => Promise<T>): Promise<T> {
  const database = stateOf(db)
  try {
    return await db.transaction().execute((transaction) => {
      holders.set(transaction, { database, reads: false })
      return work(transaction)
    })
  } finally {
    database.writes += 1
  }
}

interface Holder {
  /** `writes` counts the writing transactions of this process; whatever was read before the last one may be stale. */
  database: { writes: number }
  reads: boolean
}

const states = new WeakMap<object, Holder['database']>()
const holders = new WeakMap<Db, Holder>()

// The adapter is what all handles of one database share.
function stateOf(db: Kysely<Tables>): Holder['database'] {
  const { adapter } = db.getExecutor()
  const state = states.get(adapter) ?? { writes: 0 }
  states.set(adapter, state)
  return state
}

/** The database a transaction belongs to, and whether it only reads. */
export const heldBy = (db: Db): Holder => holders.get(db) ?? { database: { writes: 0 }, reads: false }

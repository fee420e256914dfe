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
  db.transaction().setAccessMode('read only').execute(work)

export async function writing<T>(db: Kysely<Tables>, work: (db: Db) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(work)
  } finally {
    writes += 1
  }
}

let writes = 0

/** Counts the writing transactions of this process; whatever was read before the last one may be stale. */
export const writesSoFar = (): number => writes

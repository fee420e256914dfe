import { chmodSync, mkdirSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { holdFolder } from './folder-lock.ts'
import { type Reply, Wire } from './wire.ts'

/**
 * The embedded PostgreSQL (PGlite) in a worker thread, so that a long query never blocks the server. It has one
 * connection; whoever wants it waits in line, which makes transactions exclusive. Its file system writes are not
 * synced: a power cut may cost the last seconds, a killed process does not.
 */
export class Embedded {
  readonly #worker: Worker
  readonly #release: () => void
  readonly #wire = new Wire()
  /** Whose answers are still to come, in the order in which they were asked. */
  readonly #waiting: { sql: string; resolve: (rows: Reply) => void; reject: (error: Error) => void }[] = []
  #line: Promise<void> = Promise.resolve()
  #readIsOpen = false

  private constructor(worker: Worker, release: () => void) {
    this.#worker = worker
    this.#release = release
  }

  /** Opens the folder, creating it when absent. @throws when another process has it open: two would lose rows. */
  static async open(folder: string): Promise<Embedded> {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    const release = holdFolder(folder)
    const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
      workerData: { folder: `${folder}/pg` },
    })
    const embedded = new Embedded(worker, release)
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject)
      worker.on('message', (message: Uint8Array<ArrayBuffer> | 'ready' | 'closed') => {
        if (message === 'ready') resolve()
        else if (message !== 'closed') embedded.#settle(message)
      })
    })
    return embedded
  }

  #settle(answer: Uint8Array<ArrayBuffer>): void {
    const { sql, resolve, reject } = this.#waiting.shift()!
    try {
      resolve(this.#wire.read(sql, answer))
    } catch (error) {
      reject(error as Error)
    }
  }

  /** Takes the connection; the returned function gives it back. */
  async take(): Promise<() => void> {
    const before = this.#line
    let done = () => {}
    this.#line = new Promise<void>((resolve) => (done = resolve))
    await before
    return done
  }

  /**
   * Sends one statement (with parameters) or a script (without), with an opening statement in front where one is due.
   * Only whoever has taken the connection may call it.
   */
  send(sql: string, params?: readonly unknown[], opening?: string): Promise<Reply> {
    const before = this.#readIsOpen ? ['rollback', opening].filter(Boolean).join('; ') : opening
    this.#readIsOpen = false
    const messages = this.#wire.write({ sql, params, opening: before })
    return new Promise((resolve, reject) => {
      this.#waiting.push({ sql, resolve, reject })
      this.#worker.postMessage(messages, [messages.buffer])
    })
  }

  /** A read has nothing to keep: its transaction is ended together with the next turn. */
  endLater(): void {
    this.#readIsOpen = true
  }

  /** The shape the job queue wants: every call waits its turn, so it never lands inside somebody's transaction. */
  readonly inTurn = {
    query: (sql: string, params?: unknown[]) => this.#once(sql, params ?? []),
    exec: async (sql: string) => [await this.#once(sql)],
  }

  async #once(sql: string, params?: unknown[]): Promise<Reply> {
    const done = await this.take()
    try {
      return await this.send(sql, params)
    } finally {
      done()
    }
  }

  async close(): Promise<void> {
    const done = await this.take()
    await new Promise<void>((resolve) => {
      this.#worker.once('exit', () => resolve())
      this.#worker.postMessage('close')
    })
    this.#release()
    done()
  }
}

class EmbeddedConnection implements DatabaseConnection {
  readonly #embedded: Embedded
  readonly done: () => void

  constructor(embedded: Embedded, done: () => void) {
    this.#embedded = embedded
    this.done = done
  }

  /** Holds a transaction's `begin` back until its first statement, so that both travel together. */
  #opening: string | undefined
  #reads = false

  begin(reads: boolean): void {
    this.#opening = reads ? 'begin read only' : 'begin'
    this.#reads = reads
  }

  /** Ends the transaction. One that never sent a statement never began; the end of a read travels with whatever comes next. */
  async end(word: 'commit' | 'rollback'): Promise<void> {
    const began = this.#opening === undefined
    this.#opening = undefined
    if (!began) return
    if (this.#reads) this.#embedded.endLater()
    else await this.#embedded.send(word)
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const opening = this.#opening
    this.#opening = undefined
    const { rows, affectedRows } = await this.#embedded.send(query.sql, query.parameters, opening)
    return { rows: rows as R[], numAffectedRows: BigInt(affectedRows) }
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The embedded database does not stream: read in pages')
  }
}

class EmbeddedDriver implements Driver {
  readonly #embedded: Embedded
  constructor(embedded: Embedded) {
    this.#embedded = embedded
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<EmbeddedConnection> {
    return new EmbeddedConnection(this.#embedded, await this.#embedded.take())
  }
  async beginTransaction(connection: EmbeddedConnection, settings: TransactionSettings): Promise<void> {
    connection.begin(settings.accessMode === 'read only')
  }
  async commitTransaction(connection: EmbeddedConnection): Promise<void> {
    await connection.end('commit')
  }
  async rollbackTransaction(connection: EmbeddedConnection): Promise<void> {
    await connection.end('rollback')
  }
  async releaseConnection(connection: EmbeddedConnection): Promise<void> {
    connection.done()
  }
  async destroy(): Promise<void> {
    await this.#embedded.close()
  }
}

export const embeddedDialect = (embedded: Embedded): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new EmbeddedDriver(embedded),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})

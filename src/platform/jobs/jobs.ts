import { randomUUID } from 'node:crypto'
import { type Job, PgBoss, fromKysely, fromPglite } from 'pg-boss'
import type { AccountId } from '../../shared/ids.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type Database, type Db, writing } from '../db/open.ts'
import type { Services } from '../http/context.ts'
import { JobProgress } from './progress.ts'
import { finishJob, insertJob, orphanedJobs, startJobRow } from './queries.ts'

/** Work that outlives a request. It may be run again after a crash, so it must be safe to repeat. */
export interface JobDefinition<P = never> {
  name: string
  /** Started every night, besides those the application names. */
  nightly?: true
  run(job: JobRun, payload: P): Promise<void>
}

export interface JobRun {
  id: string
  accountId: AccountId | null
  services: Services
  /** Aborted when somebody cancels the job or the server stops. */
  signal: AbortSignal
  /** Notes how far the work is; written to the database twice a second at most, and never waited for. */
  progress(done: number, total?: number, note?: string): void
}

const queue = 'bina'
const nightly = 'bina-nightly'
const heartbeatSeconds = 20

export class Jobs {
  readonly #database: Database
  readonly #boss: PgBoss
  #stopping = false
  #nightly: string[] = []
  #tell: (error: Error) => void = () => {}

  constructor(database: Database) {
    this.#database = database
    const shared = { schema: 'queue', monitorIntervalSeconds: 10, superviseIntervalSeconds: 10 }
    this.#boss = database.embedded
      ? new PgBoss({ ...shared, db: fromPglite(database.embedded.inTurn as never), backend: 'pglite' })
      : new PgBoss({
          ...shared,
          db: {
            executeSql: async (text: string, values?: unknown[]) => ({
              rows: rowsOf(await database.pool!.query(text, values)),
            }),
          },
        })
  }

  /** Tells of trouble in the queue itself, which recovers on its own, and of every surprise inside a job. */
  onError(tell: (error: Error) => void): void {
    this.#tell = tell
    this.#boss.on('error', tell)
  }

  /** Queues work in the caller's transaction: it exists if and only if that transaction commits. */
  async start(db: Db, name: string, payload: object, accountId: AccountId | null): Promise<string> {
    const id = randomUUID()
    await insertJob(db, { id, name, accountId, payload })
    await this.#boss.send(queue, { name, payload, accountId }, { id, db: fromKysely(db) })
    return id
  }

  /** Opens the queue and starts working on it with these definitions. */
  async work(services: Services, definitions: readonly JobDefinition[]): Promise<void> {
    await this.#boss.start()
    await this.#boss.createQueue(queue, {
      retryLimit: 3,
      retryDelay: 2,
      retryBackoff: true,
      expireInSeconds: 6 * 3600,
      heartbeatSeconds,
    })
    // Nobody else can be running jobs of an embedded database, so whatever was running when the process died starts again at once.
    if (this.#database.embedded)
      for (const id of await writing(this.#database.kysely, orphanedJobs))
        await this.#boss.fail(queue, id, { reason: 'restart' }).catch(() => {})
    this.#nightly = definitions.filter(({ nightly: every }) => every).map(({ name }) => name)
    const byName = new Map(definitions.map((definition) => [definition.name, definition]))
    await this.#boss.work<Ticket>(
      queue,
      { pollingIntervalSeconds: 0.5, batchSize: 1, includeMetadata: true },
      async ([job]) => {
        if (job) await this.#perform(services, byName.get(job.data.name), job)
      },
    )
  }

  /**
   * Starts these jobs, and those whose definition says so, every night in the region's time zone; a night that was missed
   * is made up by the next one.
   */
  async everyNight(names: readonly string[], timeZone: string): Promise<void> {
    this.#nightly.unshift(...names)
    await this.#boss.createQueue(nightly)
    await this.#boss.schedule(nightly, '30 1 * * *', null, { tz: timeZone })
    await this.#boss.work(nightly, { pollingIntervalSeconds: 60 }, async () => {
      await this.startNight()
    })
  }

  /** What every night starts, all of it or nothing. */
  startNight(): Promise<void> {
    return writing(this.#database.kysely, async (db) => {
      for (const name of this.#nightly) await this.start(db, name, {}, null)
    })
  }

  async #perform(
    services: Services,
    definition: JobDefinition | undefined,
    job: Job<Ticket> & { retryCount?: number; retryLimit?: number; signal?: AbortSignal },
  ) {
    const kysely = this.#database.kysely
    const wanted = await writing(kysely, (db) => startJobRow(db, job.id))
    if (!wanted || !definition) return
    const progress = new JobProgress(kysely, job.id)
    const signal = job.signal ? AbortSignal.any([progress.signal, job.signal]) : progress.signal
    try {
      await definition.run(
        { id: job.id, accountId: job.data.accountId, services, signal, progress: (...note) => progress.note(...note) },
        job.data.payload as never,
      )
      await progress.stop()
      await writing(kysely, (db) => finishJob(db, job.id, 'done'))
    } catch (error) {
      await progress.stop()
      if (progress.signal.aborted) return await writing(kysely, (db) => finishJob(db, job.id, 'cancelled'))
      if (error instanceof Refusal) return await writing(kysely, (db) => finishJob(db, job.id, 'failed', error))
      this.#tell(error as Error)
      const last = (job.retryCount ?? 0) >= (job.retryLimit ?? 0)
      if (last && !this.#stopping)
        await writing(kysely, (db) => finishJob(db, job.id, 'failed', new Refusal('job.failed', 500)))
      throw error
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await this.#boss.stop({ graceful: true, timeout: 10_000, close: false })
  }
}

interface Ticket {
  name: string
  payload: object
  accountId: AccountId | null
}

// pg answers a script of several statements with a list of results.
const rowsOf = (result: { rows: unknown[] } | { rows: unknown[] }[]): unknown[] =>
  Array.isArray(result) ? result.flatMap((r) => r.rows) : result.rows

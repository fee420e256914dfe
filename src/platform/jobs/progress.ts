import type { Kysely } from 'kysely'
import { writing } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'
import { noteProgress } from './queries.ts'

const intervalMilliseconds = 500

/**
 * Writes a job's progress from a timer of its own. It never makes the job wait: on the embedded database the only
 * connection may be inside the job's own transaction, and waiting for it there would wait for ever.
 */
export class JobProgress {
  readonly #db: Kysely<Tables>
  readonly #id: string
  readonly #cancel = new AbortController()
  readonly #timer: NodeJS.Timeout
  #latest: { done: number; total: number | undefined; note: string | undefined } = {
    done: 0,
    total: undefined,
    note: undefined,
  }
  #writing: Promise<void> | undefined

  constructor(db: Kysely<Tables>, id: string) {
    this.#db = db
    this.#id = id
    this.#timer = setInterval(() => this.#flush(), intervalMilliseconds)
  }

  get signal(): AbortSignal {
    return this.#cancel.signal
  }

  note(done: number, total?: number, note?: string): void {
    this.#latest = { done, total: total ?? this.#latest.total, note: note ?? this.#latest.note }
  }

  #flush(): void {
    this.#writing ??= this.#write().finally(() => (this.#writing = undefined))
  }

  async #write(): Promise<void> {
    const cancelled = await writing(this.#db, (db) => noteProgress(db, this.#id, this.#latest)).catch(() => false)
    if (cancelled) this.#cancel.abort(new Error('The job was cancelled'))
  }

  /** Writes the last state and ends the timer. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#writing
    await this.#write()
  }
}

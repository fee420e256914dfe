import { type Db, heldBy } from './open.ts'

interface Entry<T> {
  value: T
  writes: number
  until: number
}

const mostKept = 10_000

/**
 * What reads found, kept in the process until its next write, and for so many milliseconds at most: another process may
 * have written. A transaction that writes asks the database itself, for it may have changed what was kept, unless
 * `alsoInWrites` says that nothing of the kind can have happened before the question. What is not there is not kept.
 * The key must hold everything the value depends on, the reader included where it depends on the reader.
 */
export class Kept<T> {
  readonly #milliseconds: number
  readonly #alsoInWrites: boolean
  readonly #entries = new WeakMap<object, Map<string, Entry<NonNullable<T>>>>()

  constructor({ milliseconds, alsoInWrites = false }: { milliseconds: number; alsoInWrites?: boolean }) {
    this.#milliseconds = milliseconds
    this.#alsoInWrites = alsoInWrites
  }

  async of(db: Db, key: string, find: () => Promise<T>): Promise<T> {
    const { database, reads } = heldBy(db)
    if (!reads && !this.#alsoInWrites) return find()
    const entries = this.#entriesOf(database)
    // Counted before the question: a write that ends while it is answered makes the answer old.
    const { writes } = database
    const kept = entries.get(key)
    if (kept && kept.writes === writes && kept.until > Date.now()) return kept.value
    const value = await find()
    entries.delete(key)
    if (value === undefined || value === null) return value
    if (entries.size >= mostKept) entries.clear()
    entries.set(key, { value, writes, until: Date.now() + this.#milliseconds })
    return value
  }

  #entriesOf(database: object): Map<string, Entry<NonNullable<T>>> {
    const known = this.#entries.get(database) ?? new Map<string, Entry<NonNullable<T>>>()
    this.#entries.set(database, known)
    return known
  }
}

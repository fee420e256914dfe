import { type Db, heldBy } from './open.ts'

interface Shelf<T> {
  writes: number
  entries: Map<string, { value: T; until: number }>
}

/**
 * What reads found, kept in the process until its next write, and for so many milliseconds at most: another process may
 * have written. A transaction that writes asks the database itself, for it may have changed what was kept, unless
 * `alsoInWrites` says that nothing of the kind can have happened before the question. What is not there is not kept.
 * The key must hold everything the value depends on, the reader included where it depends on the reader.
 */
export class Kept<T> {
  readonly #milliseconds: number
  readonly #alsoInWrites: boolean
  readonly #most: number
  readonly #shelves = new WeakMap<object, Shelf<NonNullable<T>>>()

  /** `most` bounds the memory: the more one value weighs, the fewer. */
  constructor({
    milliseconds,
    most = 100,
    alsoInWrites = false,
  }: {
    milliseconds: number
    most?: number
    alsoInWrites?: boolean
  }) {
    this.#milliseconds = milliseconds
    this.#most = most
    this.#alsoInWrites = alsoInWrites
  }

  async of(db: Db, key: string, find: () => Promise<T>): Promise<T> {
    const { database, reads } = heldBy(db)
    if (!reads && !this.#alsoInWrites) return find()
    const { writes, entries } = this.#shelfOf(database)
    const kept = entries.get(key)
    if (kept && kept.until > Date.now()) return kept.value
    const value = await find()
    // A write that ended while this was asked has made the answer old.
    if (value === undefined || value === null || writes !== database.writes) return value
    if (entries.size >= this.#most) entries.clear()
    entries.set(key, { value, until: Date.now() + this.#milliseconds })
    return value
  }

  #shelfOf(database: { writes: number }): Shelf<NonNullable<T>> {
    const known = this.#shelves.get(database)
    if (known?.writes === database.writes) return known
    const empty = { writes: database.writes, entries: new Map() }
    this.#shelves.set(database, empty)
    return empty
  }
}

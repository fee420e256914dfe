import type { Kysely } from 'kysely'
import { type Db, writing } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'

const atOnce = 5000

/**
 * Removes rows in transactions of a few thousand, so that a first clearing-out holds up nobody. `remove` takes away at
 * most so many and answers how many they were; it is called until it finds fewer. Stops between two when aborted.
 */
export async function removeInBatches(
  kysely: Kysely<Tables>,
  signal: AbortSignal,
  remove: (db: Db, atOnce: number) => Promise<number>,
): Promise<void> {
  for (let removed = atOnce; removed >= atOnce && !signal.aborted;)
    removed = await writing(kysely, (db) => remove(db, atOnce))
}

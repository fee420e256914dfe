import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'

/** Removes at most `atOnce` rows of a table to which the condition applies; answers how many they were. */
export async function removeSome(
  db: Db,
  table: keyof Tables,
  condition: RawBuilder<unknown>,
  atOnce: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where ctid in (
      select ctid from ${sql.table(table)} where ${condition} limit ${sql.lit(atOnce)})`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from './open.ts'

/**
 * The rows of a query as one JSON value: every row that leaves the embedded engine costs it more than reading the row.
 * For pages of a list. Days, texts, numbers and booleans come as they otherwise do; instants do not: leave them out.
 */
// oxlint-disable-next-line no-explicit-any
export async function gather<Row>(db: Db, query: SelectQueryBuilder<any, any, Row>): Promise<Row[]> {
  const { rows } = await sql<{ rows: Row[] | null }>`select json_agg(x) as rows from (${query}) x`.execute(db)
  return rows[0]?.rows ?? []
}

/** How many there are in all, where the page that was read tells: it ends before its limit, and so does the list. */
export const totalTold = (page: { limit: number; offset: number }, onPage: number): number | undefined =>
  onPage < page.limit && (onPage > 0 || page.offset === 0) ? page.offset + onPage : undefined

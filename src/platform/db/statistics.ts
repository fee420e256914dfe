import { sql } from 'kysely'
import type { Database } from './open.ts'

/**
 * Tells the planner what the tables hold. For the end of work that wrote much: the embedded engine never looks by itself,
 * PostgreSQL only some time later or not at all, and until then a list can cost ten times as much. One table at a time, so
 * that nobody waits long.
 */
export async function renewStatistics({ kysely }: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_stat_user_tables where schemaname = current_schema() order by relname`.execute(
    kysely,
  )
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(kysely)
}

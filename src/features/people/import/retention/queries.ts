import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../../platform/db/open.ts'
import type { ImportId } from '../../../../shared/ids.ts'
import '../../tables.ts'

/** The next import whose time is over and that still holds something of persons; one that is being worked on waits. */
export const overdueImport = (db: Db, before: Date) =>
  db
    .selectFrom('import as i')
    .where(sql<SqlBool>`coalesce(i.finished_at, i.created_at) < ${before.toISOString()}::timestamptz`)
    .where(
      sql<SqlBool>`(i.file_key is not null or exists (select from import_file f where f.import_id = i.id)
        or exists (select from import_person p where p.import_id = i.id))`,
    )
    .where(
      sql<SqlBool>`not (i.status in ('reading', 'applying')
        and exists (select from job j where j.id = i.job_id and j.status in ('waiting', 'running')))`,
    )
    .select(['i.id as importId', 'i.file_key as fileKey', 'i.status'])
    .orderBy('i.id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()

/** Removes some of an import's rows; answers how many. */
export async function removeSomeRows(db: Db, importId: ImportId, atOnce: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from import_row where ctid in (
      select r.ctid from import_row r join import_file f on f.id = r.file_id
      where f.import_id = ${importId} limit ${sql.lit(atOnce)})`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

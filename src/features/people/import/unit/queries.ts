import { sql } from 'kysely'
import type { Db } from '../../../../platform/db/open.ts'
import { changes, noteChanges, rejectStale, rejectTaken } from '../applying/queries.ts'
import type { Applying, Candidate, Known } from '../kind/rules.ts'

export async function loadUnits(db: Db, rows: readonly Candidate[]): Promise<(Known | undefined)[]> {
  const found = await sql<Record<string, unknown> & { id: number; version: number; local: Known['local'] }>`
    select u.id, u.version, u.local, u.national_id as "nationalId", u.name, p.national_id as "parentNationalId",
      u.head_title as "headTitle", u.echelon_code as "echelonCode", u.head_national_id as "headNationalId"
    from unit u left join unit p on p.id = u.parent_id
    where u.national_id = any(${rows.map((r) => String(r.facts.nationalId))}::text[])`.execute(db)
  const byId = new Map(
    found.rows.map(({ id, version, local, ...facts }) => [facts.nationalId, { id, version, local, facts }]),
  )
  return rows.map((row) => byId.get(row.facts.nationalId))
}

/** Every unit of the register with a national id, and the one above it. */
export async function unitParents(db: Db): Promise<Map<string, { parent: string | null; name: string }>> {
  const { rows } = await sql<{ id: string; parent: string | null; name: string }>`
    select u.national_id as id, p.national_id as parent, u.name
    from unit u left join unit p on p.id = u.parent_id where u.national_id is not null`.execute(db)
  return new Map(rows.map(({ id, ...unit }) => [id, unit]))
}

export async function applyUnits(db: Db, file: Applying): Promise<void> {
  await rejectStale(db, file, 'unit')
  await noteChanges(db, file, 'unit', sql`null::int`)
  await sql`
    insert into unit (national_id, name, head_title, echelon_code, head_national_id, source, import_id)
    select f.national_id, f.name, f.head_title, f.echelon_code, f.head_national_id, 'national', ${file.importId}
    from import_row r cross join lateral jsonb_populate_record(null::unit, r.facts) f
    where r.file_id = ${file.fileId} and r.outcome = 'new'
    order by r.row_number
    on conflict (national_id) do nothing`.execute(db)
  await rejectTaken(
    db,
    file,
    sql`select from unit u where u.national_id = r.facts ->> 'national_id' and u.import_id = ${file.importId}`,
  )
  await sql`
    update unit u
    set name = f.name, head_title = f.head_title, echelon_code = f.echelon_code, head_national_id = f.head_national_id,
      source = 'national', import_id = ${file.importId}, recorded_at = now(), version = u.version + 1
    from import_row r cross join lateral jsonb_populate_record(null::unit, r.facts) f
    where r.file_id = ${file.fileId} and r.outcome in ('changed', 'conflict') and ${changes} and u.id = r.record_id`.execute(
    db,
  )
  // Last, because a parent may stand below its child in the file.
  await sql`
    update unit u set parent_id = p.id
    from import_row r, unit p
    where r.file_id = ${file.fileId} and u.national_id = r.facts ->> 'national_id'
      and p.national_id = r.facts ->> 'parent_national_id' and u.parent_id is distinct from p.id
      and (r.outcome = 'new' or (r.outcome in ('changed', 'conflict') and r.changes @? '$.parentNationalId ? (!exists(@.conflict))'))`.execute(
    db,
  )
}

/** Decides a conflict about a unit's place for the national parent. */
export const placeUnder = async (db: Db, unitId: number, parentNationalId: string): Promise<void> => {
  await sql`
    update unit set parent_id = (select id from unit where national_id = ${parentNationalId}),
      local = local - 'parentNationalId', version = version + 1
    where id = ${unitId}`.execute(db)
}

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../../platform/db/open.ts'
import { noteChanges, rejectStale, rejectStrangers, rejectTaken, changes } from '../applying/queries.ts'
import type { LocalFields } from '../../merge/rules.ts'
import type { Applying, Candidate, Known } from '../kind/rules.ts'

export async function loadExceptions(db: Db, rows: readonly Candidate[]): Promise<(Known | undefined)[]> {
  const ids = rows.flatMap(({ owner }) => owner?.personId ?? [])
  const found = await sql<{
    id: number
    version: number
    local: LocalFields
    supervisorNip: string
    reason: string
  }>`
    select e.id, e.version, e.local, s.nip as "supervisorNip", e.reason
    from supervisor_exception e join person s on s.id = e.supervisor_id
    where e.person_id = any(${ids}::int[])`.execute(db)
  const byId = new Map(found.rows.map(({ id, version, local, ...facts }) => [id, { id, version, local, facts }]))
  return rows.map(({ owner }) => (owner?.personId ? byId.get(owner.personId) : undefined))
}

/** Who supervises whom, from these persons upwards, as the register has it. */
export async function supervisorsAbove(db: Db, nips: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ nip: string; supervisor: string }>`
    with recursive up (id, supervisor_id, steps) as (
      select p.id, coalesce(e.supervisor_id, p.supervisor_id), 0
      from person p left join supervisor_exception e on e.person_id = p.id
      where p.nip = any(${nips}::text[])
      union
      select p.id, coalesce(e.supervisor_id, p.supervisor_id), u.steps + 1
      from up u join person p on p.id = u.supervisor_id left join supervisor_exception e on e.person_id = p.id
      where u.steps < 40
    )
    select distinct p.nip, s.nip as supervisor
    from up u join person p on p.id = u.id join person s on s.id = u.supervisor_id`.execute(db)
  return new Map(rows.map((row) => [row.nip, row.supervisor]))
}

export async function namesOf(db: Db, nips: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.selectFrom('person').where('nip', 'in', nips).select(['nip', 'name']).execute()
  return new Map(rows.map((row) => [row.nip, row.name]))
}

/** The incoming value where the row changes the field; null where it does not, or where somebody has to decide. */
const taken = (field: string, value: RawBuilder<unknown>) =>
  sql`case when r.changes ? ${field} and not r.changes -> ${field} ? 'conflict' then ${value} end`

export async function applyExceptions(db: Db, file: Applying): Promise<void> {
  await rejectStrangers(db, file)
  await rejectStale(db, file, 'supervisor_exception')
  await noteChanges(db, file, 'supervisorException', sql`r.record_id`)
  await sql`
    insert into supervisor_exception (person_id, supervisor_id, reason)
    select p.id, s.id, r.facts ->> 'reason'
    from import_row r
    join person p on p.nip = r.nip
    join person s on s.nip = r.facts ->> 'supervisor_nip'
    where r.file_id = ${file.fileId} and r.outcome = 'new'
    on conflict (person_id) do nothing`.execute(db)
  await sql`
    update supervisor_exception e
    set supervisor_id = coalesce(${taken('supervisorNip', sql`(select s.id from person s where s.nip = r.facts ->> 'supervisor_nip')`)}, e.supervisor_id),
      reason = coalesce(${taken('reason', sql`r.facts ->> 'reason'`)}, e.reason),
      recorded_at = now(), version = e.version + 1
    from import_row r
    where r.file_id = ${file.fileId} and r.record_id = e.id and r.outcome in ('changed', 'conflict') and ${changes}`.execute(
    db,
  )
  await rejectTaken(
    db,
    file,
    sql`select from supervisor_exception e join person p on p.id = e.person_id join person s on s.id = e.supervisor_id
        where p.nip = r.nip and s.nip = r.facts ->> 'supervisor_nip'`,
  )
}

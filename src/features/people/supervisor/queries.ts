import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import type { AccountId, PersonId } from '../../../shared/ids.ts'
import { inactiveStatusCodes } from '../status/rules.ts'

export const activePerson = (db: Db, personId: PersonId) =>
  db
    .selectFrom('person')
    .where('id', '=', personId)
    .where('status_code', 'not in', inactiveStatusCodes)
    .select(['id as personId', 'nip', 'name'])
    .executeTakeFirst()

export const activePersonByNip = (db: Db, nip: string) =>
  db
    .selectFrom('person')
    .where('nip', '=', nip)
    .where('status_code', 'not in', inactiveStatusCodes)
    .select(['id as personId', 'nip', 'name'])
    .executeTakeFirst()

interface Link {
  personId: PersonId
  nip: string
  name: string
}

const longest = 50

/** A person and all who supervise them, upwards; it ends at the top or when it comes to `until`. */
export async function chainAbove(db: Db, personId: PersonId, until: PersonId): Promise<Link[]> {
  const { rows } = await sql<Link>`
    with recursive up (id, supervisor_id, step) as (
      select id, supervisor_id, 0 from person where id = ${personId}
      union all
      select p.id, p.supervisor_id, u.step + 1
      from up u join person p on p.id = u.supervisor_id
      where u.id <> ${until} and u.step < ${longest}
    )
    select up.id as "personId", p.nip, p.name from up join person p on p.id = up.id order by up.step`.execute(db)
  return rows
}

export const exceptionOf = (db: Db, personId: PersonId) =>
  db
    .selectFrom('supervisor_exception as e')
    .innerJoin('person as s', 's.id', 'e.supervisor_id')
    .where('e.person_id', '=', personId)
    .select(['s.nip as supervisorNip', 'e.reason'])
    .executeTakeFirst()

export const recordException = (
  db: Db,
  exception: { personId: PersonId; supervisorId: PersonId; reason: string; accountId: AccountId; at: Date },
) => {
  const values = {
    supervisor_id: exception.supervisorId,
    reason: exception.reason,
    recorded_by: exception.accountId,
    recorded_at: exception.at.toISOString(),
    // Recorded by hand: an import that says otherwise asks first.
    local: JSON.stringify({ supervisorNip: {}, reason: {} }),
  }
  return db
    .insertInto('supervisor_exception')
    .values({ person_id: exception.personId, ...values })
    .onConflict((c) =>
      c.column('person_id').doUpdateSet((w) => ({ ...values, version: w('supervisor_exception.version', '+', 1) })),
    )
    .execute()
}

/** What was taken from an import is no correction of ours any more. */
export const replaceSupervisor = (db: Db, personId: PersonId, supervisorId: PersonId) =>
  sql`
    update supervisor_exception
    set supervisor_id = ${supervisorId}, local = local - 'supervisorNip', version = version + 1
    where person_id = ${personId}`.execute(db)

/** With the exception goes what was still to be decided about it. */
export async function removeException(db: Db, personId: PersonId): Promise<void> {
  await db.deleteFrom('supervisor_exception').where('person_id', '=', personId).execute()
  await db
    .deleteFrom('conflict')
    .where('record_kind', '=', 'supervisorException' as never)
    .where('record_id', '=', personId)
    .where('decision', 'is', null)
    .execute()
}

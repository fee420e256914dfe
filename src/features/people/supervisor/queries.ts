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
  }
  return db
    .insertInto('supervisor_exception')
    .values({ person_id: exception.personId, ...values })
    .onConflict((c) => c.column('person_id').doUpdateSet(values))
    .execute()
}

export const removeException = (db: Db, personId: PersonId) =>
  db.deleteFrom('supervisor_exception').where('person_id', '=', personId).execute()

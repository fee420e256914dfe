import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import type { Actor } from '../../../shared/actor.ts'
import type { Day } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { conflictsFor } from '../conflict/queries.ts'
import '../tables.ts'

interface Training {
  hours: number | null
  year: number | null
  startedOn: Day | null
  endedOn: Day | null
}

/** What the lesson hours of one person follow from. The caller passes the actor's own number. */
export const trainedPerson = (db: Db, self: PersonId) =>
  db
    .selectFrom('person')
    .leftJoin('post', 'post.id', 'person.post_id')
    .where('person.id', '=', self)
    .select(['person.employment', 'post.echelon_code as echelonCode'])
    .select(
      sql<Training[]>`coalesce((
        select json_agg(x) from (
          select t.hours, t.year, t.started_on as "startedOn", t.ended_on as "endedOn"
          from training t where t.person_id = person.id) x), '[]')`.as('trainings'),
    )
    .executeTakeFirst()

const count = sql<number>`count(*)`.as('n')

export async function waitingImports(db: Db): Promise<number> {
  const row = await db.selectFrom('import').where('status', '=', 'preview').select(count).executeTakeFirstOrThrow()
  return row.n
}

/** As many as the list of conflicts shows this actor. */
export async function openConflicts(db: Db, actor: Actor, hidden: readonly string[]): Promise<number> {
  const row = await conflictsFor(db, actor, hidden)
    .where('c.decision', 'is', null)
    .select(count)
    .executeTakeFirstOrThrow()
  return row.n
}

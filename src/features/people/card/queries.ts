import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import type { Actor } from '../../../shared/actor.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { conflictsFor } from '../conflict/queries.ts'
import '../tables.ts'

/** What the lesson hours of one person follow from. The caller passes the actor's own number. */
export async function trainedPerson(db: Db, self: PersonId) {
  const person = await db
    .selectFrom('person')
    .leftJoin('post', 'post.id', 'person.post_id')
    .where('person.id', '=', self)
    .select(['person.employment', 'post.echelon_code as echelonCode'])
    .executeTakeFirst()
  const trainings = await db
    .selectFrom('training')
    .where('person_id', '=', self)
    .select(['hours', 'ended_on as endedOn', 'started_on as startedOn', 'year'])
    .execute()
  return person && { ...person, trainings }
}

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

import { sql, type SqlBool } from 'kysely'
import { gather } from '../../../platform/db/gather.ts'
import type { Db } from '../../../platform/db/open.ts'
import type { Actor } from '../../../shared/actor.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { personsVisibleTo } from '../visible/queries.ts'

/** The trainings of these persons, as far as the actor may see them: what their lesson hours follow from. */
export const trainingsOf = (db: Db, actor: Actor, persons: readonly PersonId[]) =>
  gather(
    db,
    personsVisibleTo(db, actor, 'people.read')
      // One parameter however many they are, so that the statement stays prepared.
      .where(sql<SqlBool>`person.id = any(${persons}::int[])`)
      .innerJoin('training', 'training.person_id', 'person.id')
      .select(['person.id as personId', 'training.hours', 'training.year'])
      .select(['training.started_on as startedOn', 'training.ended_on as endedOn']),
  )

import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import type { Actor } from '../../../shared/actor.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { personsVisibleTo, visibleTo } from '../visible/queries.ts'

type Plain = string | number | boolean | null

const changesOf = (db: Db, actor: Actor, personId: PersonId) =>
  personsVisibleTo(db, actor, 'people.read')
    .where('person.id', '=', personId)
    .innerJoin('register_change as c', 'c.person_id', 'person.id')
    .innerJoinLateral(
      sql<{ field: string; change: { from: Plain; to: Plain } }>`jsonb_each(c.fields)`.as<'f'>(sql`f(field, change)`),
      (join) => join.onTrue(),
    )
    // Whoever may not see sanctions must not see that one was changed either.
    .where((eb) => eb.or([eb('c.record_kind', '<>', 'sanction'), visibleTo(actor, 'people.sanctions')(eb as never)]))

/** One page of the changes of a person and their records, one row per field. */
export const historyRows = (db: Db, actor: Actor, personId: PersonId, page: { limit: number; offset: number }) =>
  changesOf(db, actor, personId)
    .leftJoin('import', 'import.id', 'c.import_id')
    .leftJoin('account', 'account.id', 'c.account_id')
    .select([
      'c.id as changeId',
      'c.changed_at as at',
      'c.record_kind as kind',
      'c.record_id as recordId',
      'f.field',
      sql<Plain>`f.change->'from'`.as('from'),
      sql<Plain>`f.change->'to'`.as('to'),
      'c.source',
      'import.name as importName',
      'account.name as by',
      'c.reason',
    ])
    .orderBy('c.changed_at', 'desc')
    .orderBy('c.id', 'desc')
    .orderBy('f.field')
    .limit(page.limit)
    .offset(page.offset)
    .execute()

/** How many changes there are; undefined where the actor may not see the person, or there is none. */
export async function historyTotal(db: Db, actor: Actor, personId: PersonId): Promise<number | undefined> {
  const row = await personsVisibleTo(db, actor, 'people.read')
    .where('person.id', '=', personId)
    .select(() =>
      changesOf(db, actor, personId)
        .select((s) => s.fn.countAll<number>().as('n'))
        .as('total'),
    )
    .executeTakeFirst()
  return row?.total ?? undefined
}

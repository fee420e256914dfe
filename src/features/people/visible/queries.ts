import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { type Actor, type Reach, reachOf } from '../../../shared/actor.ts'
import type { PersonId, UnitId } from '../../../shared/ids.ts'
import type { Permission } from '../../../shared/roles.ts'
import type { Db } from '../../../platform/db/open.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import '../tables.ts'

/**
 * The condition "this actor may see this person" for one permission; every read of persons starts from it.
 * Without any reach it is false, so a forgotten grant shows nothing. `mayReach` in `access.ts` is the same rule for one person.
 */
export const visibleTo =
  (actor: Actor, permission: Permission) =>
  (eb: ExpressionBuilder<Tables, 'person'>): Expression<SqlBool> => {
    const reach = reachOf(actor, permission)
    if (reach.city) return eb.lit(true)
    return eb.or([
      ...(reach.self && actor.personId !== null ? [eb('person.id', '=', actor.personId)] : []),
      ...(reach.team && actor.personId !== null ? [eb('person.supervisor_id', '=', actor.personId)] : []),
      ...(reach.offices.length > 0 ? [withinOffices(eb, reach.offices)] : []),
    ])
  }

const withinOffices = (eb: ExpressionBuilder<Tables, 'person'>, offices: readonly UnitId[]) =>
  eb.exists(
    eb
      .selectFrom('unit_tree')
      .whereRef('unit_tree.unit_id', '=', 'person.unit_id')
      .where('unit_tree.ancestor_id', 'in', offices)
      .select(eb.lit(1).as('one')),
  )

/** Persons the actor may see; further conditions and columns are added by the caller. */
export const personsVisibleTo = (db: Db, actor: Actor, permission: Permission) =>
  db.selectFrom('person').where(visibleTo(actor, permission))

/** Units the actor may see: all for the city, else the own unit, the offices and everything below, and the team's units. */
export function unitsVisibleTo(db: Db, actor: Actor, permission: Permission) {
  const reach: Reach = reachOf(actor, permission)
  const units = db.selectFrom('unit')
  if (reach.city) return units
  return units.where((eb) =>
    eb.or([
      ...(reach.offices.length > 0
        ? [
            eb.exists(
              eb
                .selectFrom('unit_tree')
                .whereRef('unit_tree.unit_id', '=', 'unit.id')
                .where('unit_tree.ancestor_id', 'in', reach.offices)
                .select(eb.lit(1).as('one')),
            ),
          ]
        : []),
      ...((reach.self || reach.team) && actor.personId !== null
        ? [
            eb.exists(
              eb
                .selectFrom('person')
                .whereRef('person.unit_id', '=', 'unit.id')
                .where((p) =>
                  p.or([
                    p('person.id', '=', actor.personId as PersonId),
                    p('person.supervisor_id', '=', actor.personId),
                  ]),
                )
                .select(eb.lit(1).as('one')),
            ),
          ]
        : []),
    ]),
  )
}

/** What `mayReach` needs to know about one person. */
export async function placeOf(db: Db, personId: PersonId) {
  const person = await db
    .selectFrom('person')
    .where('id', '=', personId)
    .select(['id as personId', 'supervisor_id as supervisorId', 'unit_id as unitId'])
    .executeTakeFirst()
  if (!person) return undefined
  const above =
    person.unitId === null
      ? []
      : await db.selectFrom('unit_tree').where('unit_id', '=', person.unitId).select('ancestor_id').execute()
  return { ...person, offices: above.map((row) => row.ancestor_id) }
}

import { sql } from 'kysely'
import { Kept } from '../../../platform/db/kept.ts'
import type { Db } from '../../../platform/db/open.ts'
import { type Actor, reachOf } from '../../../shared/actor.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { inactiveStatusCodes } from '../status/rules.ts'
import { personsVisibleTo, unitsVisibleTo } from '../visible/queries.ts'

const inactive = sql.join(inactiveStatusCodes.map((code) => sql.lit(code)))

// The same for everybody who reaches over the city.
const cityTree = new Kept<UnitInTree[]>({ milliseconds: 30_000 })

/** The units the actor may see, each with its staff and everything below it. */
export const unitTree = (db: Db, actor: Actor): Promise<UnitInTree[]> =>
  reachOf(actor, 'people.read').city ? cityTree.of(db, 'city', () => readTree(db, actor)) : readTree(db, actor)

interface UnitInTree {
  unitId: UnitId
  name: string
  parentId: UnitId | null
  nationalId: string | null
  persons: number
}

async function readTree(db: Db, actor: Actor): Promise<UnitInTree[]> {
  const seen = unitsVisibleTo(db, actor, 'people.read')
    .leftJoin('unit_headcount as h', 'h.unit_id', 'unit.id')
    .select(['unit.id', 'unit.name', 'unit.parent_id', 'unit.national_id', sql`coalesce(h.persons, 0)`.as('persons')])
    .orderBy('unit.name')
    .orderBy('unit.id')
  // A list per column, not a row per unit: hundreds of rows cost the embedded engine ten times as much.
  const { rows } = await sql<Lists>`
    select json_agg(id) as ids, json_agg(name) as names, json_agg(parent_id) as parents,
      json_agg(national_id) as nationals, json_agg(persons) as persons
    from (${seen}) x`.execute(db)
  const { ids, names, parents, nationals, persons } = rows[0]!
  return (ids ?? []).map((unitId, i) => ({
    unitId,
    name: names[i]!,
    parentId: parents[i]!,
    nationalId: nationals[i]!,
    persons: persons[i]!,
  }))
}

interface Lists {
  /** Null where there is no unit. */
  ids: UnitId[] | null
  names: string[]
  parents: (UnitId | null)[]
  nationals: (string | null)[]
  persons: number[]
}

interface Step {
  unitId: number
  name: string
}

interface Head {
  personId: number
  name: string
  titleFront: string | null
  titleBack: string | null
  postTitle: string | null
}

// The same choice as when supervisors are settled: the named head, else the best structural post, the longest in it.
// Two branches, each with its own index; with one "or" every person would be read.
const head = sql<Head | null>`(
  select jsonb_build_object('personId', c.id, 'name', c.name, 'titleFront', c.title_front, 'titleBack', c.title_back,
    'postTitle', c.title)
  from (
    select p.id, p.name, p.title_front, p.title_back, o.title, 0 as preference, o.echelon_code, p.post_since_on
    from person p left join post o on o.id = p.post_id
    where p.national_id = unit.head_national_id and p.status_code not in (${inactive})
    union all
    select p.id, p.name, p.title_front, p.title_back, o.title, 1, o.echelon_code, p.post_since_on
    from person p join post o on o.id = p.post_id
    where p.unit_id = unit.id and o.kind = 'structural' and p.status_code not in (${inactive})
  ) c
  order by c.preference, nullif(nullif(c.echelon_code, '99'), '00') nulls last, c.post_since_on nulls last, c.id
  limit 1)`

const path = sql<Step[]>`(
  select jsonb_agg(jsonb_build_object('unitId', t.ancestor_id, 'name', (select u.name from unit u where u.id = t.ancestor_id))
    order by t.depth desc)
  from unit_tree t where t.unit_id = unit.id)`

const children = sql<(Step & { persons: number })[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('unitId', c.id, 'name', c.name, 'persons', coalesce(h.persons, 0))
    order by c.name, c.id), '[]')
  from unit c left join unit_headcount h on h.unit_id = c.id where c.parent_id = unit.id)`

/** A unit with its path, its head, its staff in numbers and the units below it; undefined where the actor may not see it, or there is none. */
export const unitPage = (db: Db, actor: Actor, unitId: UnitId) =>
  unitsVisibleTo(db, actor, 'people.read')
    .leftJoin('unit_headcount as h', 'h.unit_id', 'unit.id')
    .where('unit.id', '=', unitId)
    .select(['unit.id as unitId', 'unit.name', 'unit.head_title as headTitle', 'unit.source'])
    .select(['unit.recorded_at as recordedAt', path.as('path'), head.as('head'), children.as('children')])
    .select(['h.persons', 'h.counts'])
    .executeTakeFirst()

/** Whether the actor may open this person. */
export const maySee = async (db: Db, actor: Actor, personId: number): Promise<boolean> =>
  reachOf(actor, 'people.read').city ||
  (await personsVisibleTo(db, actor, 'people.read')
    .where('person.id', '=', personId as never)
    .select('person.id')
    .executeTakeFirst()) !== undefined

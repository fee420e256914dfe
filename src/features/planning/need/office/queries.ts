import { type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { type Actor, reachOf } from '../../../../shared/actor.ts'
import { type Day, yearOf } from '../../../../shared/dates.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import type { Db } from '../../../../platform/db/open.ts'
import type { Tables } from '../../../../platform/db/tables.ts'
import { inactiveStatusCodes } from '../../../people/status/rules.ts'
import { visibleTo } from '../../../people/visible/queries.ts'
import { appraisalYears, belowExpectation, lowestGoodPredicate } from '../rules.ts'

/** The unit without one above it, where there is only one: its children are the offices. Without such a top the tops are. */
const onlyTop = sql`(select min(id) from unit where parent_id is null having count(*) = 1)`

/** Every unit with the office it belongs to; the top itself belongs to none and stands for itself. */
export const officeOfUnits = sql<{ unitId: UnitId; officeId: UnitId }>`(
  select t.unit_id as "unitId", t.ancestor_id as "officeId"
  from unit_tree t join unit o on o.id = t.ancestor_id
  where o.parent_id is not distinct from ${onlyTop}
  union all
  select id, id from unit where id = ${onlyTop})`

/**
 * People at work whose plan, gaps and appraisals this actor may look at one by one. A need is counted from them alone, so no
 * number ever speaks of somebody whom its reader may not see.
 */
const seenOneByOne =
  (actor: Actor) =>
  (eb: ExpressionBuilder<Tables, 'person'>): ReturnType<typeof eb.and> =>
    eb.and([
      visibleTo(actor, 'planning.read')(eb),
      visibleTo(actor, 'competency.read')(eb),
      visibleTo(actor, 'people.read')(eb),
    ])

export const personsToPlanFor = (db: Db, actor: Actor) =>
  db
    .selectFrom('person')
    .where(seenOneByOne(actor))
    .where('person.status_code', 'not in', inactiveStatusCodes)
    .innerJoin(officeOfUnits.as('office'), (join) => join.onRef('office.unitId' as never, '=', 'person.unit_id'))

/** The last yearly appraisal of each person says less than Baik; without a predicate its two ratings decide. Null: not appraised. */
export const belowGood = (today: Day) => sql<boolean | null>`(
  select coalesce(a.predicate > ${lowestGoodPredicate}, a.result = ${belowExpectation} or a.behaviour = ${belowExpectation})
  from appraisal a
  where a.person_id = person.id and a.year between ${yearOf(today) - appraisalYears} and ${yearOf(today)}
    and (a.predicate is not null or (a.result is not null and a.behaviour is not null))
  order by a.year desc, a.id desc limit 1)`

/** The same with the office of each and whether the last appraisal was below Baik, for whoever counts. */
export const personsByOffice = (db: Db, actor: Actor, today: Day) =>
  personsToPlanFor(db, actor).select([
    'person.id as personId',
    sql<UnitId>`office."officeId"`.as('groupId'),
    belowGood(today).as('marked'),
  ])

export interface OfficePerformance {
  officeId: UnitId
  persons: number
  appraised: number
  below: number
}

/** The performance gap (PP 11/2017 pasal 206): how many of each office were last appraised as less than Baik. */
export async function performanceOfOffices(db: Db, actor: Actor, today: Day): Promise<OfficePerformance[]> {
  const { rows } = await sql<{ offices: OfficePerformance[] | null }>`
    select json_agg(x) as offices from (
      select "groupId" as "officeId", count(*) as persons, count(marked) as appraised,
        count(*) filter (where marked) as below
      from (${personsByOffice(db, actor, today)}) e group by "groupId") x`.execute(db)
  return rows[0]?.offices ?? []
}

/** The offices of the people one may plan for, by name. */
export async function officesSeen(db: Db, actor: Actor): Promise<{ officeId: UnitId; name: string }[]> {
  const reach = reachOf(actor, 'planning.read')
  const within = reach.city
    ? sql<SqlBool>`true`
    : sql<SqlBool>`exists (select from unit_tree t where t.ancestor_id = any(${reach.offices}::int[]) and t.unit_id = o."unitId")`
  const { rows } = await sql<{ officeId: UnitId; name: string }>`
    select distinct o."officeId", u.name
    from ${officeOfUnits} o join unit u on u.id = o."officeId"
    where ${within} order by u.name, o."officeId"`.execute(db)
  return rows
}

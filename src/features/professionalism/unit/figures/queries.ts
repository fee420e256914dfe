import { sql } from 'kysely'
import { Kept } from '../../../../platform/db/kept.ts'
import type { Db } from '../../../../platform/db/open.ts'
import type { Actor } from '../../../../shared/actor.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import { unitsVisibleTo } from '../../../people/visible/queries.ts'
import { chosenRuleSet } from '../../ruleset/queries.ts'
import type { UnitSummary } from '../rules.ts'
import '../../tables.ts'

export interface YearSummary {
  year: number
  summary: UnitSummary
}

const summaries = (unit: ReturnType<typeof sql>, ruleSet: string | undefined) =>
  sql<YearSummary[]>`coalesce((
    select jsonb_agg(jsonb_build_object('year', s.year, 'summary', s.summary) order by s.year)
    from unit_index s where s.rule_set = ${chosenRuleSet(ruleSet)} and ${unit}), '[]')`

/** A unit the actor may see with its sums of every year; without a number the one the actor stands in. */
export function unitToShow(db: Db, actor: Actor, unitId: UnitId | undefined, ruleSet: string | undefined) {
  return unitsVisibleTo(db, actor, 'index.read')
    .where('unit.id', '=', (eb) =>
      unitId === undefined
        ? eb
            .selectFrom('person as own')
            .where('own.id', '=', actor.personId)
            .select('own.unit_id')
            .$castTo<{ unit_id: UnitId }>()
        : eb.val(unitId),
    )
    .select((eb) => [
      'unit.id as unitId',
      'unit.name',
      'unit.parent_id as parentId',
      sql<
        UnitId[]
      >`(select coalesce(jsonb_agg(t.ancestor_id), '[]') from unit_tree t where t.unit_id = ${eb.ref('unit.id')})`.as(
        'ancestors',
      ),
      chosenRuleSet(ruleSet).as('ruleSet'),
      summaries(sql`s.unit_id = ${eb.ref('unit.id')}`, ruleSet).as('summaries'),
    ])
    .executeTakeFirst()
}

interface City {
  ruleSet: string
  summaries: YearSummary[]
}

interface Child {
  unitId: UnitId
  name: string
  summary: UnitSummary | null
}

// Sums over units are the same for every reader who may open the unit.
const cities = new Kept<City>({ milliseconds: 30_000 })
const childrenOf = new Kept<Child[]>({ milliseconds: 30_000 })

/** The sums of the whole city, of every year. */
export const cityToShow = (db: Db, ruleSet: string | undefined): Promise<City> =>
  cities.of(db, ruleSet ?? '', () => readCity(db, ruleSet))

async function readCity(db: Db, ruleSet: string | undefined): Promise<City> {
  const { rows } = await sql<City>`
    select ${chosenRuleSet(ruleSet)} as "ruleSet", ${summaries(sql`s.unit_id is null`, ruleSet)} as summaries`.execute(
    db,
  )
  return rows[0]!
}

/** The units directly below one, or the top of the city: where a single unit stands at its top, those below that. */
export const childrenToShow = (db: Db, parent: UnitId | null, ruleSet: string, year: number): Promise<Child[]> =>
  childrenOf.of(db, `${parent} ${year} ${ruleSet}`, () => readChildren(db, parent, ruleSet, year))

async function readChildren(db: Db, parent: UnitId | null, ruleSet: string, year: number): Promise<Child[]> {
  const top = sql`
    case when (select count(*) from unit where parent_id is null) = 1
      then u.parent_id = (select id from unit where parent_id is null)
      else u.parent_id is null end`
  const { rows } = await sql<Child>`
    select u.id as "unitId", u.name, s.summary
    from unit u left join unit_index s on s.unit_id = u.id and s.year = ${year} and s.rule_set = ${ruleSet}
    where ${parent === null ? top : sql`u.parent_id = ${parent}`}
    order by u.name, u.id`.execute(db)
  return rows
}

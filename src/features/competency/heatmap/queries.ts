import { sql, type SqlBool } from 'kysely'
import type { Actor } from '../../../shared/actor.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { gather } from '../../../platform/db/gather.ts'
import { Kept } from '../../../platform/db/kept.ts'
import type { Db } from '../../../platform/db/open.ts'
import { inactiveStatusCodes } from '../../people/status/rules.ts'
import { personsVisibleTo } from '../../people/visible/queries.ts'
import type { Certainty, GapBand } from '../gap/rules.ts'
import type { CompetencyCode } from '../rules.ts'
import type { Summaries } from './rules.ts'
import '../tables.ts'

export interface UnitOnPath {
  unitId: UnitId
  name: string
  depth: number
}

/**
 * The unit (depth 0) and the units above it, as far as they lie within these units; nothing when it is not within them.
 * Without a wish it is the first of them, and for the whole city the only unit without one above.
 */
export async function pathTo(
  db: Db,
  within: 'all' | readonly UnitId[],
  wish: UnitId | undefined,
): Promise<UnitOnPath[]> {
  const first = within === 'all' ? onlyTop : sql<UnitId>`${within[0] ?? null}::integer`
  const { rows } = await sql<UnitOnPath>`
    select u.id as "unitId", u.name, t.depth
    from unit_tree t join unit u on u.id = t.ancestor_id
    where t.unit_id = ${wish === undefined ? first : sql`${wish}::integer`}
      and ${
        within === 'all'
          ? sql`true`
          : sql`exists (select from unit_tree o where o.unit_id = t.ancestor_id and o.ancestor_id = any(${within}))`
      }
    order by t.depth`.execute(db)
  return rows
}

const onlyTop = sql<UnitId>`(select min(id) from unit where parent_id is null having count(*) = 1)`

export interface UnitOnMap {
  unitId: UnitId
  name: string
  opens: boolean
  summaries: Summaries
}

interface MapOfUnits {
  units: UnitOnMap[]
  computedAt: string | null
}

// Sums over units are the same for every reader who may open the unit.
const maps = new Kept<MapOfUnits>({ milliseconds: 30_000 })

/** A unit with the units directly below it, each with its sums; null stands for the city above all topmost units. */
export const unitsOnMap = (db: Db, unitId: UnitId | null): Promise<MapOfUnits> =>
  maps.of(db, String(unitId), () => readUnits(db, unitId))

async function readUnits(db: Db, unitId: UnitId | null): Promise<MapOfUnits> {
  const { rows } = await sql<UnitOnMap & { computedAt: string | null }>`
    select u.id as "unitId", u.name,
      exists (select from unit c where c.parent_id = u.id) as opens,
      coalesce((select jsonb_object_agg(g.competency_code, g.summary) from unit_gap g where g.unit_id = u.id), '{}') as summaries,
      (select max(computed_at) from rating_precision) as "computedAt"
    from unit u
    where ${unitId === null ? sql`u.parent_id is null` : sql`(u.id = ${unitId} or u.parent_id = ${unitId})`}
    order by u.name, u.id`.execute(db)
  return { units: rows, computedAt: rows[0]?.computedAt ?? null }
}

export interface PersonFilter {
  unitId?: UnitId | undefined
  own: boolean
  team: boolean
  search?: string | undefined
  sort: 'name' | 'shortage'
  direction: 'asc' | 'desc'
  limit: number
  offset: number
}

// A list per gap, not an object: naming every field costs the database twice as much as reading the gaps.
type GapFields = [
  competency: CompetencyCode,
  required: number,
  level: number | null,
  gap: number | null,
  band: GapBand | null,
  certainty: Certainty,
]

const gapsOfPerson = sql<GapFields[] | null>`(
  select json_agg(json_build_array(g.competency_code, g.required, g.level, g.gap, g.band, g.certainty)
    order by g.competency_code)
  from gap g where g.person_id = person.id)`

const inactive = sql.join(inactiveStatusCodes.map((code) => sql.lit(code)))

/** Persons at work whom the actor may see and who pass the filter. */
const matching = (db: Db, actor: Actor, filter: PersonFilter) =>
  personsVisibleTo(db, actor, 'competency.read')
    .where(sql<SqlBool>`person.status_code not in (${inactive})`)
    .$if(filter.unitId !== undefined && filter.own, (q) => q.where('person.unit_id', '=', filter.unitId!))
    .$if(filter.unitId !== undefined && !filter.own, (q) =>
      q.where('person.unit_id', 'in', (s) =>
        s.selectFrom('unit_tree').where('ancestor_id', '=', filter.unitId!).select('unit_tree.unit_id'),
      ),
    )
    .$if(filter.team, (q) => q.where('person.supervisor_id', '=', actor.personId))
    .$if(filter.search !== undefined, (q) =>
      q.where('person.name', 'ilike', `%${filter.search!.replaceAll(/[%_\\]/g, '\\$&')}%`),
    )

/** A page of them with their gaps, which are gathered for the page alone; only an order by what is missing looks at everybody's. */
export async function personsOnMap(db: Db, actor: Actor, filter: PersonFilter) {
  const page = matching(db, actor, filter)
    .$if(filter.sort === 'shortage', (q) =>
      q
        .leftJoin(
          (s) =>
            s
              .selectFrom('gap')
              .select(['gap.person_id', sql<number>`sum(greatest(gap.gap, 0))`.as('levels')])
              .groupBy('gap.person_id')
              .as('missing'),
          (join) => join.onRef('missing.person_id', '=', 'person.id'),
        )
        .orderBy(sql`coalesce(missing.levels, 0)`, filter.direction),
    )
    .leftJoin('post', 'post.id', 'person.post_id')
    .leftJoin('unit', 'unit.id', 'person.unit_id')
    .select([
      'person.id as personId',
      'person.name',
      'person.nip',
      'post.title as postTitle',
      'unit.name as unitName',
      gapsOfPerson.as('gaps'),
    ])
    .orderBy('person.name', filter.sort === 'name' ? filter.direction : 'asc')
    .orderBy('person.id')
    // Written out, as in the register: the plan for an unknown limit reads everybody.
    .limit(sql.lit(filter.limit))
    .$if(filter.offset > 0, (q) => q.offset(filter.offset))
  const rows = await gather(db, page)
  return rows.map(({ gaps, ...person }) => ({ ...person, ...cellsOfPerson(gaps ?? []) }))
}

export async function countOnMap(db: Db, actor: Actor, filter: PersonFilter): Promise<number> {
  const { total } = await matching(db, actor, filter)
    .select((s) => s.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

function cellsOfPerson(gaps: readonly GapFields[]) {
  const cells = gaps.map(([competency, required, level, gap, band, certainty]) => ({
    competency,
    required,
    level,
    gap,
    band,
    certainty,
  }))
  return {
    shortage: cells.reduce((sum, { gap }) => sum + Math.max(0, gap ?? 0), 0),
    unassessed: cells.filter(({ level }) => level === null).length,
    cells,
  }
}

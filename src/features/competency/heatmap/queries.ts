import { sql } from 'kysely'
import type { Actor } from '../../../shared/actor.ts'
import type { UnitId } from '../../../shared/ids.ts'
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

/** A unit with the units directly below it, each with its sums; null stands for the city above all topmost units. */
export async function unitsOnMap(
  db: Db,
  unitId: UnitId | null,
): Promise<{ units: UnitOnMap[]; computedAt: string | null }> {
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

interface PersonCell {
  competency: CompetencyCode
  required: number
  level: number | null
  gap: number | null
  band: GapBand | null
  certainty: Certainty
}

interface PersonGaps {
  shortage: number
  unassessed: number
  cells: PersonCell[]
}

/** Persons at work whom the actor may see, with their gaps. */
export async function personsOnMap(db: Db, actor: Actor, filter: PersonFilter) {
  const matching = personsVisibleTo(db, actor, 'competency.read')
    .where('person.status_code', 'not in', inactiveStatusCodes)
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
  // The gaps are gathered for the page alone; only an order by what is missing has to look at everybody's.
  const page = await matching
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
      sql<PersonGaps>`(
        select jsonb_build_object(
          'shortage', coalesce(sum(greatest(g.gap, 0)), 0),
          'unassessed', count(*) filter (where g.level is null),
          'cells', coalesce(jsonb_agg(jsonb_build_object('competency', g.competency_code, 'required', g.required,
            'level', g.level, 'gap', g.gap, 'band', g.band, 'certainty', g.certainty) order by g.competency_code), '[]'))
        from gap g where g.person_id = person.id)`.as('gaps'),
    ])
    .orderBy('person.name', filter.sort === 'name' ? filter.direction : 'asc')
    .orderBy('person.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const { total } = await matching.select((s) => s.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: page.map(({ gaps, ...person }) => ({ ...person, ...gaps })), total }
}

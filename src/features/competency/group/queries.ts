import { type SelectQueryBuilder, sql } from 'kysely'
import type { PersonId, UnitId } from '../../../shared/ids.ts'
import type { Db } from '../../../platform/db/open.ts'
import type { CompetencyCode, Level } from '../rules.ts'
import '../tables.ts'
import type { GapGroup } from './rules.ts'

/**
 * Who is counted and in which group: the caller has already left out whom the actor may not see. `marked` is whatever else the
 * caller knows of a person and wants to see beside the gap; null where it is not known.
 */
// oxlint-disable-next-line no-explicit-any
export type PersonsInGroups = SelectQueryBuilder<
  any,
  any,
  { personId: PersonId; groupId: UnitId; marked: boolean | null }
>

export async function gapGroups(db: Db, persons: PersonsInGroups): Promise<GapGroup[]> {
  const { rows } = await sql<{ groups: GapGroup[] | null }>`
    with counted as materialized (${persons}),
    grouped as (
      select c."groupId", g.competency_code as competency, count(*) as persons, count(g.level) as assessed,
        count(*) filter (where g.gap >= 1) as "withGap",
        count(*) filter (where g.gap >= 1 and g.certainty = 'certain') as certain,
        count(*) filter (where g.gap >= 1 and g.certainty = 'likely') as likely,
        count(*) filter (where g.gap >= 1 and c.marked) as marked,
        coalesce(sum(greatest(g.gap, 0)), 0) as missing,
        coalesce(sum(greatest(g.gap, 0) * greatest(g.gap, 0)), 0) as "missingSquares",
        ${perLevel('level')} as levels, ${perLevel('required')} as required
      from counted c join gap g on g.person_id = c."personId"
      group by c."groupId", g.competency_code
    )
    select json_agg(grouped order by "groupId", competency) as groups from grouped`.execute(db)
  return rows[0]?.groups ?? []
}

const perLevel = (column: 'level' | 'required') =>
  sql`json_build_array(${sql.join(
    [1, 2, 3, 4, 5].map((level) => sql`count(*) filter (where g.${sql.ref(column)} = ${sql.lit(level)})`),
  )})`

/** The assessed levels of these persons in everything their post asks of them. */
export const levelsOf = (
  db: Db,
  ids: readonly PersonId[],
): Promise<{ personId: PersonId; competency: CompetencyCode; level: Level | null }[]> =>
  db
    .selectFrom('gap')
    .where('person_id', '=', sql<PersonId>`any(${ids}::int[])`)
    .select(['person_id as personId', 'competency_code as competency', 'level'])
    .orderBy('person_id')
    .orderBy('competency_code')
    .execute()

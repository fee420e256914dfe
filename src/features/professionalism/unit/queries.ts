import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import type { Day } from '../../../shared/dates.ts'
import type { UnitId } from '../../../shared/ids.ts'
import type { Run } from '../result/queries.ts'
import type { Category } from '../ruleset/rules.ts'
import type { UnitSummary } from './rules.ts'
import '../tables.ts'

/** Persons of one unit who count alike, with their sums in hundredths of a point. */
export interface Group {
  unitId: UnitId | null
  version: number
  measured: boolean
  category: Category
  bin: number
  n: number
  qualification: number
  competency: number
  performance: number
  discipline: number
  total: number
}

/** What each unit has on its own, without the units below it: one pass over the results. */
export async function ownGroups(db: Db, { year, ruleSet }: Run): Promise<Group[]> {
  const hundredths = (column: string) => sql`sum(round(${sql.ref(column)} * 100))::float8`
  const { rows } = await sql<Group>`
    select unit_id as "unitId", rule_set_version as version, measured, category,
      least(19, greatest(0, ceil(total / 5) - 1))::int as bin, count(*)::int as n,
      ${hundredths('qualification')} as qualification, ${hundredths('competence')} as competency,
      ${hundredths('performance')} as performance, ${hundredths('discipline')} as discipline,
      ${hundredths('total')} as total
    from index_result where year = ${year} and rule_set = ${ruleSet}
    group by 1, 2, 3, 4, 5`.execute(db)
  return rows
}

/** Every unit with its ancestors, itself included; of all units or of these. */
export async function ancestorsOf(db: Db, units?: readonly UnitId[]): Promise<Map<UnitId, UnitId[]>> {
  if (units?.length === 0) return new Map()
  const rows = await db
    .selectFrom('unit_tree')
    .$if(units !== undefined, (q) => q.where('unit_id', 'in', units!))
    .select(['unit_id as unitId', 'ancestor_id as ancestorId'])
    .execute()
  const ancestors = new Map<UnitId, UnitId[]>()
  for (const { unitId, ancestorId } of rows) {
    const list = ancestors.get(unitId)
    if (list) list.push(ancestorId)
    else ancestors.set(unitId, [ancestorId])
  }
  return ancestors
}

/** Every computation there is, with the day it stands for. */
export async function runsComputed(db: Db): Promise<(Run & { on: Day })[]> {
  const { rows } = await sql<Run & { on: Day }>`
    select year, rule_set as "ruleSet", summary ->> 'on' as "on" from unit_index where unit_id is null
    order by year, rule_set`.execute(db)
  return rows
}

const within = ({ year, ruleSet }: Run) => sql`year = ${year} and rule_set = ${ruleSet}`

export async function summariesOf(db: Db, run: Run, units: readonly (UnitId | null)[]) {
  const { rows } = await sql<{ unitId: UnitId | null; summary: UnitSummary }>`
    select unit_id as "unitId", summary from unit_index
    where ${within(run)} and (unit_id = any(${units.filter((u) => u !== null)}::int[]) or unit_id is null)`.execute(db)
  return new Map(rows.map(({ unitId, summary }) => [unitId, summary]))
}

export const clearSummaries = (db: Db, run: Run) => sql`delete from unit_index where ${within(run)}`.execute(db)

export async function saveSummaries(
  db: Db,
  { year, ruleSet }: Run,
  summaries: readonly { unitId: UnitId | null; summary: UnitSummary }[],
): Promise<void> {
  await sql`
    insert into unit_index (unit_id, year, rule_set, summary)
    select s."unitId", ${year}::int, ${ruleSet}::text, s.summary
    from jsonb_to_recordset(${JSON.stringify(summaries)}::jsonb) s ("unitId" int, summary jsonb)
    on conflict (unit_id, year, rule_set) do update set summary = excluded.summary`.execute(db)
}

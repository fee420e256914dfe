import { sql } from 'kysely'
import type { UnitId } from '../../../shared/ids.ts'
import type { Db } from '../../../platform/db/open.ts'
import type { CompetencyCode } from '../rules.ts'
import type { GapSummary } from './rules.ts'
import '../tables.ts'

export interface UnitSummary {
  unitId: UnitId
  competency: CompetencyCode
  summary: GapSummary
}

/** What each unit has on its own, without the units below it: one pass over all gaps. */
export async function ownSummaries(db: Db): Promise<UnitSummary[]> {
  const { rows } = await sql<UnitSummary>`
    select unit_id as "unitId", competency_code as competency, jsonb_build_object(
      'gaps', count(*),
      'bands', jsonb_build_object(
        'none', count(*) filter (where band = 'none'), 'low', count(*) filter (where band = 'low'),
        'medium', count(*) filter (where band = 'medium'), 'high', count(*) filter (where band = 'high')),
      'certainty', jsonb_build_object(
        'certain', count(*) filter (where certainty = 'certain'), 'likely', count(*) filter (where certainty = 'likely'),
        'unclear', count(*) filter (where certainty = 'unclear'),
        'unassessed', count(*) filter (where certainty = 'unassessed')),
      'gapSum', coalesce(sum(gap), 0),
      'shortageSum', coalesce(sum(greatest(gap, 0)), 0)) as summary
    from gap where unit_id is not null
    group by unit_id, competency_code`.execute(db)
  return rows
}

/** Every unit with its ancestors, itself included; of all units or of these. */
export async function ancestorsOf(db: Db, units?: readonly UnitId[]): Promise<Map<UnitId, UnitId[]>> {
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

export const summariesOf = (db: Db, units: readonly UnitId[]): Promise<UnitSummary[]> =>
  db
    .selectFrom('unit_gap')
    .where('unit_id', 'in', units)
    .select(['unit_id as unitId', 'competency_code as competency', 'summary'])
    .execute()

export const clearSummaries = (db: Db) => db.deleteFrom('unit_gap').execute()

const rowsAtOnce = 2000

/** Writes these sums; a sum over nobody is taken out. */
export async function saveSummaries(db: Db, summaries: readonly UnitSummary[]): Promise<void> {
  const empty = summaries.filter(({ summary }) => summary.gaps === 0)
  const full = summaries.filter(({ summary }) => summary.gaps !== 0)
  if (empty.length > 0)
    await sql`
      delete from unit_gap u using jsonb_to_recordset(${JSON.stringify(empty)}::jsonb) e ("unitId" integer, competency text)
      where u.unit_id = e."unitId" and u.competency_code = e.competency`.execute(db)
  for (let start = 0; start < full.length; start += rowsAtOnce)
    await sql`
      insert into unit_gap (unit_id, competency_code, summary)
      select s."unitId", s.competency, s.summary
      from jsonb_to_recordset(${JSON.stringify(full.slice(start, start + rowsAtOnce))}::jsonb) s (
        "unitId" integer, competency text, summary jsonb)
      on conflict (unit_id, competency_code) do update set summary = excluded.summary`.execute(db)
}

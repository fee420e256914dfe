import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import { type Day, yearOf } from '../../../shared/dates.ts'
import type { PersonId, UnitId } from '../../../shared/ids.ts'
import { inactiveStatusCodes } from '../../people/status/rules.ts'
import type { KeptResult } from './rules.ts'
import '../tables.ts'

/** Any number: it only has to differ from the other locks of the house (7001 audit, 7002 tests, 7101 gaps). */
const lock = 7201

/** From here to the end of the transaction nobody else writes results: sums are read, changed and written back. */
export const takeIndexLock = (db: Db) => sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(db)

/** Which computation: the results of a year by one rule set, whatever its version. */
export interface Run {
  year: number
  ruleSet: string
}

export interface NewResult extends KeptResult {
  personId: PersonId
  unitId: UnitId | null
}

/** Writes results over the ones before them, in one statement. */
export async function saveResults(db: Db, { year, ruleSet }: Run, results: readonly NewResult[]): Promise<void> {
  if (results.length === 0) return
  const rows = results.map(({ scores, ...result }) => ({ ...result, ...scores }))
  await sql`
    insert into index_result (person_id, unit_id, year, rule_set, rule_set_version, on_day, qualification, competence,
      performance, discipline, total, category, measured, not_measured_because, facts)
    select r."personId", r."unitId", ${year}::int, ${ruleSet}::text, r.version, r."on", r.qualification, r.competency,
      r.performance, r.discipline, r.total, r.category, r.measured, r.because, r.facts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r ("personId" int, "unitId" int, version int, "on" date,
      qualification double precision, competency double precision, performance double precision,
      discipline double precision, total double precision, category text, measured boolean, because text, facts jsonb)
    on conflict (person_id, year, rule_set) do update set
      unit_id = excluded.unit_id, rule_set_version = excluded.rule_set_version, on_day = excluded.on_day,
      qualification = excluded.qualification, competence = excluded.competence, performance = excluded.performance,
      discipline = excluded.discipline, total = excluded.total, category = excluded.category,
      measured = excluded.measured, not_measured_because = excluded.not_measured_because, facts = excluded.facts,
      computed_at = now()`.execute(db)
}

const counted = [
  'unit_id as unitId',
  'rule_set_version as version',
  'measured',
  'category',
  'qualification',
  'competence as competency',
  'performance',
  'discipline',
  'total',
] as const

/** Takes the results of these persons out and says what they were. */
export const removeResults = (db: Db, { year, ruleSet }: Run, ids: readonly PersonId[]) =>
  db
    .deleteFrom('index_result')
    .where('person_id', 'in', ids)
    .where('year', '=', year)
    .where('rule_set', '=', ruleSet)
    .returning(counted)
    .execute()

/**
 * Removes what nobody computes any more: the running year's results of those who have left, and results of days before
 * somebody's appointment. A past year keeps its leavers: they were measured then.
 */
export async function removeOutdated(db: Db, { year, ruleSet }: Run, on: Day, today: Day): Promise<void> {
  await db
    .deleteFrom('index_result')
    .where('year', '=', year)
    .where('rule_set', '=', ruleSet)
    .where('person_id', 'in', (s) =>
      s
        .selectFrom('person')
        .where((w) =>
          w.or([
            w('appointed_on', '>', on),
            ...(year >= yearOf(today) ? [w('status_code', 'in', inactiveStatusCodes)] : []),
          ]),
        )
        .select('person.id'),
    )
    .execute()
}

/** Kept results in the order of persons, for checking them. */
export async function keptAfter(db: Db, { year, ruleSet }: Run, after: PersonId, limit: number) {
  const rows = await db
    .selectFrom('index_result')
    .where('year', '=', year)
    .where('rule_set', '=', ruleSet)
    .where('person_id', '>', after)
    .select(['person_id as personId', 'on_day as on', 'not_measured_because as because', 'facts'])
    .select(counted)
    .orderBy('person_id')
    .limit(limit)
    .execute()
  return rows.map(({ qualification, competency, performance, discipline, total, ...row }) => ({
    ...row,
    scores: { qualification, competency, performance, discipline, total },
  }))
}

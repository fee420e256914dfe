import { sql } from 'kysely'
import type { Day } from '../../../shared/dates.ts'
import type { PersonId, PostId, UnitId } from '../../../shared/ids.ts'
import type { Db } from '../../../platform/db/open.ts'
import { inactiveStatusCodes } from '../../people/status/rules.ts'
import type { Rating } from '../assessment/rules.ts'
import type { CompetencyCode, Level } from '../rules.ts'
import type { PostRequirement, RegisterPost } from '../standards/rules.ts'
import type { Gap } from './rules.ts'
import '../tables.ts'

/** Any number: it only has to differ from the other locks of the house (7001 audit, 7002 tests). */
const lock = 7101

/**
 * From here to the end of the transaction nobody else writes gaps. Sums are read, changed and written back, and a
 * rating that another transaction has not committed yet would be missing from the gap computed beside it.
 */
export const takeGapLock = (db: Db) => sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(db)

export interface PersonInPost {
  personId: PersonId
  unitId: UnitId | null
  postId: PostId | null
  kind: RegisterPost['kind'] | null
  echelonCode: string | null
  functionalLevel: string | null
}

/** Persons at work, in the order of their numbers. Who has left keeps their ratings and has no gaps. */
const personsAtWork = (db: Db) =>
  db
    .selectFrom('person')
    .leftJoin('post', 'post.id', 'person.post_id')
    .where('person.status_code', 'not in', inactiveStatusCodes)
    .select([
      'person.id as personId',
      'person.unit_id as unitId',
      'person.post_id as postId',
      'post.kind',
      'post.echelon_code as echelonCode',
      'post.functional_level as functionalLevel',
    ])
    .orderBy('person.id')

export const personsAtWorkAfter = (db: Db, after: PersonId, limit: number): Promise<PersonInPost[]> =>
  personsAtWork(db).where('person.id', '>', after).limit(limit).execute()

export const personsAtWorkAmong = (db: Db, ids: readonly PersonId[]): Promise<PersonInPost[]> =>
  personsAtWork(db).where('person.id', 'in', ids).execute()

export const countAtWork = async (db: Db): Promise<number> =>
  (
    await db
      .selectFrom('person')
      .where('status_code', 'not in', inactiveStatusCodes)
      .select((s) => s.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

/** The latest rating per rater and competency on a day: all that `standingRatings` would keep, without the history behind it. */
export async function latestRatings(
  db: Db,
  ids: readonly PersonId[],
  on: Day,
): Promise<(Rating & { personId: PersonId })[]> {
  const { rows } = await sql<Rating & { personId: PersonId }>`
    select distinct on (person_id, competency_code, rater_kind, rater_person_id)
      person_id as "personId", competency_code as competency, level, rater_kind as "raterKind",
      rater_person_id as "raterPersonId", assessed_on as "on", coalesce(note, '') as note
    from assessment
    where person_id = any(${ids}) and assessed_on <= ${on}
    order by person_id, competency_code, rater_kind, rater_person_id, assessed_on desc, id desc`.execute(db)
  return rows
}

/** What single posts require on a day. A requirement without a level was withdrawn: the table applies again. */
export async function requirementsOn(
  db: Db,
  posts: readonly PostId[],
  on: Day,
): Promise<(PostRequirement & { postId: PostId })[]> {
  if (posts.length === 0) return []
  const rows = await db
    .selectFrom('post_standard')
    .where('post_id', 'in', posts)
    .where('effective_from', '<=', on)
    .distinctOn(['post_id', 'competency_code'])
    .select(['post_id as postId', 'competency_code as competency', 'level'])
    .orderBy('post_id')
    .orderBy('competency_code')
    .orderBy('effective_from', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.flatMap(({ postId, competency, level }) => (level === null ? [] : [{ postId, competency, level }]))
}

export interface StoredGap {
  personId: PersonId
  unitId: UnitId | null
  competency: CompetencyCode
  gap: number | null
  band: Gap['band']
  certainty: Gap['certainty']
}

/** Takes the gaps of these persons out and says what they were. */
export const removeGaps = (db: Db, ids: readonly PersonId[]): Promise<StoredGap[]> =>
  db
    .deleteFrom('gap')
    .where('person_id', 'in', ids)
    .returning([
      'person_id as personId',
      'unit_id as unitId',
      'competency_code as competency',
      'gap',
      'band',
      'certainty',
    ])
    .execute()

export const removeGapsOfLeavers = (db: Db) =>
  db
    .deleteFrom('gap')
    .where('person_id', 'in', (s) =>
      s.selectFrom('person').where('status_code', 'in', inactiveStatusCodes).select('person.id'),
    )
    .execute()

export type NewGap = StoredGap & {
  required: Level
  level: Level | null
  low: number | null
  high: number | null
  raterKind: Rating['raterKind'] | null
}

const rowsAtOnce = 5000

export async function insertGaps(db: Db, gaps: readonly NewGap[], on: Day, basis: string): Promise<void> {
  for (let start = 0; start < gaps.length; start += rowsAtOnce)
    await sql`
      insert into gap (person_id, competency_code, unit_id, required, level, gap, band, low, high, certainty, rater_kind,
        computed_on, rule_set)
      select g."personId", g.competency, g."unitId", g.required, g.level, g.gap, g.band, g.low, g.high, g.certainty,
        g."raterKind", ${on}::date, ${basis}::text
      from jsonb_to_recordset(${JSON.stringify(gaps.slice(start, start + rowsAtOnce))}::jsonb) g (
        "personId" integer, competency text, "unitId" integer, required integer, level integer, gap integer, band text,
        low double precision, high double precision, certainty text, "raterKind" text)`.execute(db)
}

import { sql } from 'kysely'
import type { Actor } from '../../../shared/actor.ts'
import type { Day } from '../../../shared/dates.ts'
import type { AccountId, ImportId, PersonId } from '../../../shared/ids.ts'
import type { Db } from '../../../platform/db/open.ts'
import { personsVisibleTo } from '../../people/visible/queries.ts'
import type { CompetencyCode, Level } from '../rules.ts'
import type { RaterKind } from './rules.ts'
import '../tables.ts'

/** The person to be assessed, as far as this actor may know of them. */
export const personToAssess = (db: Db, actor: Actor, personId: PersonId) =>
  personsVisibleTo(db, actor, 'competency.assess')
    .where('person.id', '=', personId)
    .leftJoin('post', 'post.id', 'person.post_id')
    .leftJoin('unit', 'unit.id', 'person.unit_id')
    .select([
      'person.id as personId',
      'person.name',
      'person.supervisor_id as supervisorId',
      'person.post_id as postId',
      'post.kind',
      'post.echelon_code as echelonCode',
      'post.functional_level as functionalLevel',
      'post.title as postTitle',
      'unit.name as unitName',
    ])
    .executeTakeFirst()

export const personExists = async (db: Db, personId: PersonId): Promise<boolean> =>
  (await db.selectFrom('person').where('id', '=', personId).select('id').executeTakeFirst()) !== undefined

/** What one rater last said about one person, per competency. */
export const previousOf = (db: Db, personId: PersonId, kind: RaterKind, raterId: PersonId) =>
  db
    .selectFrom('assessment')
    .where('person_id', '=', personId)
    .where('rater_kind', '=', kind)
    .where('rater_person_id', '=', raterId)
    .distinctOn('competency_code')
    .select(['competency_code as competency', 'level', 'assessed_on as on', sql<string>`coalesce(note, '')`.as('note')])
    .orderBy('competency_code')
    .orderBy('assessed_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

export interface NewRating {
  personId: PersonId
  competency: CompetencyCode
  level: Level
  raterKind: RaterKind
  raterPersonId: PersonId | null
  on: Day
  note: string | null
  recordKey: string
  source: 'national' | 'local'
  importId: ImportId | null
}

/** Adds ratings; one that is already there under its key is left as it is. Answers the persons who got a new one. */
export async function addRatings(
  db: Db,
  ratings: readonly NewRating[],
  accountId: AccountId | null,
): Promise<PersonId[]> {
  if (ratings.length === 0) return []
  const { rows } = await sql<{ personId: PersonId }>`
    insert into assessment (person_id, competency_code, level, rater_kind, rater_person_id, assessed_on, note, record_key,
      source, import_id, account_id)
    select r."personId", r.competency, r.level, r."raterKind", r."raterPersonId", r."on", nullif(r.note, ''), r."recordKey",
      r.source, r."importId", ${accountId}::integer
    from jsonb_to_recordset(${JSON.stringify(ratings)}::jsonb) r (
      "personId" integer, competency text, level integer, "raterKind" text, "raterPersonId" integer, "on" date, note text,
      "recordKey" text, source text, "importId" integer)
    on conflict (person_id, record_key) do nothing
    returning person_id as "personId"`.execute(db)
  return rows.map((row) => row.personId)
}

/** All ratings of one person that the actor may see; nothing when the person is out of reach. */
export async function ratingsEver(
  db: Db,
  actor: Actor,
  filter: { personId: PersonId; competency?: string | undefined; limit: number; offset: number },
) {
  const matching = personsVisibleTo(db, actor, 'competency.read')
    .where('person.id', '=', filter.personId)
    .innerJoin('assessment', 'assessment.person_id', 'person.id')
    .$if(filter.competency !== undefined, (q) => q.where('assessment.competency_code', '=', filter.competency!))
  const rows = await matching
    .leftJoin('person as rater', 'rater.id', 'assessment.rater_person_id')
    .select([
      'assessment.id as assessmentId',
      'assessment.competency_code as competency',
      'assessment.level',
      'assessment.rater_kind as raterKind',
      'rater.name as raterName',
      'assessment.assessed_on as on',
      sql<string>`coalesce(assessment.note, '')`.as('note'),
      'assessment.source',
      'assessment.recorded_at as recordedAt',
    ])
    .orderBy('assessment.assessed_on', 'desc')
    .orderBy('assessment.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const { total } = await matching.select((s) => s.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

export const isVisible = async (db: Db, actor: Actor, personId: PersonId): Promise<boolean> =>
  (await personsVisibleTo(db, actor, 'competency.read')
    .where('person.id', '=', personId)
    .select('person.id')
    .executeTakeFirst()) !== undefined

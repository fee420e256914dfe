import type { Expression, SqlBool } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import type { Day } from '../../../shared/dates.ts'
import type { PersonId, UnitId } from '../../../shared/ids.ts'
import type { Employment, FunctionalLevel, PostKind } from '../../people/record/rules.ts'
import { inactiveStatusCodes } from '../../people/status/rules.ts'
import type { AppraisalRecord, EducationRecord, PostingRecord, SanctionRecord, TrainingRecord } from './rules.ts'
import '../../people/tables.ts'

export interface PersonAtWork {
  personId: PersonId
  unitId: UnitId | null
  employment: Employment
  statusCode: string
  educationCode: string | null
  appointedOn: Day | null
  postSinceOn: Day | null
  postKind: PostKind | null
  postTitle: string | null
  echelonCode: string | null
  functionalLevel: FunctionalLevel | null
}

const personsAtWork = (db: Db) =>
  db
    .selectFrom('person')
    .leftJoin('post', 'post.id', 'person.post_id')
    .where('person.status_code', 'not in', inactiveStatusCodes)
    .select([
      'person.id as personId',
      'person.unit_id as unitId',
      'person.employment',
      'person.status_code as statusCode',
      'person.education_code as educationCode',
      'person.appointed_on as appointedOn',
      'person.post_since_on as postSinceOn',
      'post.kind as postKind',
      'post.title as postTitle',
      'post.echelon_code as echelonCode',
      'post.functional_level as functionalLevel',
    ])
    .orderBy('person.id')

export const personsAtWorkAfter = (db: Db, after: PersonId, limit: number): Promise<PersonAtWork[]> =>
  personsAtWork(db).where('person.id', '>', after).limit(limit).execute()

export const personsAtWorkAmong = (db: Db, ids: readonly PersonId[]): Promise<PersonAtWork[]> =>
  personsAtWork(db).where('person.id', 'in', ids).execute()

export async function countAtWork(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('person')
    .where('status_code', 'not in', inactiveStatusCodes)
    .select((s) => s.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

type Owned<R> = R & { personId: PersonId }

/** The histories of some persons, by person: one query per table, with the columns the index reads. */
export interface Histories {
  education: Map<PersonId, Owned<EducationRecord>[]>
  training: Map<PersonId, Owned<TrainingRecord>[]>
  appraisals: Map<PersonId, Owned<AppraisalRecord>[]>
  sanctions: Map<PersonId, Owned<SanctionRecord>[]>
  postings: Map<PersonId, Owned<PostingRecord>[]>
}

export async function historiesOf(
  db: Db,
  persons: readonly PersonAtWork[],
  { appraisalYears, earliestOn, latestOn }: { appraisalYears: readonly number[]; earliestOn: Day; latestOn: Day },
): Promise<Histories> {
  const ids = persons.map((person) => person.personId)
  // Who has held a known post all the time needs no history of posts.
  const moved = persons.filter((p) => p.postKind === null || (p.postSinceOn !== null && p.postSinceOn > earliestOn))
  return {
    education: byPerson(
      await db
        .selectFrom('education')
        .where('person_id', 'in', ids)
        .select(['person_id as personId', 'id as key', 'level_code as levelCode', 'name', 'year'])
        .select('graduated_on as graduatedOn')
        .orderBy('id')
        .execute(),
    ),
    training: byPerson(
      await db
        .selectFrom('training')
        .where('person_id', 'in', ids)
        .select(['person_id as personId', 'id as key', 'kind', 'name', 'type_code as typeCode', 'hours', 'year'])
        .select(['structural_code as structuralCode', 'certificate_class as certificateClass'])
        .select(['started_on as startedOn', 'ended_on as endedOn'])
        .orderBy('id')
        .execute(),
    ),
    appraisals: byPerson(
      await db
        .selectFrom('appraisal')
        .where('person_id', 'in', ids)
        .where('year', 'in', appraisalYears)
        .select(['person_id as personId', 'id as key', 'year', 'result', 'behaviour', 'predicate', 'value'])
        .orderBy('id')
        .execute(),
    ),
    sanctions: byPerson(
      await db
        .selectFrom('sanction')
        .where('person_id', 'in', ids)
        .where('since_on', '<=', latestOn)
        .select(['person_id as personId', 'id as key', 'type_code as typeCode', 'level', 'since_on as sinceOn'])
        .select('revoked_on as revokedOn')
        .orderBy('id')
        .execute(),
    ),
    postings: byPerson(
      moved.length === 0
        ? []
        : await db
            .selectFrom('posting')
            .where((w): Expression<SqlBool> =>
              w(
                'person_id',
                'in',
                moved.map((person) => person.personId),
              ),
            )
            .where('since_on', '<=', latestOn)
            .select(['person_id as personId', 'post_kind as postKind', 'title', 'echelon_code as echelonCode'])
            .select('since_on as sinceOn')
            .execute(),
    ),
  }
}

const byPerson = <R extends { personId: PersonId }>(rows: readonly R[]): Map<PersonId, R[]> =>
  Map.groupBy(rows, (row) => row.personId)

import { sql } from 'kysely'
import type { PersonId, ProgrammeId, UnitId } from '../../../../shared/ids.ts'
import type { Db } from '../../../../platform/db/open.ts'
import type { Employment } from '../../../people/record/rules.ts'
import { inactiveStatusCodes } from '../../../people/status/rules.ts'
import type { CompetencyCode } from '../../../competency/rules.ts'
import type { PlanPin } from '../pin/rules.ts'

const inactive = sql.join(inactiveStatusCodes.map((code) => sql.lit(code)))

/** Everybody at work who belongs to an office: a unit directly below the city. */
export async function colleaguesAtWork(db: Db) {
  const { rows } = await sql<{
    personId: PersonId
    officeId: UnitId
    sex: string
    gradeCode: string | null
    employment: Employment
    postKind: string | null
    echelonCode: string | null
    functionalLevel: string | null
  }>`
    select p.id as "personId", o.id as "officeId", p.sex, p.grade_code as "gradeCode", p.employment,
      post.kind as "postKind", post.echelon_code as "echelonCode", post.functional_level as "functionalLevel"
    from person p
    join unit_tree t on t.unit_id = p.unit_id
    join unit o on o.id = t.ancestor_id
    join unit root on root.id = o.parent_id and root.parent_id is null
    left join post on post.id = p.post_id
    where p.status_code not in (${inactive})
    order by p.id`.execute(db)
  return rows
}

/** Gaps of one level or more, of whoever is at work. */
export const openGaps = (db: Db) =>
  db
    .selectFrom('gap')
    .where('gap', '>=', 1)
    .select(['person_id as personId', 'competency_code as competency', 'required', 'level'])
    .orderBy('person_id')
    .orderBy('competency_code')
    .execute() as Promise<{ personId: PersonId; competency: CompetencyCode; required: number; level: number }[]>

/** Lesson hours of the trainings of a year, counted where each ended, else where it began, else where it says. */
export async function hoursIn(db: Db, year: number): Promise<Map<PersonId, number>> {
  const { rows } = await sql<{ personId: PersonId; hours: number }>`
    select person_id as "personId", sum(hours)::int as hours from training
    where coalesce(extract(year from coalesce(ended_on, started_on))::int, year) = ${year} and hours is not null
    group by person_id`.execute(db)
  return new Map(rows.map(({ personId, hours }) => [personId, hours]))
}

/** Who has finished which programme in the years before, by the name it was taught under. */
export async function finishedProgrammes(db: Db, since: number): Promise<Map<PersonId, ProgrammeId[]>> {
  const { rows } = await sql<{ personId: PersonId; programmes: ProgrammeId[] }>`
    select t.person_id as "personId", array_agg(distinct p.id) as programmes
    from training t join programme p on lower(p.name) = lower(t.name)
    where coalesce(extract(year from coalesce(t.ended_on, t.started_on))::int, t.year) >= ${since}
    group by t.person_id`.execute(db)
  return new Map(rows.map(({ personId, programmes }) => [personId, programmes]))
}

export const offersTaught = (db: Db) =>
  db
    .selectFrom('programme')
    .where('retired_on', 'is', null)
    .select([
      'id as programmeId',
      'lesson_hours as hours',
      'weeks',
      'online',
      'category',
      'fixed_rupiah as fixedRupiah',
      'seat_rupiah as seatRupiah',
      'min_seats as minSeats',
      'max_seats as maxSeats',
      'most_sessions as mostSessions',
      'audience',
      'prerequisite_id as prerequisiteId',
    ])
    .orderBy('id')
    .execute()

export const effectsTaught = (db: Db) =>
  db
    .selectFrom('programme_effect as e')
    .innerJoin('programme as p', 'p.id', 'e.programme_id')
    .where('p.retired_on', 'is', null)
    .select([
      'e.programme_id as programmeId',
      'e.competency_code as competency',
      'e.target_level as targetLevel',
      'e.gain',
      'e.standard_error as standardError',
      'e.source',
      'e.basis',
    ])
    .orderBy('e.programme_id')
    .orderBy('e.competency_code')
    .execute()

export const pinsOf = (db: Db, planId: number): Promise<PlanPin[]> =>
  db
    .selectFrom('plan_pin')
    .where('plan_id', '=', planId as never)
    .select(['programme_id as programmeId', 'person_id as personId', 'first_week as firstWeek', 'wish'])
    .orderBy('id')
    .execute()

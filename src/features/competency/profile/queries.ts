import { sql } from 'kysely'
import type { Actor } from '../../../shared/actor.ts'
import type { Day } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Db } from '../../../platform/db/open.ts'
import { personsVisibleTo } from '../../people/visible/queries.ts'
import type { Rating } from '../assessment/rules.ts'
import type { CompetencyCode, Level } from '../rules.ts'
import '../tables.ts'

interface OwnRequirement {
  competency: CompetencyCode
  level: Level | null
  legalBasis: string
}

/** The person with the post and what the post alone requires on the day; undefined when the actor may not see them. */
export const personInPost = (db: Db, actor: Actor, personId: PersonId, on: Day) =>
  personsVisibleTo(db, actor, 'competency.read')
    .where('person.id', '=', personId)
    .leftJoin('post', 'post.id', 'person.post_id')
    .leftJoin('unit', 'unit.id', 'person.unit_id')
    .select([
      'person.id as personId',
      'person.name',
      'person.nip',
      'person.supervisor_id as supervisorId',
      'person.unit_id as unitId',
      'unit.name as unitName',
      'person.post_id as postId',
      'post.title as postTitle',
      'post.kind',
      'post.echelon_code as echelonCode',
      'post.functional_level as functionalLevel',
      sql<OwnRequirement[] | null>`(
        select jsonb_agg(jsonb_build_object('competency', latest.competency_code, 'level', latest.level, 'legalBasis', latest.legal_basis))
        from (
          select distinct on (s.competency_code) s.competency_code, s.level, s.legal_basis from post_standard s
          where s.post_id = person.post_id and s.effective_from <= ${on}
          order by s.competency_code, s.effective_from desc, s.id desc) latest)`.as('ownRequirements'),
    ])
    .executeTakeFirst()

export type ShownRating = Rating & { raterName: string | null; evidence: number }

/** The latest rating per rater and competency with the rater's name and how many ratings there ever were of that competency. */
export async function ratingsShown(db: Db, personId: PersonId, on: Day): Promise<ShownRating[]> {
  const { rows } = await sql<ShownRating>`
    select distinct on (a.competency_code, a.rater_kind, a.rater_person_id)
      a.competency_code as competency, a.level, a.rater_kind as "raterKind", a.rater_person_id as "raterPersonId",
      a.assessed_on as "on", coalesce(a.note, '') as note, r.name as "raterName",
      count(*) over (partition by a.competency_code) as evidence
    from assessment a left join person r on r.id = a.rater_person_id
    where a.person_id = ${personId} and a.assessed_on <= ${on}
    order by a.competency_code, a.rater_kind, a.rater_person_id, a.assessed_on desc, a.id desc`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import type { Actor } from '../../../shared/actor.ts'
import type { Day } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { personsVisibleTo, visibleTo } from '../../people/visible/queries.ts'
import { chosenRuleSet } from '../ruleset/queries.ts'
import '../tables.ts'

export interface OfficialValue {
  year: number
  qualification: number | null
  competency: number | null
  performance: number | null
  discipline: number | null
  total: number
  statedOn: Day | null
  recordedAt: string
}

/** The person, if the actor may see their index, with every official value: the last recorded of each year. */
export function personToShow(db: Db, actor: Actor, personId: PersonId, ruleSet: string | undefined) {
  return personsVisibleTo(db, actor, 'index.read')
    .where('person.id', '=', personId)
    .leftJoin('unit', 'unit.id', 'person.unit_id')
    .leftJoin('post', 'post.id', 'person.post_id')
    .select([
      'person.id as personId',
      'person.nip',
      'person.name',
      'person.unit_id as unitId',
      'unit.name as unitName',
      'post.title as postTitle',
    ])
    .select((eb) => [
      sql<boolean>`${visibleTo(actor, 'people.sanctions')(eb as never)}`.as('sanctionsVisible'),
      chosenRuleSet(ruleSet).as('ruleSet'),
      sql<OfficialValue[]>`coalesce((
        select jsonb_agg(to_jsonb(o) order by o.year) from (
          select distinct on (year) year, qualification, competence as competency, performance, discipline, total,
            stated_on as "statedOn", to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt"
          from index_official where person_id = ${eb.ref('person.id')}
          order by year, stated_on desc nulls last, recorded_at desc
        ) o), '[]')`.as('officials'),
    ])
    .executeTakeFirst()
}

/** The results of one person by one rule set, oldest first; the facts of the year asked for, else of the newest. */
export const resultsOfPerson = (db: Db, personId: PersonId, ruleSet: string, year: number | undefined) =>
  db
    .selectFrom('index_result')
    .where('person_id', '=', personId)
    .where('rule_set', '=', ruleSet)
    .select([
      'year',
      'rule_set_version as version',
      'on_day as on',
      'qualification',
      'competence as competency',
      'performance',
      'discipline',
      'total',
      'category',
      'measured',
      'not_measured_because as because',
      'computed_at as computedAt',
    ])
    .select((eb) =>
      eb
        .case()
        .when(
          'year',
          '=',
          year ??
            eb
              .selectFrom('index_result as newest')
              .where('newest.person_id', '=', personId)
              .where('newest.rule_set', '=', ruleSet)
              .select((s) => s.fn.max('newest.year').as('year')),
        )
        .then(eb.ref('facts'))
        .end()
        .as('facts'),
    )
    .orderBy('year')
    .execute()

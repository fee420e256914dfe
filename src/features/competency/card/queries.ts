import { sql } from 'kysely'
import { addYears, type Day } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { gather } from '../../../platform/db/gather.ts'
import type { Db } from '../../../platform/db/open.ts'
import type { StoredGap } from '../gap/queries.ts'
import type { Level } from '../rules.ts'
import '../tables.ts'

export type OwnGap = StoredGap & {
  required: Level
  level: Level | null
  low: number | null
  high: number | null
  rated: boolean
}

// Whether a rater's own valid rating is among the ratings of the gap's competency.
const rated = (kind: 'self' | 'supervisor', rater: PersonId, on: Day, validityYears: number) => sql<boolean>`exists (
  select from assessment a
  where a.person_id = gap.person_id and a.competency_code = gap.competency_code and a.rater_kind = ${kind}
    and a.rater_person_id = ${rater} and a.assessed_on <= ${on} and a.assessed_on > ${addYears(on, -validityYears)})`

const columns = [
  'gap.person_id as personId',
  'gap.unit_id as unitId',
  'gap.competency_code as competency',
  'gap.required',
  'gap.level',
  'gap.gap',
  'gap.band',
  'gap.low',
  'gap.high',
  'gap.certainty',
] as const

/** The gaps of one person and, for each, whether they have rated themselves. The caller passes the actor's own number. */
export const ownGaps = (db: Db, self: PersonId, on: Day, validityYears: number): Promise<OwnGap[]> =>
  gather(
    db,
    db
      .selectFrom('gap')
      .where('gap.person_id', '=', self)
      .select(columns)
      .select(rated('self', self, on, validityYears).as('rated')),
  )

export type TeamGap = OwnGap & { name: string; postTitle: string | null }

/** The gaps of those whom this person supervises: a team, never a city. */
export const teamGaps = (db: Db, supervisor: PersonId, on: Day, validityYears: number): Promise<TeamGap[]> =>
  gather(
    db,
    db
      .selectFrom('gap')
      .innerJoin('person', 'person.id', 'gap.person_id')
      .leftJoin('post', 'post.id', 'person.post_id')
      .where('person.supervisor_id', '=', supervisor)
      .select(['person.name', 'post.title as postTitle'])
      .select(columns)
      .select(rated('supervisor', supervisor, on, validityYears).as('rated')),
  )

import type { Day } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Db } from '../../../platform/db/open.ts'
import { competencyRulesOn } from '../parameters/queries.ts'
import { precisionRows } from '../precision/queries.ts'
import type { CompetencyCode, Level } from '../rules.ts'
import { type JobKind, standardFor } from '../standards/rules.ts'
import { levelsOf } from './queries.ts'

/** What there is to be good at on a day, the level of confidence that intervals carry, and the error of one rating in levels. */
export async function competenciesAsked(db: Db, on: Day) {
  const { competencies, parameters, basis } = await competencyRulesOn(db, on)
  const errors = new Map((await precisionRows(db)).map((row) => [row.competency, row.standardError]))
  return { competencies, confidenceLevel: parameters.gap.confidenceLevel, errors, basis }
}

export interface GapAgainst {
  personId: PersonId
  competency: CompetencyCode
  required: Level
  level: Level | null
  /** required − level; null where nobody has assessed. */
  gap: number | null
}

/** Each person against the table's standard of another kind of post: the post to be held (PP 11/2017 pasal 206). */
export async function gapsAgainst(
  db: Db,
  aims: readonly { personId: PersonId; jobKind: JobKind }[],
  on: Day,
): Promise<GapAgainst[]> {
  if (aims.length === 0) return []
  const { standards } = await competencyRulesOn(db, on)
  const rows = await levelsOf(
    db,
    aims.map(({ personId }) => personId),
  )
  const levels = new Map(rows.map((row) => [`${row.personId} ${row.competency}`, row.level]))
  return aims.flatMap(({ personId, jobKind }) =>
    standardFor(jobKind, [], standards).map(({ competency, level: required }) => {
      const level = levels.get(`${personId} ${competency}`) ?? null
      return { personId, competency, required, level, gap: level === null ? null : required - level }
    }),
  )
}

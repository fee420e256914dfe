import type { Known, MeasurementError } from '../agreement/rules.ts'
import { type Rating, standingRatings } from '../assessment/rules.ts'
import { type Gap, gapOf } from '../gap/rules.ts'
import { type JobPersonMatch, jobPersonMatch } from '../match/rules.ts'
import type { CompetencyRules } from '../parameters/rules.ts'
import type { CompetencyCode, Level } from '../rules.ts'
import {
  type JobKind,
  jobKindOfPost,
  type PostRequirement,
  type RegisterPost,
  type RequiredLevel,
  standardFor,
} from '../standards/rules.ts'

/** What is known of one person: the post, what it alone requires, and every rating in the order it was written. */
export interface Assessed<R extends Rating = Rating> {
  post: RegisterPost | null
  requirements: readonly PostRequirement[]
  ratings: readonly R[]
}

export interface Profile<R extends Rating = Rating> {
  jobKind: JobKind | undefined
  standard: RequiredLevel[]
  standing: R[]
  expired: R[]
  gaps: Gap[]
  match: JobPersonMatch
}

export type PrecisionTable = ReadonlyMap<CompetencyCode, Known<MeasurementError>>

const neverMeasured: Known<MeasurementError> = { known: false, reason: 'too-few-targets', targets: 0 }

/** Everything that is said of one person on a day. The stored gaps and the profile both come from here, so they cannot differ. */
export function profileOf<R extends Rating>(
  { post, requirements, ratings }: Assessed<R>,
  { standards, parameters, on }: Pick<CompetencyRules, 'standards' | 'parameters' | 'on'>,
  precision: PrecisionTable,
): Profile<R> {
  const jobKind = post ? jobKindOfPost(post, standards) : undefined
  const standard = post ? standardFor(jobKind, requirements, standards) : []
  const { standing, expired } = standingRatings(ratings, on, parameters.assessment)
  const gaps = standard.map((required) =>
    gapOf(required, standing, parameters, precision.get(required.competency) ?? neverMeasured),
  )
  const levels: Partial<Record<CompetencyCode, Level>> = {}
  for (const gap of gaps) if (gap.level !== null) levels[gap.competency] = gap.level
  const match = jobPersonMatch(levels, standard, { ...parameters.jobPersonMatch, ...(jobKind ? { jobKind } : {}) })
  return { jobKind, standard, standing, expired, gaps, match }
}

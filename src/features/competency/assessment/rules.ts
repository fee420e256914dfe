import { addYears, type Day } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { CompetencyCode, Level } from '../rules.ts'

export const raterKinds = ['self', 'supervisor', 'assessor', 'centre'] as const
export type RaterKind = (typeof raterKinds)[number]

/** One rater's judgement of one person on one competency. Written once, never changed: a later one stands in its place. */
export interface Rating {
  competency: CompetencyCode
  level: Level
  raterKind: RaterKind
  /** Null for an assessment centre, which judges as an institution. */
  raterPersonId: PersonId | null
  on: Day
  note: string
}

export interface AssessmentParameters {
  /** Kinds of rater, the weightiest first. */
  authority: readonly RaterKind[]
  /** How long a rating counts, in years; it no longer counts on its anniversary. */
  validityYears: number
}

export interface Standing<R extends Rating = Rating> {
  standing: R[]
  /** The latest rating of a rater who has no valid one left: shown, with the advice to assess again, but not counted. */
  expired: R[]
}

/**
 * Of one person's ratings, in the order they were written, the latest per rater and competency on a day. Of two on the same
 * day the one written later counts; ratings of a later day do not exist yet. One person who rates in two roles is two raters.
 */
export function standingRatings<R extends Rating>(
  ratings: readonly R[],
  on: Day,
  parameters: Pick<AssessmentParameters, 'validityYears'>,
): Standing<R> {
  const latest = new Map<string, R>()
  for (const rating of ratings) {
    if (rating.on > on) continue
    const key = `${rating.competency} ${rating.raterKind} ${rating.raterPersonId ?? ''}`
    const before = latest.get(key)
    if (!before || before.on <= rating.on) latest.set(key, rating)
  }
  const isValid = (rating: R) => on < addYears(rating.on, parameters.validityYears)
  const all = [...latest.values()]
  return { standing: all.filter(isValid), expired: all.filter((rating) => !isValid(rating)) }
}

export interface LevelOfRecord<R extends Rating = Rating> {
  record: R
  /** Every other standing rating; kept apart and shown, never averaged in. */
  beside: R[]
}

/**
 * The rating that counts for one competency: the weightiest kind of rater; of several of that kind the newest; of several
 * on that day the lowest, so that a need is rather shown than hidden. Undefined when nobody's rating stands.
 * A kind the authority order leaves out weighs least.
 */
export function levelOfRecord<R extends Rating>(
  standing: readonly R[],
  { authority }: Pick<AssessmentParameters, 'authority'>,
): LevelOfRecord<R> | undefined {
  const place = (rating: R) => {
    const at = authority.indexOf(rating.raterKind)
    return at < 0 ? authority.length : at
  }
  const weightier = (a: R, b: R): R => {
    if (place(a) !== place(b)) return place(a) < place(b) ? a : b
    if (a.on !== b.on) return a.on > b.on ? a : b
    return a.level <= b.level ? a : b
  }
  if (standing.length === 0) return undefined
  const record = standing.reduce(weightier)
  return { record, beside: standing.filter((rating) => rating !== record) }
}

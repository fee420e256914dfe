import type { Known, MeasurementError } from '../agreement/rules.ts'
import { levelOfRecord, type RaterKind, type Rating } from '../assessment/rules.ts'
import { type Band, bandOf, type CompetencyCode, type Level } from '../rules.ts'
import type { RequiredLevel } from '../standards/rules.ts'

export const gapBands = ['none', 'low', 'medium', 'high'] as const
export type GapBand = (typeof gapBands)[number]

export const certainties = ['certain', 'likely', 'unclear', 'unassessed'] as const
export type Certainty = (typeof certainties)[number]

/** What keeps a gap from being certain. */
export const doubts = ['interval-crosses', 'raters-disagree', 'self-only', 'precision-unknown', 'nobody-rated'] as const
export type Doubt = (typeof doubts)[number]

export interface GapParameters {
  assessment: { authority: readonly RaterKind[] }
  gap: {
    bands: readonly Band<GapBand>[]
    /** Of the interval shown, 0–1. */
    confidenceLevel: number
    /** Of the narrower interval that makes a finding likely, 0–1. */
    likelyLevel: number
    /** The most that can be said where only the person rated, or where other raters see it the other way. */
    certaintyCeiling: Record<'self-only' | 'raters-disagree', Certainty>
  }
}

export interface Gap {
  competency: CompetencyCode
  required: Level
  requiredFrom: RequiredLevel['from']
  level: Level | null
  /** required − level, in levels: positive is missing, negative is more than required. */
  gap: number | null
  band: GapBand | null
  /** Where the gap lies given the error of one rating, in levels, within what levels 1–5 allow. */
  interval: readonly [low: number, high: number] | null
  /** How sure it is whether there is a gap at all. */
  certainty: Certainty
  doubt: Doubt | null
  /** Every standing rating, kept apart; `ofRecord` marks the one that counts. */
  raters: readonly { rating: Rating; gap: number; ofRecord: boolean }[]
}

/**
 * The gap of one person in one competency from the ratings that stand (see `standingRatings`) and the error of one rating
 * (see `standardErrorOfMeasurement`). Gap = required − level: competency profile against the standard of the post,
 * PP 11/2017 art. 206. Bands, levels of confidence and ceilings come from the parameters (confidence D).
 */
export function gapOf(
  standard: RequiredLevel,
  ratings: readonly Rating[],
  parameters: GapParameters,
  precision: Known<MeasurementError>,
): Gap {
  const { competency, level: required, from: requiredFrom } = standard
  const found = levelOfRecord(
    ratings.filter((rating) => rating.competency === competency),
    parameters.assessment,
  )
  if (!found) {
    const nothing = { level: null, gap: null, band: null, interval: null, raters: [] }
    return { competency, required, requiredFrom, ...nothing, certainty: 'unassessed', doubt: 'nobody-rated' }
  }

  const { record, beside } = found
  const gap = required - record.level
  const raters = [record, ...beside].map((rating) => ({
    rating,
    gap: required - rating.level,
    ofRecord: rating === record,
  }))
  return {
    competency,
    required,
    requiredFrom,
    level: record.level,
    gap,
    band: bandOf(gap, parameters.gap.bands) ?? null,
    interval: precision.known ? intervalOf(gap, required, precision.value, parameters.gap.confidenceLevel) : null,
    ...certaintyOf(gap, raters, parameters.gap, precision),
    raters,
  }
}

function intervalOf(gap: number, required: Level, error: MeasurementError, confidence: number): [number, number] {
  const half = zOf(confidence) * error.standardError
  return [Math.max(required - 5, gap - half), Math.min(required - 1, gap + half)]
}

function certaintyOf(
  gap: number,
  raters: Gap['raters'],
  { bands, confidenceLevel, likelyLevel, certaintyCeiling }: GapParameters['gap'],
  precision: Known<MeasurementError>,
): { certainty: Certainty; doubt: Doubt | null } {
  if (!precision.known) return { certainty: 'unclear', doubt: 'precision-unknown' }
  // Levels are whole steps: the true gap counts as one from halfway to the smallest gap that has a band.
  const smallest = Math.min(...bands.flatMap((band) => (band.atLeast === null ? [] : [band.atLeast])))
  const distance = Math.abs(gap - (smallest - 0.5))
  const clears = (confidence: number) => distance > zOf(confidence) * precision.value.standardError
  const measured: Certainty = clears(confidenceLevel) ? 'certain' : clears(likelyLevel) ? 'likely' : 'unclear'

  const doubt = doubtOf(gap, raters, smallest)
  const ceiling = doubt === null ? 'certain' : certaintyCeiling[doubt]
  if (certainties.indexOf(measured) < certainties.indexOf(ceiling)) return { certainty: ceiling, doubt }
  return { certainty: measured, doubt: measured === 'certain' ? null : 'interval-crosses' }
}

/** Others than the person who see it the other way weigh; the person's own view of it does not unsettle an assessor's. */
function doubtOf(gap: number, raters: Gap['raters'], smallest: number): 'self-only' | 'raters-disagree' | null {
  const others = raters.filter(({ rating }) => rating.raterKind !== 'self')
  if (others.length === 0) return 'self-only'
  return others.some((other) => other.gap >= smallest !== gap >= smallest) ? 'raters-disagree' : null
}

/** How many standard errors a two-sided interval reaches to each side, for a level of confidence between 0 and 1. */
export const zOf = (confidence: number): number => normalQuantile((1 + confidence) / 2)

/** The standard normal quantile for 0.5 ≤ p < 1, to nine digits. Source: P. J. Acklam's rational approximation. */
function normalQuantile(p: number): number {
  const central = p <= 0.97575
  const q = central ? p - 0.5 : Math.sqrt(-2 * Math.log(1 - p))
  const x = central ? q * q : q
  const polynomial = (coefficients: readonly number[]) => coefficients.reduce((total, c) => total * x + c, 0)
  return central
    ? (q * polynomial(centreTop)) / polynomial(centreBottom)
    : -polynomial(tailTop) / polynomial(tailBottom)
}

const centreTop = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
]
const centreBottom = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
]
const tailTop = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
]
const tailBottom = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1]

import type { UnitId } from '../../../shared/ids.ts'
import type { CompetencyCode } from '../rules.ts'
import { type Certainty, certainties, type Gap, type GapBand, gapBands } from '../gap/rules.ts'

/**
 * What a group of gaps adds up to, in whole numbers only, so that units can be added up a tree in any order with the same
 * result. A gap is one person in one competency.
 */
export interface GapSummary {
  gaps: number
  bands: Record<GapBand, number>
  certainty: Record<Certainty, number>
  /** Sum of the assessed gaps, surpluses subtracting. In levels. */
  gapSum: number
  /** Sum of what is missing alone: one person's surplus does not fill another's shortage. In levels. */
  shortageSum: number
}

const zeros = <K extends string>(keys: readonly K[]) => Object.fromEntries(keys.map((k) => [k, 0])) as Record<K, number>
const added = <K extends string>(keys: readonly K[], a: Record<K, number>, b: Record<K, number>) =>
  Object.fromEntries(keys.map((k) => [k, a[k] + b[k]])) as Record<K, number>

export const emptySummary = (): GapSummary => ({
  gaps: 0,
  bands: zeros(gapBands),
  certainty: zeros(certainties),
  gapSum: 0,
  shortageSum: 0,
})

/** The summary of a group of gaps. */
export function summariseGaps(list: Iterable<Pick<Gap, 'gap' | 'band' | 'certainty'>>): GapSummary {
  const summary = emptySummary()
  for (const { gap, band, certainty } of list) {
    summary.gaps += 1
    summary.certainty[certainty] += 1
    if (band !== null) summary.bands[band] += 1
    summary.gapSum += gap ?? 0
    summary.shortageSum += Math.max(0, gap ?? 0)
  }
  return summary
}

/** Two groups as one. Associative and commutative; `emptySummary()` changes nothing. */
export const mergeSummaries = (a: GapSummary, b: GapSummary): GapSummary => ({
  gaps: a.gaps + b.gaps,
  bands: added(gapBands, a.bands, b.bands),
  certainty: added(certainties, a.certainty, b.certainty),
  gapSum: a.gapSum + b.gapSum,
  shortageSum: a.shortageSum + b.shortageSum,
})

export interface SummaryFigures {
  assessed: number
  /** Those whose gap has a band other than none. */
  withGap: number
  /** Of the assessed, 0–1; null when nobody was assessed. */
  shareWithGap: number | null
  /** 0–1; null for an empty group. */
  shareUnassessed: number | null
  /** In levels, over the assessed; null when nobody was assessed, never zero. */
  meanGap: number | null
  meanShortage: number | null
}

/** The shares and means of a summary: computed last, once everything is added up. */
export function figuresOf({ gaps, bands, certainty, gapSum, shortageSum }: GapSummary): SummaryFigures {
  const assessed = gaps - certainty.unassessed
  const withGap = bands.low + bands.medium + bands.high
  return {
    assessed,
    withGap,
    shareWithGap: assessed === 0 ? null : withGap / assessed,
    shareUnassessed: gaps === 0 ? null : certainty.unassessed / gaps,
    meanGap: assessed === 0 ? null : gapSum / assessed,
    meanShortage: assessed === 0 ? null : shortageSum / assessed,
  }
}

/** What remains when a part is taken out again: `subtractSummaries(mergeSummaries(a, b), b)` is `a`. */
export const subtractSummaries = (whole: GapSummary, part: GapSummary): GapSummary =>
  mergeSummaries(whole, {
    gaps: -part.gaps,
    bands: negated(gapBands, part.bands),
    certainty: negated(certainties, part.certainty),
    gapSum: -part.gapSum,
    shortageSum: -part.shortageSum,
  })

const negated = <K extends string>(keys: readonly K[], a: Record<K, number>) =>
  Object.fromEntries(keys.map((k) => [k, -a[k]])) as Record<K, number>

/** The summaries of one unit, by competency. */
export type UnitSummaries = Map<CompetencyCode, GapSummary>

/** Each unit with everything below it, from what each unit has on its own and every unit's ancestors, itself included. */
export function rollUp(
  own: Iterable<{ unitId: UnitId; competency: CompetencyCode; summary: GapSummary }>,
  ancestorsOf: ReadonlyMap<UnitId, readonly UnitId[]>,
): Map<UnitId, UnitSummaries> {
  const totals = new Map<UnitId, UnitSummaries>()
  for (const { unitId, competency, summary } of own)
    for (const ancestor of ancestorsOf.get(unitId) ?? []) {
      const unit = totals.get(ancestor) ?? new Map<CompetencyCode, GapSummary>()
      unit.set(competency, mergeSummaries(unit.get(competency) ?? emptySummary(), summary))
      totals.set(ancestor, unit)
    }
  return totals
}

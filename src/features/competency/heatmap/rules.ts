import type { CompetencyCode } from '../rules.ts'
import { emptySummary, figuresOf, type GapSummary, mergeSummaries, subtractSummaries } from '../summary/rules.ts'

export type Summaries = Readonly<Record<CompetencyCode, GapSummary>>

/** The figures of one field of the heat map. */
export function cellOf(competency: CompetencyCode, summary: GapSummary) {
  const { assessed, withGap, shareWithGap, meanGap, meanShortage } = figuresOf(summary)
  const unclear = summary.certainty.unclear
  return { competency, persons: summary.gaps, assessed, withGap, shareWithGap, meanGap, meanShortage, unclear }
}

/** The fields of one row, in the order of the competencies; a competency that nobody there needs has none. */
export const cellsOf = (summaries: Summaries, order: readonly CompetencyCode[]) =>
  order.flatMap((code) => {
    const summary = summaries[code]
    return summary && summary.gaps > 0 ? [cellOf(code, summary)] : []
  })

/** Several units as one. */
export function together(units: readonly Summaries[]): Summaries {
  const merged: Record<CompetencyCode, GapSummary> = {}
  for (const unit of units)
    for (const [code, summary] of Object.entries(unit))
      merged[code] = mergeSummaries(merged[code] ?? emptySummary(), summary)
  return merged
}

/** What a unit has beyond the units below it: its own persons, without reading a single one. */
export function ownPart(whole: Summaries, below: readonly Summaries[]): Summaries {
  const parts = together(below)
  return Object.fromEntries(
    Object.entries(whole).map(([code, summary]) => [code, subtractSummaries(summary, parts[code] ?? emptySummary())]),
  )
}

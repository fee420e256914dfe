import type { CompetencyCode, Confidence } from '../../competency/rules.ts'
import type { VoiceSource } from '../need/rules.ts'

interface Founded {
  confidence: Confidence
  source: string
}

/** The editable numbers of planning; none of them is law (confidence D), the law asks for the analyses, not for weights. */
export interface PlanningParameters {
  ruleSet: string
  criticality: Founded & { usual: number; competencies: Readonly<Record<CompetencyCode, number>> }
  /** A normal prior of a programme's effect in standard deviations, how much of it lasts, and what one is in levels. */
  effect: Founded & { priorMean: number; priorSpread: number; persistence: number; levelsPerStandardDeviation: number }
  need: Founded & { sourceWeights: Readonly<Record<VoiceSource, number>>; smallestGroup: number }
  plan: Founded & {
    awayShare: number
    fairShare: number
    rooms: number
    price: { hours: number; fairness: number; seats: number; ceiling: number }
    seconds: number
  }
}

/** How much a competency matters in the work, 1 to 3. */
export const criticalityOf = ({ criticality }: PlanningParameters, competency: CompetencyCode): number =>
  criticality.competencies[competency] ?? criticality.usual

/**
 * The gain in levels that a plan may count on: the stated gain drawn towards what programmes usually achieve, the more the less
 * surely it is known (posterior mean of a normal prior), times what lasts. Only a gain that was never measured or stated is the prior itself.
 */
export function expectedGain(
  { effect }: PlanningParameters,
  stated: { gain: number; standardError: number } | undefined,
): number {
  const mean = effect.priorMean * effect.levelsPerStandardDeviation
  const spread = (effect.priorSpread * effect.levelsPerStandardDeviation) ** 2
  const variance = stated ? stated.standardError ** 2 : Number.POSITIVE_INFINITY
  const posterior =
    stated === undefined
      ? mean
      : variance === 0
        ? stated.gain
        : (spread * stated.gain + variance * mean) / (spread + variance)
  return posterior * effect.persistence
}

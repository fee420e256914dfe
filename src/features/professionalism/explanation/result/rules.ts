import type { Day } from '../../../../shared/dates.ts'
import type { RecordKey } from '../../facts/rules.ts'
import type { Reason } from '../../reason/rules.ts'
import type { Category, Grounds, IndicatorName } from '../../ruleset/rules.ts'
import type { Scores } from '../../scoring/rules.ts'

/** A record behind a score: where it is found again and a short label. `key` is null for the main data. */
export interface Evidence extends Reason {
  kind: 'person' | 'education' | 'training' | 'appraisal' | 'sanction'
  key: RecordKey | null
}

export const dimensions = ['qualification', 'competency', 'performance', 'discipline'] as const
export type Dimension = (typeof dimensions)[number]

/** What would change a score, with the points it would add. */
export interface Gain extends Reason {
  points: number
}

export interface IndicatorResult extends Grounds {
  indicator: IndicatorName | 'education' | 'post' | 'appraisal' | 'sanction'
  points: number
  max: number
  /** What the regulation asks. */
  rule: Reason
  /** What was found, or what is missing. */
  found: Reason
  /** The records that earned the points, or that cost them. */
  evidence: Evidence[]
  wouldGain: Gain[]
}

export interface DimensionResult {
  dimension: Dimension
  score: number
  max: number
  indicators: IndicatorResult[]
}

export interface IndexResult {
  ruleSet: string
  version: number
  on: Day
  scores: Scores
  category: Category
  /** False where the person is outside the measured population; the scores are worked out all the same. */
  measured: boolean
  unmeasured: (Reason & Grounds) | null
  dimensions: DimensionResult[]
}

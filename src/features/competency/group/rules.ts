import type { UnitId } from '../../../shared/ids.ts'
import type { CompetencyCode } from '../rules.ts'

/** The gaps of one group in one competency. Sums over the assessed; a surplus does not fill another's shortage. */
export interface GapGroup {
  groupId: UnitId
  competency: CompetencyCode
  persons: number
  assessed: number
  /** With a gap of at least one level, of how many of them that is certain or likely, and how many are marked. */
  withGap: number
  certain: number
  likely: number
  marked: number
  missing: number
  missingSquares: number
  /** How many stand at each level, and of how many each level is required; the first is level 1. */
  levels: readonly number[]
  required: readonly number[]
}

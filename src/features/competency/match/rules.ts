import { type Band, bandOf, type CompetencyCode, type Confidence, type Level } from '../rules.ts'
import type { JobKind, RequiredLevel } from '../standards/rules.ts'

/** The classes of one purpose for one group of posts; agencies have their own. */
export interface MatchScale {
  purpose: string
  /** A name in `jobGroups`, or `default` for every post no other scale of the purpose names. */
  jobGroup: string
  /** Scales that are not adopted are examples and never applied. */
  adopted: boolean
  confidence: Confidence
  legalBasis: string
  categories: readonly Band[]
}

export interface MatchParameters {
  /** Whether a surplus is cut so that it cannot cover a shortage elsewhere; practice does not cut. */
  capAtStandard: boolean
  jobGroups: Readonly<Record<string, readonly JobKind[]>>
  scales: readonly MatchScale[]
}

export interface MatchCategory {
  purpose: string
  category: string
  legalBasis: string
  /** The classes of the scale that was applied, so that a reader sees how far the next one is. */
  scale: Band[]
}

export type JobPersonMatch =
  | { known: true; percent: number; achieved: number; required: number; categories: MatchCategory[] }
  | { known: false; reason: 'no-standard' | 'incomplete'; missing: CompetencyCode[] }

/**
 * Job Person Match in percent: Σ level achieved ÷ Σ level required × 100, over the competencies of the standard, unrounded.
 * Classed for every adopted purpose (filling: MS/MMS/KMS; mapping: O/CO/KO). A competency without a level makes it unknown:
 * a part of the standard is not the match. Source: assessment-centre report forms; classes from Peraturan BRIN 3/2023 art. 33
 * and the JFKK competency-test rule of 2020.
 */
export function jobPersonMatch(
  levels: Readonly<Partial<Record<CompetencyCode, Level>>>,
  standards: readonly RequiredLevel[],
  parameters: MatchParameters & { jobKind?: JobKind },
): JobPersonMatch {
  if (standards.length === 0) return { known: false, reason: 'no-standard', missing: [] }
  const missing: CompetencyCode[] = []
  let achieved = 0
  let required = 0
  for (const standard of standards) {
    const level = levels[standard.competency]
    if (level === undefined) missing.push(standard.competency)
    else achieved += parameters.capAtStandard ? Math.min(level, standard.level) : level
    required += standard.level
  }
  if (missing.length > 0) return { known: false, reason: 'incomplete', missing }
  const percent = (100 * achieved) / required
  return { known: true, percent, achieved, required, categories: matchCategories(percent, parameters) }
}

/** The class of a percentage for every adopted purpose. Classes are half-open and the percentage is never rounded first. */
export function matchCategories(
  percent: number,
  { scales, jobGroups, jobKind }: Pick<MatchParameters, 'scales' | 'jobGroups'> & { jobKind?: JobKind },
): MatchCategory[] {
  const adopted = scales.filter((scale) => scale.adopted)
  return [...new Set(adopted.map((scale) => scale.purpose))].flatMap((purpose) => {
    const ofPurpose = adopted.filter((scale) => scale.purpose === purpose)
    const own = ofPurpose.find((scale) => jobKind !== undefined && jobGroups[scale.jobGroup]?.includes(jobKind))
    const scale = own ?? ofPurpose.find(({ jobGroup }) => jobGroup === 'default')
    const category = scale && bandOf(percent, scale.categories)
    return category ? [{ purpose, category, legalBasis: scale.legalBasis, scale: [...scale.categories] }] : []
  })
}

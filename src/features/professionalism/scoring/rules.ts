import type { IndexFacts } from '../facts/rules.ts'
import type { Category, RuleSet } from '../ruleset/rules.ts'
import { competencyScore } from './competency/rules.ts'
import { disciplineScore } from './discipline/rules.ts'
import type { Measure } from './measure/rules.ts'
import { chosenAppraisal, pointsOnScale } from './performance/rules.ts'
import { highestEducation } from './qualification/rules.ts'

/** Points per dimension and in total, rounded to hundredths; 0 to 100. */
export interface Scores {
  qualification: number
  competency: number
  performance: number
  discipline: number
  total: number
}

/** The scores alone, for computing many persons. `indexOf` gives the same numbers with their reasons. */
export function scoresOf(facts: IndexFacts, measure: Measure): Scores {
  const education = highestEducation(facts, measure)
  const { performance } = measure.ruleSet
  return withTotal({
    qualification: (education !== null && measure.educationPoints.get(education)) || 0,
    competency: competencyScore(facts, measure),
    performance: pointsOnScale(chosenAppraisal(facts, performance.scale, measure), performance.scale),
    discipline: disciplineScore(facts, measure),
  })
}

export const withTotal = (parts: Omit<Scores, 'total'>): Scores => ({
  qualification: parts.qualification,
  competency: parts.competency,
  performance: parts.performance,
  discipline: parts.discipline,
  total: hundredths(parts.qualification + parts.competency + parts.performance + parts.discipline),
})

/** Rounds to two decimals. */
export const hundredths = (value: number): number => Math.round(value * 100) / 100

/** The category of a total or of a mean: the first half-open band below it (Peraturan BKN 8/2019). */
export function categoryOf(total: number, ruleSet: RuleSet): Category {
  const band = ruleSet.categories.bands.find((b) => b.above === null || total > b.above)
  return band?.code ?? 'very-low'
}

export type Unmeasured = 'employment' | 'status' | 'unknown'

/** Why a person is not in the measured population; null when they are. */
export function unmeasuredBecause(facts: IndexFacts, population: RuleSet['population']): Unmeasured | null {
  const { employment, status } = population
  if (facts.employment !== null && !employment.values.includes(facts.employment)) return 'employment'
  if (facts.statusCode !== null && !status.values.includes(facts.statusCode)) return 'status'
  return facts.employment === null || facts.statusCode === null ? 'unknown' : null
}

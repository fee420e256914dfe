import { type Day, yearOf } from '../../../shared/dates.ts'
import type { IndexFacts } from '../facts/rules.ts'
import { factsFor, packFacts, type StoredFacts, unpackFacts } from '../facts/stored/rules.ts'
import type { Category, RuleSet } from '../ruleset/rules.ts'
import { type Measure, measureOf } from '../scoring/measure/rules.ts'
import { categoryOf, type Scores, scoresOf, type Unmeasured, unmeasuredBecause } from '../scoring/rules.ts'

/** What is kept of one person's index: the values, the version that gave them and the facts they come from. */
export interface KeptResult {
  version: number
  on: Day
  scores: Scores
  category: Category
  measured: boolean
  because: Unmeasured | null
  facts: StoredFacts
}

/** One year to compute: the rule set brought to the day the year is measured on. */
export interface Measuring {
  year: number
  measure: Measure
}

export function resultOf(facts: IndexFacts, measure: Measure): KeptResult {
  const scores = scoresOf(facts, measure)
  const because = unmeasuredBecause(facts, measure.ruleSet.population)
  return {
    version: measure.ruleSet.version,
    on: measure.on,
    scores,
    category: categoryOf(scores.total, measure.ruleSet),
    measured: because === null,
    because,
    facts: packFacts(factsFor(facts, measure)),
  }
}

/** Whether the kept facts give the kept values again, under the version of the rule set that gave them. */
export function isReproduced(kept: KeptResult, ruleSet: RuleSet): boolean {
  const again = resultOf(unpackFacts(kept.facts), measureOf(ruleSet, kept.on))
  return (
    again.category === kept.category &&
    again.because === kept.because &&
    (Object.keys(again.scores) as (keyof Scores)[]).every((part) => again.scores[part] === kept.scores[part])
  )
}

/** A past year is measured on its 31 December, the running year on the day itself. */
export const dayToMeasure = (year: number, today: Day): Day => (year < yearOf(today) ? (`${year}-12-31` as Day) : today)

/** The years computed where nobody names one: the running year and the two before it, which the trend needs. */
export const yearsToCompute = (today: Day): number[] => [0, 1, 2].map((back) => yearOf(today) - back)

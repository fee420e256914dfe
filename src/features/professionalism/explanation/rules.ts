import type { Day } from '../../../shared/dates.ts'
import type { IndexFacts } from '../facts/rules.ts'
import type { Reason } from '../reason/rules.ts'
import type { Grounds, RuleSet } from '../ruleset/rules.ts'
import { type Measure, measureOf } from '../scoring/measure/rules.ts'
import { categoryOf, hundredths, unmeasuredBecause, withTotal } from '../scoring/rules.ts'
import { explainCompetency } from './competency/rules.ts'
import { explainDiscipline } from './discipline/rules.ts'
import { explainPerformance } from './performance/rules.ts'
import { explainQualification } from './qualification/rules.ts'
import type { Dimension, DimensionResult, IndexResult, IndicatorResult } from './result/rules.ts'

const measures = new WeakMap<RuleSet, Measure>()

/** The measure of the last day asked for is kept per rule set, so that a loop over persons does not rebuild it. */
function measureFor(ruleSet: RuleSet, on: Day): Measure {
  const kept = measures.get(ruleSet)
  if (kept?.on === on) return kept
  const measure = measureOf(ruleSet, on)
  measures.set(ruleSet, measure)
  return measure
}

/**
 * The index of one person on a day with everything that explains it. Same facts, rule set and day give the same
 * result; the order of records does not matter. A locally computed value is an estimate beside the official one.
 */
export function indexOf(facts: IndexFacts, ruleSet: RuleSet, on: Day): IndexResult {
  const measure = measureFor(ruleSet, on)
  const dimensions = [
    dimension('qualification', ruleSet.qualification.max, [explainQualification(facts, measure)]),
    dimension('competency', ruleSet.competency.max, explainCompetency(facts, measure)),
    dimension('performance', ruleSet.performance.max, [explainPerformance(facts, measure)]),
    dimension('discipline', ruleSet.discipline.max, [explainDiscipline(facts, measure)]),
  ]
  const [qualification, competency, performance, discipline] = dimensions.map((d) => d.score) as [
    number,
    number,
    number,
    number,
  ]
  const scores = withTotal({ qualification, competency, performance, discipline })
  const unmeasured = whyUnmeasured(facts, ruleSet)
  return {
    ruleSet: ruleSet.ruleSet,
    version: ruleSet.version,
    on,
    scores,
    category: categoryOf(scores.total, ruleSet),
    measured: unmeasured === null,
    unmeasured,
    dimensions,
  }
}

function dimension(name: Dimension, max: number, indicators: IndicatorResult[]): DimensionResult {
  const score = hundredths(indicators.reduce((sum, indicator) => sum + indicator.points, 0))
  return { dimension: name, score, max, indicators }
}

function whyUnmeasured(facts: IndexFacts, { population }: RuleSet): (Reason & Grounds) | null {
  const because = unmeasuredBecause(facts, population)
  if (because === null) return null
  const { legalBasis, confidence } = because === 'employment' ? population.employment : population.status
  const params = {
    employment: `index.employment.${facts.employment ?? 'unknown'}`,
    status: `index.status.${facts.statusCode ?? 'unknown'}`,
  }
  return { code: `index.unmeasured.${because}`, params, legalBasis, confidence }
}

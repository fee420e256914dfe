import { addYears, type Day, yearOf } from '../../../../shared/dates.ts'
import type { IndexFacts, SanctionRecord } from '../../facts/rules.ts'
import { disciplineScore, isCounted } from '../../scoring/discipline/rules.ts'
import type { Measure } from '../../scoring/measure/rules.ts'
import { sanctionEvidence } from '../evidence/rules.ts'
import type { Gain, IndicatorResult } from '../result/rules.ts'

export function explainDiscipline(facts: IndexFacts, measure: Measure): IndicatorResult {
  const { max, levels, window } = measure.ruleSet.discipline
  const counted = facts.sanctions.filter((sanction) => isCounted(sanction, measure))
  const points = disciplineScore(facts, measure)
  const heaviest = counted.filter((sanction) => levels.points[sanction.level] === points)
  const level = heaviest[0]?.level
  return {
    indicator: 'sanction',
    points,
    max,
    rule: { code: 'index.rule.sanction', params: { n: window.years } },
    legalBasis: levels.legalBasis,
    confidence: levels.confidence,
    found:
      level === undefined
        ? { code: 'index.found.no-sanction', params: { n: window.years } }
        : { code: 'index.found.sanction', params: { level: `index.level.${level}`, n: window.years } },
    evidence: level === undefined ? [] : sanctionEvidence(counted),
    wouldGain: level === undefined ? [] : afterTheHeaviest(heaviest, counted, points, measure),
  }
}

/** When the heaviest sanction leaves the window, the score rises to what the lighter ones that remain leave. */
function afterTheHeaviest(
  heaviest: readonly SanctionRecord[],
  counted: readonly SanctionRecord[],
  points: number,
  measure: Measure,
): Gain[] {
  const { levels } = measure.ruleSet.discipline
  const freeOn = heaviest.map((s) => leavesOn(s, measure)).reduce((a, b) => (a > b ? a : b))
  const remaining = counted.filter((s) => leavesOn(s, measure) > freeOn).map((s) => levels.points[s.level])
  const gained = Math.round((Math.min(levels.points.none, ...remaining) - points) * 100) / 100
  if (gained <= 0) return []
  return [{ code: 'index.gain.sanction', params: { day: freeOn, points: gained }, points: gained }]
}

/** The first day on which a sanction no longer counts. */
function leavesOn(sanction: SanctionRecord, { ruleSet }: Measure): Day {
  const { by, years } = ruleSet.discipline.window
  return by === 'calendar' ? (`${yearOf(sanction.sinceOn) + years}-01-01` as Day) : addYears(sanction.sinceOn, years)
}

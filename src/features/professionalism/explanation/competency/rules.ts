import type { Day } from '../../../../shared/dates.ts'
import type { IndexFacts, TrainingRecord } from '../../facts/rules.ts'
import type { Reason } from '../../reason/rules.ts'
import { type Indicator, type IndicatorName, indicatorNames } from '../../ruleset/rules.ts'
import {
  countedHours,
  dayOfTraining,
  groupOf,
  indicatorsFor,
  isTrainedFromAppointment,
  pointsFor,
  requiredHours,
  requiredLeadership,
} from '../../scoring/competency/rules.ts'
import type { Measure } from '../../scoring/measure/rules.ts'
import { trainingEvidence } from '../evidence/rules.ts'
import { explainAppraisal } from '../performance/rules.ts'
import type { IndicatorResult } from '../result/rules.ts'

export function explainCompetency(facts: IndexFacts, measure: Measure): IndicatorResult[] {
  const indicators = indicatorsFor(facts, measure.ruleSet)
  if (indicators === null) return [unknownPost(measure)]
  const results: IndicatorResult[] = []
  // The database keeps no order of keys, so the order is ours.
  for (const name of indicatorNames) {
    const rule = measure.ruleSet.competency.indicators[name]
    const max = indicators[name]
    if (rule !== undefined && max !== undefined) results.push(explainIndicator(name, rule, max, facts, measure))
  }
  return results
}

const unknownPost = ({ ruleSet }: Measure): IndicatorResult => ({
  indicator: 'post',
  points: 0,
  max: ruleSet.competency.max,
  rule: { code: 'index.rule.post', params: {} },
  legalBasis: ruleSet.legalBasis,
  confidence: ruleSet.confidence,
  found: { code: 'index.found.no-post', params: {} },
  evidence: [],
  wouldGain: [],
})

function explainIndicator(
  name: IndicatorName,
  rule: Indicator,
  max: number,
  facts: IndexFacts,
  measure: Measure,
): IndicatorResult {
  if (rule.counts === 'performance') return explainAppraisal(facts, rule.scale, max, measure, 'performance')
  const used: TrainingRecord[] = []
  const points = pointsFor(name, max, facts, measure, used)
  const gained = Math.round((max - points) * 100) / 100
  const appointed = rule.counts === 'once' && isTrainedFromAppointment(rule, facts)
  const grounds = (appointed && rule.fromAppointment) || rule
  const told =
    rule.counts === 'leadership' ? tellLeadership(rule, facts, points) : tellTraining(name, rule, facts, measure, used)
  return {
    indicator: name,
    points,
    max,
    rule: told.rule,
    legalBasis: grounds.legalBasis,
    confidence: grounds.confidence,
    found: told.found,
    evidence: trainingEvidence(used, measure.ruleSet),
    wouldGain:
      gained > 0 && told.gain
        ? [{ code: told.gain.code, params: { ...told.gain.params, points: gained }, points: gained }]
        : [],
  }
}

interface Told {
  rule: Reason
  found: Reason
  gain: Reason | null
}

function tellLeadership(rule: Extract<Indicator, { counts: 'leadership' }>, facts: IndexFacts, points: number): Told {
  const code = requiredLeadership(rule, facts)?.[0]
  if (code === undefined) {
    const echelon = `index.echelon.${facts.echelonCode ?? 'unknown'}`
    return {
      rule: { code: 'index.rule.leadership', params: {} },
      found: { code: 'index.found.leadership-not-asked', params: { echelon } },
      gain: null,
    }
  }
  const params = { training: `index.leadership.${code}`, echelon: `index.echelon.${facts.echelonCode}` }
  return {
    rule: { code: 'index.rule.leadership', params: {} },
    found: { code: points > 0 ? 'index.found.leadership' : 'index.found.leadership-none', params },
    gain: { code: 'index.gain.leadership', params },
  }
}

function tellTraining(
  name: IndicatorName,
  rule: Extract<Indicator, { counts: 'hours' | 'once' }>,
  facts: IndexFacts,
  measure: Measure,
  used: readonly TrainingRecord[],
): Told {
  const n = rule.window?.years ?? 0
  const found = (outcome: string, params = {}): Reason => ({
    code: `index.found.${name}-${outcome}`,
    params: { n, ...params },
  })
  const gain = { code: `index.gain.${name}`, params: {} }
  if (rule.counts === 'once') {
    const asked = { code: `index.rule.${name}${rule.window === null ? '-ever' : ''}`, params: { n } }
    if (isTrainedFromAppointment(rule, facts)) return { rule: asked, found: found('appointed'), gain }
    return { rule: asked, found: used.length > 0 ? found('met') : nothing(name, rule, facts, measure, found), gain }
  }
  const required = requiredHours(rule, facts)
  const hours = countedHours(name, rule, facts, measure)
  const more = rule.accumulate.enabled ? Math.round((required - hours) * 100) / 100 : required
  const asked = { code: `index.rule.${name}`, params: { n, required } }
  return {
    rule: asked,
    found:
      hours >= required
        ? found('met', { hours, required })
        : hours > 0
          ? found('short', { hours, required })
          : nothing(name, rule, facts, measure, found),
    gain: { code: gain.code, params: { hours: more } },
  }
}

/** Nothing counts: say whether there was such training before the window, or none at all. */
function nothing(
  name: IndicatorName,
  rule: Extract<Indicator, { counts: 'hours' | 'once' }>,
  facts: IndexFacts,
  measure: Measure,
  found: (outcome: string, params?: Reason['params']) => Reason,
): Reason {
  const before = measure.before[name] ?? null
  let latest: Day | null = null
  for (const training of facts.training) {
    const group = groupOf(training, measure.ruleSet)
    const day = dayOfTraining(training, measure.ruleSet)
    if (group === null || day === null || before === null || day > before || !rule.groups.includes(group)) continue
    if (latest === null || day > latest) latest = day
  }
  return latest === null ? found('none') : found('expired', { day: latest })
}

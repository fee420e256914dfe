import type { AppraisalRecord, IndexFacts } from '../../facts/rules.ts'
import type { Grounds, Scale } from '../../ruleset/rules.ts'
import type { Measure } from '../../scoring/measure/rules.ts'
import { bandOf, chosenAppraisal, pointsOnScale } from '../../scoring/performance/rules.ts'
import { appraisalEvidence } from '../evidence/rules.ts'
import type { Gain, IndicatorResult } from '../result/rules.ts'

export function explainPerformance(facts: IndexFacts, measure: Measure): IndicatorResult {
  const { max, scale } = measure.ruleSet.performance
  return explainAppraisal(facts, scale, max, measure, 'appraisal')
}

/** An appraisal on a scale: the dimension Kinerja, and its second use inside Kompetensi since 2024. */
export function explainAppraisal(
  facts: IndexFacts,
  scale: Scale,
  max: number,
  measure: Measure,
  indicator: 'appraisal' | 'performance',
): IndicatorResult {
  const record = chosenAppraisal(facts, scale, measure)
  const points = pointsOnScale(record, scale)
  const year = String(measure.appraisalYear)
  return {
    indicator,
    points,
    max,
    rule: { code: `index.rule.${indicator}`, params: { year } },
    ...groundsOf(record, scale),
    found: foundAppraisal(record, scale, year),
    evidence: appraisalEvidence(record, scale),
    wouldGain: bestPredicate(record, points, scale, measure),
  }
}

function groundsOf(record: AppraisalRecord | null, scale: Scale): Grounds {
  const { legalBasis, confidence } = record?.predicate
    ? scale.predicates[record.predicate]
    : record === null
      ? scale.missing
      : scale.values
  return { legalBasis, confidence }
}

function foundAppraisal(record: AppraisalRecord | null, scale: Scale, year: string): IndicatorResult['found'] {
  if (record === null) return { code: 'index.found.no-appraisal', params: { year } }
  if (record.predicate !== null) {
    return { code: 'index.found.predicate', params: { year, predicate: `index.predicate.${record.predicate}` } }
  }
  const band = `index.band.${bandOf(record, scale)?.label}`
  return { code: 'index.found.value', params: { year, value: record.value ?? 0, band } }
}

/** A missing appraisal can still be recorded for its year; a lower one can be bettered in the year that runs. */
function bestPredicate(record: AppraisalRecord | null, points: number, scale: Scale, measure: Measure): Gain[] {
  const gained = Math.round((scale.predicates[1].points - points) * 100) / 100
  if (gained <= 0) return []
  const predicate = 'index.predicate.1'
  if (record === null) {
    const year = String(measure.appraisalYear)
    return [{ code: 'index.gain.appraisal-missing', params: { year, predicate, points: gained }, points: gained }]
  }
  const year = String(measure.appraisalYear + 1)
  return [{ code: 'index.gain.appraisal', params: { year, predicate, points: gained }, points: gained }]
}

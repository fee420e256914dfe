import type { AppraisalRecord, IndexFacts } from '../../facts/rules.ts'
import type { Scale } from '../../ruleset/rules.ts'
import type { Measure } from '../measure/rules.ts'

/**
 * The appraisal that counts: of the year the rule set looks back to, one with a predicate (PermenPANRB 6/2022 knows
 * no number any more) before one with a value, and of several the best or the worst as the rule set chooses.
 */
export function chosenAppraisal(facts: IndexFacts, scale: Scale, measure: Measure): AppraisalRecord | null {
  let chosen: AppraisalRecord | null = null
  for (const given of facts.appraisals) {
    if (given.year !== measure.appraisalYear) continue
    const record = withPredicate(given, measure)
    if (record.predicate === null && record.value === null) continue
    if (chosen === null || goesBefore(record, chosen, scale, measure)) chosen = record
  }
  return chosen
}

/** Two ratings without a predicate give it by the matrix of PermenPANRB 6/2022. */
function withPredicate(record: AppraisalRecord, { ruleSet }: Measure): AppraisalRecord {
  if (record.predicate !== null || record.result === null || record.behaviour === null) return record
  return { ...record, predicate: ruleSet.performance.matrix.predicates[record.result][record.behaviour] }
}

function goesBefore(a: AppraisalRecord, b: AppraisalRecord, scale: Scale, measure: Measure): boolean {
  if ((a.predicate === null) !== (b.predicate === null)) return a.predicate !== null
  const more = pointsOnScale(a, scale) - pointsOnScale(b, scale)
  if (more !== 0) return measure.ruleSet.performance.several.choose === 'best' ? more > 0 : more < 0
  return String(a.key) < String(b.key)
}

export function pointsOnScale(record: AppraisalRecord | null, scale: Scale): number {
  if (record?.predicate) return scale.predicates[record.predicate].points
  return bandOf(record, scale)?.points ?? scale.missing.points
}

/** The half-open value band (> 90, > 75, > 60, > 50, else); the printed bands are whole numbers. */
export function bandOf(record: AppraisalRecord | null, { values }: Scale): Scale['values']['bands'][number] | null {
  const value = record?.value ?? null
  return value === null ? null : (values.bands.find((b) => b.above === null || value > b.above) ?? null)
}

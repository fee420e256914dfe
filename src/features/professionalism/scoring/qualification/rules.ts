import type { EducationRecord, IndexFacts } from '../../facts/rules.ts'
import type { Measure } from '../measure/rules.ts'

/** Finished by the day of measuring; a diploma without a day or a year counts. */
export const finished = (record: EducationRecord, measure: Measure): boolean =>
  record.graduatedOn !== null ? record.graduatedOn <= measure.on : record.year === null || record.year <= measure.year

/**
 * The code of the highest level, not of the latest diploma: someone may take a lower degree later.
 * Highest is what earns most, so that no further diploma can lower a score; of equals the higher code.
 */
export function highestEducation(facts: IndexFacts, measure: Measure): string | null {
  let best = facts.educationCode
  for (const record of facts.education) {
    if (finished(record, measure) && (best === null || isHigher(record.levelCode, best, measure))) {
      best = record.levelCode
    }
  }
  return best
}

function isHigher(code: string, than: string, { educationPoints }: Measure): boolean {
  const gained = (educationPoints.get(code) ?? -1) - (educationPoints.get(than) ?? -1)
  return gained > 0 || (gained === 0 && code > than)
}

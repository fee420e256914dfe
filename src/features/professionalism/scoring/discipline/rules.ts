import type { IndexFacts, SanctionRecord } from '../../facts/rules.ts'
import type { Measure } from '../measure/rules.ts'

/** Only the heaviest sanction of the window counts. */
export function disciplineScore(facts: IndexFacts, measure: Measure): number {
  const { points } = measure.ruleSet.discipline.levels
  let score = points.none
  for (const sanction of facts.sanctions) {
    if (isCounted(sanction, measure)) score = Math.min(score, points[sanction.level])
  }
  return score
}

/** Begun within the window and not revoked; moral sanctions (ethics) by the rule set's switch. */
export function isCounted(sanction: SanctionRecord, { ruleSet, on, sanctionsBefore }: Measure): boolean {
  if (sanction.revokedOn !== null || sanction.sinceOn > on || sanction.sinceOn <= sanctionsBefore) return false
  const { moral } = ruleSet.discipline
  return moral.count || sanction.typeCode === null || !moral.typeCodes.includes(sanction.typeCode)
}

import type { Day } from '../../../shared/dates.ts'
import type { AssessmentParameters } from '../assessment/rules.ts'
import type { GapParameters } from '../gap/rules.ts'
import type { MatchParameters } from '../match/rules.ts'
import { competenciesOn, type Dictionary, inForceOn, type RuleSet } from '../rules.ts'
import type { StandardsRuleSet } from '../standards/rules.ts'

/** One dated rule set of a region's `competency-parameters.json`: everything here that is a number and not a standard. */
export interface CompetencyParameters extends RuleSet, GapParameters {
  assessment: AssessmentParameters
  /** Fewer targets with two raters than this, and agreement and error cannot be known. */
  agreement: { minimumTargets: number }
  jobPersonMatch: MatchParameters
}

export const ruleSetKinds = ['dictionary', 'standards', 'parameters'] as const
export type RuleSetKind = (typeof ruleSetKinds)[number]

/** A rule set says by the beginning of its name what it is, so that a region can bring dictionaries of its own. */
export const ruleSetPrefix: Record<RuleSetKind, string> = {
  dictionary: 'KAMUS_',
  standards: 'STANDAR_JABATAN',
  parameters: 'KOMPETENSI_PARAMETER',
}

export const kindOfRuleSet = (name: string): RuleSetKind | undefined =>
  ruleSetKinds.find((kind) => name.startsWith(ruleSetPrefix[kind]))

export interface RuleSets {
  dictionaries: readonly Dictionary[]
  standards: readonly StandardsRuleSet[]
  parameters: readonly CompetencyParameters[]
}

/** All rules of one day. */
export interface CompetencyRules {
  on: Day
  dictionaries: readonly Dictionary[]
  competencies: ReturnType<typeof competenciesOn>
  standards: StandardsRuleSet
  parameters: CompetencyParameters
}

/** The rules that hold on a day, or undefined where the region has no standards or no parameters for it. */
export function rulesOn(sets: RuleSets, on: Day): CompetencyRules | undefined {
  const [standards] = inForceOn(sets.standards, on)
  const [parameters] = inForceOn(sets.parameters, on)
  if (!standards || !parameters) return undefined
  const dictionaries = inForceOn(sets.dictionaries, on)
  return { on, dictionaries, competencies: competenciesOn(dictionaries, on), standards, parameters }
}

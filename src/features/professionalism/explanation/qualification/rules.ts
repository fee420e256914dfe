import type { IndexFacts } from '../../facts/rules.ts'
import type { Grounds, RuleSet } from '../../ruleset/rules.ts'
import type { Measure } from '../../scoring/measure/rules.ts'
import { finished, highestEducation } from '../../scoring/qualification/rules.ts'
import { educationEvidence } from '../evidence/rules.ts'
import type { Gain, IndicatorResult } from '../result/rules.ts'

export function explainQualification(facts: IndexFacts, measure: Measure): IndicatorResult {
  const level = highestEducation(facts, measure)
  const points = (level !== null && measure.educationPoints.get(level)) || 0
  const records = facts.education.filter((record) => record.levelCode === level && finished(record, measure))
  const { max, tables } = measure.ruleSet.qualification
  return {
    indicator: 'education',
    points,
    max,
    rule: { code: 'index.rule.education', params: {} },
    ...groundsOf(level, tables),
    found: foundLevel(level, measure),
    evidence: level === null ? [] : educationEvidence(records, level),
    wouldGain: nextLevel(points, tables),
  }
}

function groundsOf(level: string | null, tables: RuleSet['qualification']['tables']): Grounds {
  const table = tables.find(({ rows }) => level !== null && rows.some((row) => row.codes.includes(level))) ?? tables[0]
  return { legalBasis: table?.legalBasis ?? null, confidence: table?.confidence ?? 'D' }
}

function foundLevel(level: string | null, measure: Measure): IndicatorResult['found'] {
  if (level === null) return { code: 'index.found.no-education', params: {} }
  if (!measure.educationPoints.has(level)) return { code: 'index.found.unknown-education', params: { code: level } }
  return { code: 'index.found.education', params: { level: `index.education.${level}` } }
}

/** The nearest level of the regulation that earns more. */
function nextLevel(points: number, [regulated]: RuleSet['qualification']['tables']): Gain[] {
  const higher = (regulated?.rows ?? []).filter((row) => row.points > points)
  const next = higher.reduce<(typeof higher)[number] | null>((a, b) => (a && a.points <= b.points ? a : b), null)
  if (!next) return []
  const gained = gain(next.points, points)
  return [
    {
      code: 'index.gain.education',
      params: { level: `index.education.${next.codes[0]}`, points: gained },
      points: gained,
    },
  ]
}

const gain = (to: number, from: number): number => Math.round((to - from) * 100) / 100

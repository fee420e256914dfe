import { describe, expect, test } from 'vitest'
import nationalData from '../../../regions/indonesia/competency-dictionary.json' with { type: 'json' }
import technicalData from '../../../regions/lhokseumawe/competency-technical.json' with { type: 'json' }
import parametersData from '../../../regions/lhokseumawe/competency-parameters.json' with { type: 'json' }
import standardsData from '../../../regions/indonesia/competency-standards.json' with { type: 'json' }
import type { Day } from '../../shared/dates.ts'
import { raterKinds } from './assessment/rules.ts'
import { certainties, doubts, gapBands } from './gap/rules.ts'
import en from './messages.en.json' with { type: 'json' }
import id from './messages.id.json' with { type: 'json' }
import type { CompetencyParameters } from './parameters/rules.ts'
import { bandOf, competenciesOn, competencyKinds, type Dictionary, inForceOn, type RuleSet } from './rules.ts'
import { jobKinds, type StandardsRuleSet } from './standards/rules.ts'

const dictionaries = [...nationalData, ...technicalData] as unknown as Dictionary[]
const standards = standardsData as unknown as StandardsRuleSet[]
const parameters = parametersData as unknown as CompetencyParameters[]
const day = (text: string) => text as Day

describe('rule sets in force', () => {
  const set = (ruleSet: string, from: string, to: string | null): RuleSet => ({
    ruleSet,
    effectiveFrom: day(from),
    effectiveTo: to === null ? null : day(to),
    legalBasis: '–',
    confidence: 'D',
  })
  const sets = [
    set('old', '2020-01-01', '2022-12-31'),
    set('new', '2023-01-01', null),
    set('pilot', '2021-07-01', '2023-01-01'),
  ]

  test.each([
    ['2019-12-31', []],
    ['2020-01-01', ['old']],
    ['2022-12-31', ['pilot', 'old']],
    ['2023-01-01', ['new', 'pilot']],
    ['2023-01-02', ['new']],
  ])('on %s: %j', (on, names) => {
    expect(inForceOn(sets, day(on)).map((s) => s.ruleSet)).toEqual(names)
  })
})

describe('the dictionary', () => {
  const competencies = competenciesOn(dictionaries, day('2026-11-23'))

  test('holds the nine of PermenPANRB 38/2017 and the technical examples, marked as such', () => {
    const codes = (kind: string) => [...competencies.values()].filter((c) => c.kind === kind).map((c) => c.code)
    expect(codes('managerial')).toEqual(['M.1', 'M.2', 'M.3', 'M.4', 'M.5', 'M.6', 'M.7', 'M.8'])
    expect(codes('sociocultural')).toEqual(['SK.1'])
    expect(codes('technical')).toHaveLength(10)
    for (const c of competencies.values()) expect(c.confidence).toBe(c.kind === 'technical' ? 'D' : 'A')
  })

  test.each([...competencies.values()].map((c) => [c.code, c] as const))('%s is complete in both languages', (_, c) => {
    expect(c.levels).toHaveLength(5)
    const texts = [c.name, c.definition, ...c.levels, ...(c.kind === 'technical' ? [c.field] : [])]
    for (const text of texts) {
      expect(text?.id).toMatch(/\S/)
      expect(text?.en).toMatch(/\S/)
    }
    expect(new Set(c.levels.map((l) => l.id)).size).toBe(5)
    expect(new Set(c.levels.map((l) => l.en)).size).toBe(5)
    expect(competencyKinds).toContain(c.kind)
  })

  test('a newer dictionary replaces a competency and leaves the others', () => {
    const [national] = dictionaries as [Dictionary]
    const own = {
      ...national,
      ruleSet: 'own',
      effectiveFrom: day('2025-01-01'),
      competencies: national.competencies.slice(0, 1),
    }
    const merged = competenciesOn([national, own], day('2026-01-01'))
    expect(merged.get('M.1')?.ruleSet).toBe('own')
    expect(merged.get('M.2')?.ruleSet).toBe(national.ruleSet)
    expect(competenciesOn([national, own], day('2024-12-31')).get('M.1')?.ruleSet).toBe(national.ruleSet)
  })
})

test('a value belongs to the highest class it reaches, however the classes are ordered', () => {
  const bands = [
    { code: 'low', atLeast: 1 },
    { code: 'none', atLeast: null },
    { code: 'high', atLeast: 3 },
  ]
  expect([-4, 0.99, 1, 2.99, 3].map((v) => bandOf(v, bands))).toEqual(['none', 'none', 'low', 'low', 'high'])
  expect(bandOf(0, [{ code: 'low', atLeast: 1 }])).toBeUndefined()
})

describe('region data', () => {
  test.each([...dictionaries, ...standards, ...parameters].map((s) => [s.ruleSet, s] as const))(
    '%s says what it rests on',
    (_, s) => {
      expect(s.effectiveFrom).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(s.legalBasis).toMatch(/\S/)
      expect(['A', 'B', 'C', 'D']).toContain(s.confidence)
    },
  )

  test('every code the data or a rule can give has words', () => {
    const scales = parameters.flatMap((p) => p.jobPersonMatch.scales)
    const keys = [
      ...competencyKinds.map((k) => `kind.${k}`),
      ...jobKinds.map((k) => `job-kind.${k}`),
      ...raterKinds.map((k) => `rater.${k}`),
      ...gapBands.map((k) => `gap.band.${k}`),
      ...certainties.map((k) => `gap.certainty.${k}`),
      ...doubts.map((k) => `gap.doubt.${k}`),
      ...['A', 'B', 'C', 'D'].map((k) => `confidence.${k}`),
      ...['table', 'post'].map((k) => `standard.from.${k}`),
      ...['no-standard', 'incomplete'].map((k) => `match.unknown.${k}`),
      ...['too-few-targets', 'no-variation'].map((k) => `agreement.unknown.${k}`),
      ...scales.map((s) => `match.purpose.${s.purpose}`),
      ...scales.flatMap((s) => s.categories.map((c) => `match.category.${s.purpose}.${c.code}`)),
    ].map((key) => `competency.${key}`)
    for (const words of [id, en]) expect(keys.filter((key) => !(key in words))).toEqual([])
    expect(Object.keys(en)).toEqual(Object.keys(id))
  })
})

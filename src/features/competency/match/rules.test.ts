import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import parametersData from '../../../../regions/lhokseumawe/competency-parameters.json' with { type: 'json' }
import standardsData from '../../../../regions/indonesia/competency-standards.json' with { type: 'json' }
import type { CompetencyParameters } from '../parameters/rules.ts'
import { type Level, levels as allLevels } from '../rules.ts'
import { type JobKind, jobKinds, standardFor, type StandardsRuleSet } from '../standards/rules.ts'
import { jobPersonMatch, matchCategories } from './rules.ts'

const parameters = (parametersData as unknown as CompetencyParameters[])[0]
  ?.jobPersonMatch as CompetencyParameters['jobPersonMatch']
const ruleSet = (standardsData as unknown as StandardsRuleSet[])[0] as StandardsRuleSet
const capped = { ...parameters, capAtStandard: true }
const standard = (kind: JobKind) => standardFor(kind, [], ruleSet)
const achieved = (list: readonly number[]) =>
  Object.fromEntries(ruleSet.competencies.map((code, i) => [code, list[i] as Level]))
const codes = (percent: number, with_ = parameters, jobKind?: JobKind) =>
  matchCategories(percent, { ...with_, jobKind }).map((c) => c.category)
const percentOf = (list: readonly number[], kind: JobKind, with_ = parameters) => {
  const match = jobPersonMatch(achieved(list), standard(kind), with_)
  return match.known ? match.percent : Number.NaN
}

describe('worked examples, standard Administrator 9 × 3 = 27', () => {
  test.each([
    [[3, 3, 3, 3, 3, 3, 3, 2, 2], 25, 92.59, ['ms', 'o']],
    [[3, 3, 2, 3, 2, 3, 2, 2, 3], 23, 85.19, ['ms', 'co']],
    [[3, 3, 3, 2, 2, 2, 2, 2, 3], 22, 81.48, ['ms', 'co']],
  ])('%j', (list, total, percent, categories) => {
    const match = jobPersonMatch(achieved(list), standard('administrator'), parameters)
    if (!match.known) throw new Error(match.reason)
    expect([match.achieved, match.required]).toEqual([total, 27])
    expect(match.percent).toBeCloseTo(percent, 2)
    expect(match.categories.map((c) => c.category)).toEqual(categories)
    expect(match.categories.map((c) => c.purpose)).toEqual(['filling', 'mapping'])
  })
})

describe('bounds are half-open and nothing is rounded', () => {
  test.each([
    [0, 'kms', 'ko'],
    [67.99, 'kms', 'ko'],
    [67.9999999, 'kms', 'ko'],
    [68, 'mms', 'ko'],
    [77.99, 'mms', 'ko'],
    [78, 'mms', 'co'],
    [79.99, 'mms', 'co'],
    [79.9999999, 'mms', 'co'],
    [80, 'ms', 'co'],
    [89.99, 'ms', 'co'],
    [90, 'ms', 'o'],
    [100, 'ms', 'o'],
    [166.67, 'ms', 'o'],
  ])('%d: %s, %s', (percent, filling, mapping) => expect(codes(percent)).toEqual([filling, mapping]))

  test('36 of 45 is exactly 80 percent', () => {
    const match = jobPersonMatch(achieved([4, 4, 4, 4, 4, 4, 4, 4, 4]), standard('jpt-madya'), parameters)
    expect(match).toMatchObject({ known: true, percent: 80, categories: [{ category: 'ms' }, { category: 'co' }] })
  })
})

describe("an agency's own scale, by group of posts (PermenKKP 39/2023 art. 52)", () => {
  const adopted = {
    ...parameters,
    scales: parameters.scales.filter((s) => s.purpose === 'kkp').map((s) => ({ ...s, adopted: true })),
  }

  test.each<[JobKind | undefined, number, string]>([
    ['jpt-pratama', 91, 'very-good'],
    ['jf-ahli-utama', 90.99, 'good'],
    ['jpt-madya', 85, 'good'],
    ['jpt-utama', 84.99, 'less'],
    ['administrator', 85, 'very-good'],
    ['pengawas', 84.99, 'good'],
    ['jf-ahli-madya', 75, 'good'],
    ['pelaksana', 74.99, 'less'],
    [undefined, 85, 'very-good'],
  ])('%s at %d: %s', (kind, percent, category) => expect(codes(percent, adopted, kind)).toEqual([category]))

  test('is an example only until it is adopted', () => {
    expect(matchCategories(91, { ...parameters, jobKind: 'jpt-pratama' }).map((c) => c.purpose)).toEqual([
      'filling',
      'mapping',
    ])
  })
})

test('a surplus covers a shortage unless it is capped', () => {
  const list = [5, 1, 3, 3, 3, 3, 3, 3, 3]
  expect(percentOf(list, 'administrator')).toBe(100)
  expect(percentOf(list, 'administrator', capped)).toBeCloseTo((100 * 25) / 27, 10)
})

test('a missing level makes the match unknown and is named', () => {
  const { 'M.3': _, ...rest } = achieved([3, 3, 3, 3, 3, 3, 3, 3, 3])
  expect(jobPersonMatch(rest, standard('administrator'), parameters)).toEqual({
    known: false,
    reason: 'incomplete',
    missing: ['M.3'],
  })
  expect(jobPersonMatch(rest, [], parameters)).toEqual({ known: false, reason: 'no-standard', missing: [] })
})

test('a higher level never lowers the match; capped it is at most 100 and at most the uncapped', () => {
  const list = fc.array(fc.constantFrom(...allLevels), { minLength: 9, maxLength: 9 })
  fc.assert(
    fc.property(list, fc.nat(8), fc.constantFrom(...jobKinds), (levels, at, kind) => {
      const raised = levels.with(at, Math.min(5, (levels[at] as number) + 1) as Level)
      for (const with_ of [parameters, capped])
        expect(percentOf(raised, kind, with_)).toBeGreaterThanOrEqual(percentOf(levels, kind, with_))
      expect(percentOf(levels, kind, capped)).toBeLessThanOrEqual(Math.min(100, percentOf(levels, kind)))
    }),
  )
})

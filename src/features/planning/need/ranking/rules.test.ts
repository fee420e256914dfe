import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import golden from './fixtures/12_needs.json' with { type: 'json' }
import {
  disagreement,
  discrepancyOf,
  importanceOnLevels,
  type Judgement,
  linesOf,
  meanWeightedDiscrepancy,
  placesOf,
  quadrantOf,
  quadrants,
  quadrantScore,
  rankedDiscrepancy,
} from './rules.ts'

const survey = readFileSync(join(import.meta.dirname, 'fixtures/needs_survey.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => /^(\d+),(\d+),"[^"]*",(\d+),(\d+)$/.exec(line)!.slice(1).map(Number))
const answersOn = (competency: number): Judgement[] =>
  survey.flatMap(([, code, importance, performance]) =>
    code === competency ? [{ importance: importance!, performance: performance!, persons: 1 }] : [],
  )

describe('the reference of R', () => {
  const { values, rel_tol: tolerance } = golden.items[0]!
  const close = (ours: number | null | undefined, theirs: number) =>
    expect(Math.abs(ours! - theirs)).toBeLessThanOrEqual(tolerance * Math.abs(theirs))

  it.each(values.competency.map((competency, at) => ({ competency, at })))(
    'competency $competency',
    ({ competency, at }) => {
      const judgements = answersOn(competency)
      const found = discrepancyOf(judgements)!
      close(found.importance, values.mean_importance[at]!)
      close(found.performance, values.mean_performance[at]!)
      close(found.gap, values.gap[at]!)
      close(found.t, values.t[at]!)
      close(found.p, values.p[at]!)
      close(meanWeightedDiscrepancy(judgements), values.MWDS[at]!)
      close(rankedDiscrepancy(judgements), values.RDS[at]!)
    },
  )

  it('has the same order by the weighted discrepancy', () => {
    expect(placesOf(values.competency.map((c) => meanWeightedDiscrepancy(answersOn(c))))).toEqual(values.rank_by_MWDS)
  })
})

test('people alike may be counted together', () => {
  const judgement = fc.record({
    importance: fc.integer({ min: 1, max: 7 }),
    performance: fc.integer({ min: 1, max: 7 }),
    persons: fc.integer({ min: 1, max: 5 }),
  })
  fc.assert(
    fc.property(fc.array(judgement, { minLength: 1, maxLength: 12 }), (grouped) => {
      const single = grouped.flatMap((j) => Array.from({ length: j.persons }, () => ({ ...j, persons: 1 })))
      expect(meanWeightedDiscrepancy(grouped)).toBeCloseTo(meanWeightedDiscrepancy(single)!, 9)
      expect(rankedDiscrepancy(grouped)).toBeCloseTo(rankedDiscrepancy(single)!, 9)
      expect(discrepancyOf(grouped)!.gap).toBeCloseTo(discrepancyOf(single)!.gap, 9)
      expect(Math.abs(rankedDiscrepancy(grouped)!)).toBeLessThanOrEqual(100)
    }),
  )
})

test('nobody has no score, which is not a score of zero', () => {
  expect([discrepancyOf([]), meanWeightedDiscrepancy([]), rankedDiscrepancy([])]).toEqual([null, null, null])
  expect(discrepancyOf([{ importance: 5, performance: 2, persons: 1 }])).toMatchObject({ gap: 3, t: null, p: null })
})

describe('the importance–performance grid', () => {
  it.each([
    [5, 2, 'concentrate'],
    [5, 4, 'keep-up'],
    [2, 2, 'low-priority'],
    [2, 4, 'possible-excess'],
    [3, 3, 'keep-up'],
  ] as const)('importance %d, performance %d: %s', (importance, performance, quadrant) =>
    expect(quadrantOf({ importance, performance }, { importance: 3, performance: 3 })).toBe(quadrant),
  )

  it('puts the field before the difference', () => {
    const order = ['concentrate', 'low-priority', 'keep-up', 'possible-excess'] as const
    const scores = order.flatMap((q) => [quadrantScore(q, 4, 5), quadrantScore(q, -4, 5)])
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(new Set(order)).toEqual(new Set(quadrants))
  })

  it('draws its lines at the means of what is compared', () => {
    expect(
      linesOf([
        { importance: 2, performance: 1 },
        { importance: 4, performance: 2 },
      ]),
    ).toEqual({ importance: 3, performance: 1.5 })
  })
})

describe('places', () => {
  it('shares a place among equals and leaves out what has no score', () => {
    expect(placesOf([3, null, 5, 3, 1])).toEqual([2, null, 1, 2, 4])
  })

  it('measures how far the methods part', () => {
    expect(disagreement([1, 5, 3, null], 5)).toBe(1)
    expect(disagreement([2, 2], 5)).toBe(0)
    expect(disagreement([2, null], 5)).toBeNull()
  })
})

test('criticality and level share one scale', () => {
  expect([0, 1.5, 3].map(importanceOnLevels)).toEqual([0, 2.5, 5])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import data from '../../../../regions/lhokseumawe/competency-parameters.json' with { type: 'json' }
import type { Day } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Known, MeasurementError } from '../agreement/rules.ts'
import { type RaterKind, raterKinds, type Rating } from '../assessment/rules.ts'
import type { CompetencyParameters } from '../parameters/rules.ts'
import { type Level, levels } from '../rules.ts'
import type { RequiredLevel } from '../standards/rules.ts'
import { gapOf, zOf } from './rules.ts'

const parameters = (data as unknown as CompetencyParameters[])[0] as CompetencyParameters
const required = (level: number, competency = 'M.1'): RequiredLevel => ({
  competency,
  level: level as Level,
  from: 'table',
  ruleSet: 'X',
  confidence: 'B',
})
const rating = (raterKind: RaterKind, level: number, competency = 'M.1'): Rating => ({
  competency,
  level: level as Level,
  raterKind,
  raterPersonId: raterKinds.indexOf(raterKind) as PersonId,
  on: '2026-05-01' as Day,
  note: '',
})
const error = (standardError: number): Known<MeasurementError> => ({
  known: true,
  value: { standardError, degreesOfFreedom: 40 },
  targets: 40,
})
const unknown: Known<MeasurementError> = { known: false, reason: 'too-few-targets', targets: 3 }

describe('bands: gap = required − level (confidence D)', () => {
  test.each([
    [2, 5, -3, 'none'],
    [3, 3, 0, 'none'],
    [3, 2, 1, 'low'],
    [4, 2, 2, 'medium'],
    [4, 1, 3, 'high'],
    [5, 1, 4, 'high'],
  ])('required %i, level %i: gap %i, %s', (standard, level, gap, band) => {
    expect(gapOf(required(standard), [rating('assessor', level)], parameters, error(0.2))).toMatchObject({
      gap,
      band,
      level,
    })
  })
})

describe('certainty', () => {
  test.each([
    [3, 2, 0.25, 'certain', null],
    [3, 2, 0.26, 'likely', 'interval-crosses'],
    [3, 2, 0.39, 'likely', 'interval-crosses'],
    [3, 2, 0.4, 'unclear', 'interval-crosses'],
    [4, 2, 0.76, 'certain', null],
    [4, 2, 0.77, 'likely', 'interval-crosses'],
    [3, 3, 0.25, 'certain', null],
    [3, 3, 0.6, 'unclear', 'interval-crosses'],
    [2, 3, 0.6, 'certain', null],
    [3, 2, 0, 'certain', null],
  ])('required %i, level %i, error %d: %s', (standard, level, standardError, certainty, doubt) => {
    const gap = gapOf(required(standard), [rating('assessor', level)], parameters, error(standardError))
    expect(gap).toMatchObject({ certainty, doubt })
  })

  test('only the person rated: never certain', () => {
    expect(gapOf(required(4), [rating('self', 1)], parameters, error(0.1))).toMatchObject({
      certainty: 'likely',
      doubt: 'self-only',
    })
  })

  test('another rater sees it the other way: never certain; the person alone does not unsettle it', () => {
    const assessor = rating('assessor', 2)
    expect(gapOf(required(3), [assessor, rating('supervisor', 3)], parameters, error(0.1))).toMatchObject({
      gap: 1,
      certainty: 'likely',
      doubt: 'raters-disagree',
    })
    expect(gapOf(required(3), [assessor, rating('supervisor', 1)], parameters, error(0.1)).certainty).toBe('certain')
    expect(gapOf(required(3), [assessor, rating('self', 5)], parameters, error(0.1)).certainty).toBe('certain')
  })

  test('the ceiling never raises what the error already lowered', () => {
    expect(gapOf(required(3), [rating('self', 2)], parameters, error(0.9)).certainty).toBe('unclear')
  })

  test('unknown precision: the gap is said, its interval and certainty are not', () => {
    expect(gapOf(required(3), [rating('assessor', 1)], parameters, unknown)).toMatchObject({
      gap: 2,
      interval: null,
      certainty: 'unclear',
      doubt: 'precision-unknown',
    })
  })

  test('nobody rated this competency: unassessed, not zero', () => {
    expect(gapOf(required(3), [rating('assessor', 1, 'M.2')], parameters, error(0.3))).toEqual({
      competency: 'M.1',
      required: 3,
      requiredFrom: 'table',
      level: null,
      gap: null,
      band: null,
      interval: null,
      certainty: 'unassessed',
      doubt: 'nobody-rated',
      raters: [],
    })
  })
})

test('raters are kept apart, the one of record marked', () => {
  const gap = gapOf(
    required(4),
    [rating('self', 4), rating('supervisor', 3), rating('centre', 2)],
    parameters,
    error(0.5),
  )
  expect(gap.raters.map((r) => [r.rating.raterKind, r.gap, r.ofRecord])).toEqual([
    ['centre', 2, true],
    ['self', 0, false],
    ['supervisor', 1, false],
  ])
})

test('the interval is the gap ± 1.96 errors within what levels 1–5 allow', () => {
  const inside = gapOf(required(3), [rating('assessor', 3)], parameters, error(0.5)).interval
  expect(inside?.map((v) => v.toFixed(4))).toEqual(['-0.9800', '0.9800'])
  expect(gapOf(required(3), [rating('assessor', 1)], parameters, error(0.5)).interval?.[1]).toBe(2)
  expect(gapOf(required(3), [rating('assessor', 5)], parameters, error(0.5)).interval?.[0]).toBe(-2)
})

test.each([
  [0, 0],
  [0.5, 0.674489750196082],
  [0.8, 1.2815515655446],
  [0.9, 1.64485362695147],
  [0.95, 1.95996398454005],
  [0.99, 2.5758293035489],
  [0.9999, 3.89059188641312],
])('an interval of %d reaches %d standard errors', (confidence, z) => expect(zOf(confidence)).toBeCloseTo(z, 7))

describe('properties', () => {
  const level = fc.constantFrom(...levels)
  const kinds = fc.uniqueArray(fc.tuple(fc.constantFrom(...raterKinds), level), {
    minLength: 1,
    selector: ([kind]) => kind,
  })

  test('gap is standard − level, lies in its interval, and a larger error never makes it surer', () => {
    const rank = { certain: 0, likely: 1, unclear: 2, unassessed: 3 }
    fc.assert(
      fc.property(
        level,
        kinds,
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (standard, list, small, more) => {
          const ratings = list.map(([kind, value]) => rating(kind, value))
          const gap = gapOf(required(standard), ratings, parameters, error(small))
          expect(gap.gap).toBe(standard - (gap.level as number))
          const [low, high] = gap.interval as [number, number]
          expect(
            low <= (gap.gap as number) && (gap.gap as number) <= high && low >= standard - 5 && high <= standard - 1,
          ).toBe(true)
          const vaguer = gapOf(required(standard), ratings, parameters, error(small + more))
          expect(rank[vaguer.certainty]).toBeGreaterThanOrEqual(rank[gap.certainty])
          expect(gap.certainty === 'certain').toBe(gap.doubt === null)
        },
      ),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Level } from '../rules.ts'
import { levelOfRecord, type RaterKind, raterKinds, type Rating, standingRatings } from './rules.ts'

const parameters = { validityYears: 3, authority: ['centre', 'assessor', 'supervisor', 'self'] as const }
const rating = (raterKind: RaterKind, rater: number | null, on: string, level: number, competency = 'M.1'): Rating => ({
  competency,
  level: level as Level,
  raterKind,
  raterPersonId: rater as PersonId | null,
  on: on as Day,
  note: '',
})
const today = '2026-11-23' as Day
const levelsOf = (ratings: readonly Rating[]) => ratings.map((r) => r.level)

describe('standingRatings', () => {
  test('the latest per rater and competency stands, whatever the order of writing', () => {
    const ratings = [
      rating('supervisor', 7, '2026-05-01', 3),
      rating('supervisor', 7, '2025-05-01', 2),
      rating('supervisor', 8, '2025-06-01', 4),
      rating('supervisor', 7, '2025-05-01', 1, 'M.2'),
    ]
    expect(levelsOf(standingRatings(ratings, today, parameters).standing)).toEqual([3, 4, 1])
  })

  test('of two on one day the later written counts; nothing is overwritten', () => {
    const ratings = [rating('self', 1, '2026-01-01', 2), rating('self', 1, '2026-01-01', 3)]
    expect(levelsOf(standingRatings(ratings, today, parameters).standing)).toEqual([3])
    expect(levelsOf(ratings)).toEqual([2, 3])
  })

  test('one person in two roles is two raters', () => {
    const ratings = [rating('assessor', 7, '2026-01-01', 2), rating('supervisor', 7, '2026-02-01', 4)]
    expect(levelsOf(standingRatings(ratings, today, parameters).standing)).toEqual([2, 4])
  })

  test.each([
    ['2023-11-24', 'standing'],
    ['2023-11-23', 'expired'],
    ['2026-11-23', 'standing'],
    ['2026-11-24', 'not yet'],
  ])('a rating of %s is %s on 2026-11-23', (on, where) => {
    const { standing, expired } = standingRatings([rating('centre', null, on, 3)], today, parameters)
    expect([standing.length, expired.length]).toEqual([where === 'standing' ? 1 : 0, where === 'expired' ? 1 : 0])
  })

  test('seen from an earlier day, what was written later is not there', () => {
    const ratings = [rating('self', 1, '2024-01-01', 2), rating('self', 1, '2026-01-01', 4)]
    expect(levelsOf(standingRatings(ratings, '2025-01-01' as Day, parameters).standing)).toEqual([2])
  })

  test('an expired rating is reported once, and not beside a valid one of the same rater', () => {
    const ratings = [
      rating('centre', null, '2019-01-01', 2),
      rating('centre', null, '2020-01-01', 3),
      rating('self', 1, '2020-01-01', 1),
      rating('self', 1, '2025-01-01', 2),
    ]
    const { standing, expired } = standingRatings(ratings, today, parameters)
    expect([levelsOf(standing), levelsOf(expired)]).toEqual([[2], [3]])
  })
})

describe('levelOfRecord', () => {
  test.each<[string, Rating[], number]>([
    [
      'centre before all',
      [
        rating('self', 1, '2026-05-01', 5),
        rating('centre', null, '2024-05-01', 2),
        rating('assessor', 3, '2026-01-01', 4),
      ],
      2,
    ],
    [
      'assessor before supervisor',
      [rating('supervisor', 2, '2026-05-01', 5), rating('assessor', 3, '2024-05-01', 3)],
      3,
    ],
    ['supervisor before self', [rating('self', 1, '2026-05-01', 5), rating('supervisor', 2, '2024-05-01', 2)], 2],
    ['self when alone', [rating('self', 1, '2026-05-01', 5)], 5],
    ['the newest of a kind', [rating('supervisor', 2, '2024-05-01', 4), rating('supervisor', 9, '2026-05-01', 3)], 3],
    ['the lowest of a day', [rating('assessor', 2, '2026-05-01', 4), rating('assessor', 9, '2026-05-01', 3)], 3],
  ])('%s', (_, standing, level) => {
    const found = levelOfRecord(standing, parameters)
    expect(found?.record.level).toBe(level)
    expect(found?.beside).toHaveLength(standing.length - 1)
    expect(found?.beside).not.toContain(found?.record)
  })

  test('nobody rated: nothing of record', () => expect(levelOfRecord([], parameters)).toBeUndefined())

  test('the order of authority is a parameter', () => {
    const standing = [rating('self', 1, '2026-05-01', 5), rating('supervisor', 2, '2026-05-01', 2)]
    expect(levelOfRecord(standing, { authority: ['self'] })?.record.level).toBe(5)
  })

  test('the level does not depend on the order of the ratings', () => {
    const some = fc.tuple(
      fc.constantFrom(...raterKinds),
      fc.nat(3),
      fc.constantFrom('2025-01-01', '2026-01-01'),
      fc.integer({ min: 1, max: 5 }),
    )
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 8 }), (list) => {
        const ratings = list.map(([kind, who, on, level]) => rating(kind, who, on, level))
        const there = levelOfRecord(ratings, parameters)?.record
        const back = levelOfRecord(ratings.toReversed(), parameters)?.record
        expect([there?.level, there?.raterKind, there?.on]).toEqual([back?.level, back?.raterKind, back?.on])
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { meanInterval, shareInterval, studentReach, studentTails } from './rules.ts'

// Published t table, two-sided.
test.each([
  [0.95, 1, 12.706],
  [0.95, 4, 2.776],
  [0.95, 23, 2.069],
  [0.9, 10, 1.812],
  [0.95, 1000, 1.962],
])('t for %d with %d degrees is %d', (confidence, freedom, expected) => {
  expect(studentReach(confidence, freedom)).toBeCloseTo(expected, 3)
  expect(studentTails(expected, freedom)).toBeCloseTo(1 - confidence, 3)
})

const groupOf = (values: readonly number[], persons: number, error: number | null) => ({
  assessed: values.length,
  persons,
  sum: values.reduce((a, b) => a + b, 0),
  squares: values.reduce((a, b) => a + b * b, 0),
  error,
})

describe('the interval of a mean', () => {
  it('is the plain one of Student where the error of a measurement is unknown', () => {
    // mean 2, s² = 5/3, n = 4, t(3) = 3.182
    expect(meanInterval(groupOf([1, 1, 2, 4], 4, null), 0.95)).toEqual({
      low: expect.closeTo(2 - 3.182446 * Math.sqrt(2 / 4), 4),
      high: expect.closeTo(2 + 3.182446 * Math.sqrt(2 / 4), 4),
    })
  })

  it('keeps only the error of measuring where everybody was measured', () => {
    const { low, high } = meanInterval(groupOf([0, 0, 4, 4], 4, 0.5), 0.95)!
    expect(high - low).toBeCloseTo(2 * 3.182446 * (0.5 / 2), 4)
  })

  it('has none for a single person, nor for people alike whose error nobody knows', () => {
    expect(meanInterval(groupOf([2], 9, 0.5), 0.95)).toBeNull()
    expect(meanInterval(groupOf([1, 1, 1], 3, null), 0.95)).toBeNull()
  })

  it('grows narrower with everybody more that is measured', () => {
    const width = (persons: number) => {
      const { low, high } = meanInterval(groupOf([0, 1, 2, 0, 3], persons, 0.4), 0.95)!
      return high - low
    }
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 500 }), (persons) => {
        expect(width(persons)).toBeLessThanOrEqual(width(persons + 1) + 1e-12)
      }),
    )
  })
})

test('Wilson stays between nothing and everybody', () => {
  expect(shareInterval(0, 0, 1.96)).toBeNull()
  // Wilson (1927), 8 of 10.
  expect(shareInterval(8, 10, 1.959964)).toEqual({
    share: 0.8,
    low: expect.closeTo(0.4902, 3),
    high: expect.closeTo(0.9433, 3),
  })
  expect(shareInterval(0, 12, 1.96)!.low).toBe(0)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../../shared/dates.ts'
import { mayTell, planningYear } from './rules.ts'

test.each([
  [0, 0, true],
  [3, 3, true],
  [4, 0, false],
  [5, 0, true],
  [9, 5, false],
  [10, 5, true],
])('of %d people, %d seen one by one: told %s', (all, seen, told) => expect(mayTell(all, seen, 5)).toBe(told))

test('what is told never singles out fewer hidden people than the smallest group', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 10 }), (hidden, seen, smallest) => {
      if (mayTell(hidden + seen, seen, smallest)) expect(hidden === 0 || hidden >= smallest).toBe(true)
    }),
  )
})

test('plans the year after today’s', () => expect(planningYear('2026-11-23' as Day)).toBe(2027))

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { supervisionCircle } from './rules.ts'

it.each([
  [[], undefined],
  [['a', 'b', 'c'], undefined],
  [
    ['a', 'a'],
    ['a', 'a'],
  ],
  [
    ['a', 'b', 'a'],
    ['a', 'b', 'a'],
  ],
  [
    ['x', 'a', 'b', 'c', 'a', 'b'],
    ['a', 'b', 'c', 'a'],
  ],
])('finds the circle in %j', (chain, circle) => {
  expect(supervisionCircle(chain)).toEqual(circle)
})

it('finds a circle exactly where somebody comes twice', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 })), (chain) => {
      expect(supervisionCircle(chain) !== undefined).toBe(new Set(chain).size < chain.length)
    }),
  )
})

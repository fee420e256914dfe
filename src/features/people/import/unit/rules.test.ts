import { expect, it } from 'vitest'
import { circleOf } from './rules.ts'

const parents: Record<string, string | null> = {
  top: null,
  a: 'top',
  b: 'c',
  c: 'd',
  d: 'b',
  outside: 'b',
  self: 'self',
}
const parentOf = (unit: string) => parents[unit]

it.each([
  ['top', undefined],
  ['a', undefined],
  ['b', ['b', 'c', 'd', 'b']],
  ['d', ['d', 'b', 'c', 'd']],
  ['self', ['self', 'self']],
  // It only leads into the circle; rejecting it too would hide which units are wrong.
  ['outside', undefined],
  ['unknown', undefined],
])('finds the circle %s stands in', (unit, circle) => {
  expect(circleOf(unit, parentOf)).toEqual(circle)
})

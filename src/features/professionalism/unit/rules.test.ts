import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { categories } from '../ruleset/rules.ts'
import type { UnitId } from '../../../shared/ids.ts'
import {
  binOf,
  count,
  type Counted,
  emptyTally,
  meansOf,
  merge,
  rollUp,
  subtract,
  type Tally,
  unitIndex,
} from './rules.ts'

const person = (total: number, measured = true, category: Counted['category'] = 'low'): Counted => ({
  version: 1,
  measured,
  category,
  scores: { qualification: 0, competency: 0, performance: 0, discipline: 0, total },
})

test('the index of a unit is the mean of the measured, rounded to two decimals', () => {
  expect(unitIndex([person(85), person(83), person(65)]).index).toBe(77.67)
  expect(unitIndex([person(85), person(10, false)])).toMatchObject({ index: 85, measured: 1, persons: 2 })
  expect(unitIndex([])).toMatchObject({ index: null, measured: 0 })
  expect(unitIndex([person(10, false)]).index).toBeNull()
})

test('the distribution counts the measured only', () => {
  const results = [person(95, true, 'very-high'), person(95, false, 'very-high'), person(7, true, 'very-low')]
  expect(unitIndex(results).categories).toEqual({ 'very-high': 1, high: 0, medium: 0, low: 0, 'very-low': 1 })
})

const anyone = fc.record({
  version: fc.constantFrom(1, 2),
  measured: fc.boolean(),
  category: fc.constantFrom(...categories),
  scores: fc
    .record({
      qualification: fc.constantFrom(0, 1, 5, 15, 25),
      competency: fc.constantFrom(0, 12.5, 20.83, 37.5, 40),
      performance: fc.constantFrom(0, 5, 30),
      discipline: fc.constantFrom(1, 5),
    })
    .map((s) => ({ ...s, total: s.qualification + s.competency + s.performance + s.discipline })),
})

test('the whole is the merger of its parts, in any split', () => {
  fc.assert(
    fc.property(fc.array(anyone), fc.array(anyone), (a, b) => {
      const whole = unitIndex([...a, ...b])
      const merged = merge(unitIndex(b).tally, unitIndex(a).tally)
      expect(merged).toEqual(whole.tally)
      expect(meansOf(merged)?.total ?? null).toBe(whole.index)
    }),
  )
})

test('counting one by one is the same as counting all', () => {
  const tally = emptyTally()
  for (const one of [person(85), person(20.83)]) count(tally, one)
  expect(meansOf(tally)?.total).toBe(52.92)
})

test('a part taken out again leaves the rest', () => {
  fc.assert(
    fc.property(fc.array(anyone), fc.array(anyone), (a, b) => {
      const [rest, part] = [unitIndex(a).tally, unitIndex(b).tally]
      expect(subtract(merge(rest, part), part)).toEqual(rest)
    }),
  )
})

test('every bin holds its upper bound, as the categories do', () => {
  expect([0, 5, 5.01, 60, 60.01, 90, 100].map(binOf)).toEqual([0, 0, 1, 11, 12, 17, 19])
})

test('each unit holds everything below it, and the city also who stands in no unit', () => {
  const [office, branch] = [1 as UnitId, 2 as UnitId]
  const own = new Map<UnitId | null, Tally>([
    [office, unitIndex([person(80)]).tally],
    [branch, unitIndex([person(60), person(70)]).tally],
    [null, unitIndex([person(10)]).tally],
  ])
  const totals = rollUp(
    own,
    new Map([
      [office, [office]],
      [branch, [branch, office]],
    ]),
  )
  expect(meansOf(totals.get(branch)!)?.total).toBe(65)
  expect(meansOf(totals.get(office)!)?.total).toBe(70)
  expect(totals.get(null)).toMatchObject({ measured: 4, hundredths: { total: 22_000 } })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { UnitId } from '../../../shared/ids.ts'
import { type Gap, gapBands } from '../gap/rules.ts'
import { emptySummary, figuresOf, mergeSummaries, rollUp, subtractSummaries, summariseGaps } from './rules.ts'

type Part = Pick<Gap, 'gap' | 'band' | 'certainty'>
const part = (gap: number): Part => ({
  gap,
  band: gapBands[Math.min(3, Math.max(0, gap))] ?? null,
  certainty: 'likely',
})
const unassessed: Part = { gap: null, band: null, certainty: 'unassessed' }

test('counts per band, share unassessed, means over the assessed', () => {
  const summary = summariseGaps([part(1), part(2), part(-2), part(0), part(4), unassessed])
  expect(summary).toEqual({
    gaps: 6,
    bands: { none: 2, low: 1, medium: 1, high: 1 },
    certainty: { certain: 0, likely: 5, unclear: 0, unassessed: 1 },
    gapSum: 5,
    shortageSum: 7,
  })
  expect(figuresOf(summary)).toEqual({
    assessed: 5,
    withGap: 3,
    shareWithGap: 3 / 5,
    shareUnassessed: 1 / 6,
    meanGap: 1,
    meanShortage: 7 / 5,
  })
})

test('nobody assessed: no mean, not a mean of zero', () => {
  expect(figuresOf(summariseGaps([unassessed]))).toEqual({
    assessed: 0,
    withGap: 0,
    shareWithGap: null,
    shareUnassessed: 1,
    meanGap: null,
    meanShortage: null,
  })
  expect(figuresOf(emptySummary()).shareUnassessed).toBeNull()
})

describe('merging', () => {
  const some = fc.array(fc.oneof(fc.integer({ min: -4, max: 4 }).map(part), fc.constant(unassessed)))

  test('units added up equal everything computed at once, in any order and any grouping', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const [x, y, z] = [summariseGaps(a), summariseGaps(b), summariseGaps(c)]
        const atOnce = summariseGaps([...a, ...b, ...c])
        expect(mergeSummaries(mergeSummaries(x, y), z)).toEqual(atOnce)
        expect(mergeSummaries(x, mergeSummaries(y, z))).toEqual(atOnce)
        expect(mergeSummaries(y, x)).toEqual(mergeSummaries(x, y))
        expect(mergeSummaries(x, emptySummary())).toEqual(x)
        expect(subtractSummaries(mergeSummaries(x, y), y)).toEqual(x)
      }),
    )
  })
})

test('every unit holds what lies below it, each competency apart', () => {
  const [city, office, section] = [1, 2, 3] as UnitId[] as [UnitId, UnitId, UnitId]
  const ancestors = new Map([
    [city, [city]],
    [office, [office, city]],
    [section, [section, office, city]],
  ])
  const own = (unitId: UnitId, competency: string, gap: number) => ({
    unitId,
    competency,
    summary: summariseGaps([part(gap)]),
  })
  const totals = rollUp([own(office, 'M.1', 1), own(section, 'M.1', 2), own(section, 'M.2', 3)], ancestors)
  expect(totals.get(city)?.get('M.1')).toEqual(summariseGaps([part(1), part(2)]))
  expect(totals.get(section)?.get('M.1')).toEqual(summariseGaps([part(2)]))
  expect(totals.get(city)?.get('M.2')).toEqual(totals.get(section)?.get('M.2'))
})

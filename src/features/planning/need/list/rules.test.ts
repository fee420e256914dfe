import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { UnitId } from '../../../../shared/ids.ts'
import { voiceSources } from '../rules.ts'
import { type NeedFacts, needOf, ranked, type VoiceSum } from './rules.ts'

const measures = {
  weights: Object.fromEntries(voiceSources.map((source) => [source, 1])) as Record<
    (typeof voiceSources)[number],
    number
  >,
  smallestGroup: 5,
  confidence: 0.95,
  errorOf: () => 0.5,
}
const office = 1 as UnitId

/** Levels as a list of people: what each has and what the post asks for. */
const factsOf = (
  people: readonly (readonly [level: number | null, required: number])[],
  more: Partial<NeedFacts> = {},
) => {
  const gaps = people.flatMap(([level, required]) => (level === null ? [] : [Math.max(0, required - level)]))
  const perLevel = (of: (person: (typeof people)[number]) => number | null) =>
    [1, 2, 3, 4, 5].map((level) => people.filter((person) => of(person) === level).length)
  const facts: NeedFacts = {
    competency: 'M.1',
    officeId: office,
    criticality: 2,
    gaps: {
      groupId: office,
      competency: 'M.1',
      persons: people.length,
      assessed: gaps.length,
      withGap: gaps.filter((gap) => gap > 0).length,
      certain: 0,
      likely: 0,
      marked: 0,
      missing: gaps.reduce((a, b) => a + b, 0),
      missingSquares: gaps.reduce((a, b) => a + b * b, 0),
      levels: perLevel(([level]) => level),
      required: perLevel(([, required]) => required),
    },
    performance: { appraised: 0, below: 0 },
    aims: undefined,
    voices: [],
    ...more,
  }
  return facts
}
const sum = (change: Partial<VoiceSum>): VoiceSum => ({
  competency: 'M.1',
  officeId: office,
  source: 'own-request',
  voices: 1,
  strength: 2,
  seen: 0,
  ...change,
})

test('need = criticality × what is missing; one’s surplus does not fill another’s shortage', () => {
  const need = needOf(
    factsOf([
      [1, 3],
      [5, 1],
      [2, 3],
      [null, 3],
    ]),
    measures,
  )
  expect(need).toMatchObject({
    persons: 4,
    assessed: 3,
    withGap: 2,
    meanMissing: 1,
    priority: 6,
    sources: ['competency'],
  })
  expect(need.priorityLow).toBeCloseTo(need.low! * 6, 9)
})

test('the interval holds the mean and never goes below nothing', () => {
  const level = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })
  const person = fc.tuple(level, fc.integer({ min: 1, max: 5 }))
  fc.assert(
    fc.property(fc.array(person, { maxLength: 30 }), (people) => {
      const need = needOf(factsOf(people), measures)
      if (need.low === null || need.high === null || need.meanMissing === null) return
      expect(need.low).toBeGreaterThanOrEqual(0)
      expect(need.low).toBeLessThanOrEqual(need.meanMissing)
      expect(need.high).toBeGreaterThanOrEqual(need.meanMissing)
    }),
  )
})

describe('what too few have asked for', () => {
  it('leaves no trace in any number', () => {
    const untold = needOf(factsOf([[1, 2]], { voices: [sum({ voices: 4, strength: 8 })] }), measures)
    const silent = needOf(factsOf([[1, 2]]), measures)
    const numbers = ({ fewVoices: _, sources: __, ...rest }: typeof untold) => rest
    expect(numbers(untold)).toEqual(numbers(silent))
    expect(untold.fewVoices).toBe(true)
  })

  it('counts with the weight of its source once there are enough, or the reader sees each', () => {
    const weights = { ...measures.weights, 'own-request': 0.5, survey: 1.5 }
    const voices = [sum({ voices: 5, strength: 10 }), sum({ source: 'survey', officeId: null, strength: 3, seen: 1 })]
    expect(needOf(factsOf([], { voices }), { ...measures, weights })).toMatchObject({ voices: 6, voicePoints: 9.5 })
    const seen = needOf(factsOf([], { voices: [sum({ voices: 2, strength: 4, seen: 2 })] }), measures)
    expect(seen).toMatchObject({ voices: 2, voicePoints: 4, fewVoices: false })
  })

  it('hides the aims of few as well', () => {
    const aims = { competency: 'M.1', officeId: office, people: 4, assessed: 4, withGap: 3, seen: 0 }
    expect(needOf(factsOf([], { aims }), measures)).toMatchObject({ aimed: null, aimedWithGap: null, sources: [] })
    expect(needOf(factsOf([], { aims: { ...aims, seen: 4 } }), measures)).toMatchObject({ aimed: 4, sources: ['aim'] })
  })
})

test('every method ranks what it can, from the first place on', () => {
  const needs = [
    needOf(
      factsOf([
        [1, 3],
        [1, 3],
      ]),
      measures,
    ),
    needOf(
      factsOf([
        [1, 2],
        [1, 1],
      ]),
      measures,
    ),
    needOf(factsOf([[4, 4]], { criticality: 3 }), measures),
    needOf(factsOf([[null, 4]], { voices: [sum({ source: 'legal-duty', seen: 1 })] }), measures),
  ]
  const [first, second, met, unknown] = ranked(needs)
  expect(first!.places).toMatchObject({ 'gap-criticality': 1, voices: null })
  expect(second!.places['gap-criticality']).toBe(2)
  expect(met).toMatchObject({ quadrant: 'keep-up', places: { 'gap-criticality': 3 } })
  expect(unknown).toMatchObject({ quadrant: null, apart: null, disagrees: false, places: { borich: null, voices: 1 } })
})

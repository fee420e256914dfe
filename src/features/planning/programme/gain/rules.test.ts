import fc from 'fast-check'
import { expect, test } from 'vitest'
import data from '../../../../../regions/lhokseumawe/planning-parameters.json' with { type: 'json' }
import { expectedGain, type PlanningParameters } from '../../parameters/rules.ts'
import { expectedChange } from './rules.ts'

const parameters = data as unknown as PlanningParameters

test('a gain stated as 0.8 ± 0.3 counts as 0.303, between 0.078 and 0.529', () => {
  // By hand: (0.0625·0.8 + 0.09·0.3) ÷ 0.1525 · 0.6, ± 1.96 · √(0.0625·0.09 ÷ 0.1525) · 0.6
  const { expected, low, high } = expectedChange(parameters, { gain: 0.8, standardError: 0.3 })
  expect(expected).toBeCloseTo(0.30295, 4)
  expect(low).toBeCloseTo(0.0771, 3)
  expect(high).toBeCloseTo(0.5288, 3)
})

test('what is known exactly has no width, and keeps what lasts of it', () => {
  expect(expectedChange(parameters, { gain: 0.5, standardError: 0 })).toEqual({ expected: 0.3, low: 0.3, high: 0.3 })
})

test('the less surely a gain is known, the wider its interval, never wider than the prior; its middle is what a plan counts on', () =>
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 4, noNaN: true }),
      fc.double({ min: 0.01, max: 4, noNaN: true }),
      fc.double({ min: 1.01, max: 3, noNaN: true }),
      (gain, standardError, times) => {
        const sure = expectedChange(parameters, { gain, standardError })
        const vague = expectedChange(parameters, { gain, standardError: standardError * times })
        expect(sure.high - sure.low).toBeLessThan(vague.high - vague.low)
        expect(vague.high - vague.low).toBeLessThan(
          2 * 1.96 * parameters.effect.priorSpread * parameters.effect.persistence,
        )
        expect((sure.high + sure.low) / 2).toBeCloseTo(sure.expected)
        expect(sure.expected).toBe(expectedGain(parameters, { gain, standardError }))
      },
    ),
  ))

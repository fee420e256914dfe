import { expectedGain, type PlanningParameters } from '../../parameters/rules.ts'

/** Of a normal distribution: 95 % lie within so many standard deviations. */
const within95 = 1.96

/**
 * The gain in levels that a plan counts on, and where it lies with 95 % probability: the interval of the same posterior that
 * `expectedGain` takes its mean from, times what lasts.
 */
export function expectedChange(
  parameters: PlanningParameters,
  stated: { gain: number; standardError: number },
): { expected: number; low: number; high: number } {
  const { priorSpread, levelsPerStandardDeviation, persistence } = parameters.effect
  const prior = (priorSpread * levelsPerStandardDeviation) ** 2
  const variance = stated.standardError ** 2
  const reach = within95 * Math.sqrt((prior * variance) / (prior + variance)) * persistence
  const expected = expectedGain(parameters, stated)
  return { expected, low: expected - reach, high: expected + reach }
}

import type { Reason } from '../../reason/rules.ts'
import type { Gain, IndexResult, IndicatorResult } from '../result/rules.ts'

/**
 * The index for a reader who may see its points but not the person's sanctions: what was found, the records and the day
 * on which a sanction ends are left out of the discipline dimension, whether there is a sanction or not. The legal status
 * is left unnamed as well, since some of them are a sanction's.
 */
export function withoutSanctions(result: IndexResult): IndexResult {
  const withheld: Reason = { code: 'index.found.sanction-withheld', params: {} }
  const unmeasured = result.unmeasured
  return {
    ...result,
    unmeasured:
      unmeasured?.code === 'index.unmeasured.status'
        ? { ...unmeasured, code: 'index.unmeasured.status-withheld', params: {} }
        : unmeasured,
    dimensions: result.dimensions.map((dimension) =>
      dimension.dimension !== 'discipline'
        ? dimension
        : {
            ...dimension,
            indicators: dimension.indicators.map((indicator): IndicatorResult => ({
              ...indicator,
              found: withheld,
              evidence: [],
              wouldGain: [],
            })),
          },
    ),
  }
}

/** All that would raise the index, the most first. */
export const gainsOf = (result: IndexResult): (Gain & Pick<IndicatorResult, 'indicator'>)[] =>
  result.dimensions
    .flatMap(({ indicators }) =>
      indicators.flatMap(({ indicator, wouldGain }) => wouldGain.map((gain) => ({ ...gain, indicator }))),
    )
    .toSorted((a, b) => b.points - a.points)

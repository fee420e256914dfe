import {
  intraclass,
  type Judgements,
  type Known,
  krippendorffAlpha,
  type MeasurementError,
  quadraticKappa,
  standardErrorOfMeasurement,
} from '../agreement/rules.ts'
import type { RaterKind } from '../assessment/rules.ts'
import type { CompetencyCode } from '../rules.ts'

export const precisionRaters = ['others', 'all'] as const
export type PrecisionRaters = (typeof precisionRaters)[number]

export const unknownReasons = ['too-few-targets', 'no-variation'] as const
export type UnknownReason = (typeof unknownReasons)[number]

/** The standing ratings of one person on one competency by two raters or more, and how many persons have exactly these. */
export interface RatedTogether {
  competency: CompetencyCode
  ratings: readonly { kind: RaterKind; level: number }[]
  persons: number
}

export interface Precision {
  competency: CompetencyCode
  /** Whose ratings the error and alpha rest on. */
  raters: PrecisionRaters
  error: Known<MeasurementError>
  /** Krippendorff's alpha for ordinal levels, over the same ratings as the error; null when it cannot be known. */
  alpha: number | null
  /** Of self and supervisor, the pair that everybody should have: do people see themselves as they are seen? */
  kappa: number | null
  icc: number | null
}

/**
 * How far raters of one competency disagree, in the whole city. The error is taken from raters other than the person, because
 * one's own rating carries a motive that the rating of record seldom has. Only where too few persons have two other raters do
 * the own ratings go in as well: that makes the error larger and every statement more careful, never bolder.
 */
export function precisionOf(
  competency: CompetencyCode,
  together: readonly RatedTogether[],
  minimumTargets: number,
): Precision {
  const others = rowsOf(together, (kind) => kind !== 'self')
  const raters = others.length >= minimumTargets ? 'others' : 'all'
  const rows = raters === 'others' ? others : rowsOf(together, () => true)
  const pairs = pairsOf(together)
  const kappa = quadraticKappa(
    pairs.map(([self]) => self),
    pairs.map(([, supervisor]) => supervisor),
    minimumTargets,
  )
  const icc = intraclass(pairs, minimumTargets)
  const alpha = krippendorffAlpha(rows, 'ordinal', minimumTargets)
  return {
    competency,
    raters,
    error: standardErrorOfMeasurement(rows, minimumTargets),
    alpha: alpha.known ? alpha.value : null,
    kappa: kappa.known ? kappa.value : null,
    icc: icc.known ? icc.value.icc2 : null,
  }
}

// One array stands for all persons with the same ratings, so that memory grows with the patterns and not with the city.
const repeated = <T>(value: T, times: number): T[] => Array.from({ length: times }, () => value)

function rowsOf(together: readonly RatedTogether[], counts: (kind: RaterKind) => boolean): Judgements {
  return together.flatMap(({ ratings, persons }) => {
    const row = ratings.flatMap(({ kind, level }) => (counts(kind) ? [level] : []))
    return row.length < 2 ? [] : repeated(row, persons)
  })
}

function pairsOf(together: readonly RatedTogether[]): [number, number][] {
  return together.flatMap(({ ratings, persons }) => {
    const of = (kind: RaterKind) => ratings.find((rating) => rating.kind === kind)?.level
    const self = of('self')
    const supervisor = of('supervisor')
    return self === undefined || supervisor === undefined ? [] : repeated<[number, number]>([self, supervisor], persons)
  })
}

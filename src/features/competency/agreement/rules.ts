/**
 * Rows are what is judged (one person on one competency), columns are raters; null is a rating not given.
 */
export type Judgements = readonly (readonly (number | null)[])[]

/** A figure, or why it cannot be known. `targets` are the rows it rests on. */
export type Known<T> =
  | { known: true; value: T; targets: number }
  | { known: false; reason: 'too-few-targets' | 'no-variation'; targets: number }

const known = <T>(value: T, targets: number): Known<T> => ({ known: true, value, targets })
const unknown = <T>(reason: 'too-few-targets' | 'no-variation', targets: number): Known<T> => ({
  known: false,
  reason,
  targets,
})

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length
const squares = (values: readonly number[], around: number): number => sum(values.map((v) => (v - around) ** 2))
const given = (row: readonly (number | null)[]): number[] => row.filter((v) => v !== null)

/** No fewer than two rows can say anything, whatever the parameter says. */
const enough = (targets: number, minimumTargets: number): boolean => targets >= Math.max(2, minimumTargets)

export interface Intraclass {
  /** One rater's score when each target has other raters (1), raters are a sample (2), these raters are all (3). */
  icc1: number
  icc2: number
  icc3: number
  /** The same for the mean of the k raters. */
  icc1k: number
  icc2k: number
  icc3k: number
  raters: number
  /** F test of the targets: one-way (1) and two-way (2 and 3), with its degrees of freedom. */
  oneWay: { f: number; df1: number; df2: number }
  twoWay: { f: number; df1: number; df2: number }
}

/**
 * The six intraclass correlations of Shrout & Fleiss (1979) from the rows every rater judged; incomplete rows are left out.
 * May be negative when raters differ more within targets than targets differ.
 */
export function intraclass(judgements: Judgements, minimumTargets: number): Known<Intraclass> {
  const rows = judgements.filter((row) => row.length >= 2 && !row.includes(null)).map(given)
  const n = rows.length
  if (!enough(n, minimumTargets)) return unknown('too-few-targets', n)
  const k = (rows[0] as number[]).length
  const grand = mean(rows.flat())
  const raterMeans = Array.from({ length: k }, (_, j) => mean(rows.map((row) => row[j] as number)))

  const between = (k * squares(rows.map(mean), grand)) / (n - 1)
  const withinSquares = sum(rows.map((row) => squares(row, mean(row))))
  const within = withinSquares / (n * (k - 1))
  const raterSquares = n * squares(raterMeans, grand)
  const rater = raterSquares / (k - 1)
  const error = (withinSquares - raterSquares) / ((n - 1) * (k - 1))
  // Means of equal rows may differ in the last binary digit.
  if (between < 1e-12) return unknown('no-variation', n)

  return known(
    {
      icc1: (between - within) / (between + (k - 1) * within),
      icc2: (between - error) / (between + (k - 1) * error + (k * (rater - error)) / n),
      icc3: (between - error) / (between + (k - 1) * error),
      icc1k: (between - within) / between,
      icc2k: (between - error) / (between + (rater - error) / n),
      icc3k: (between - error) / between,
      raters: k,
      oneWay: { f: between / within, df1: n - 1, df2: n * (k - 1) },
      twoWay: { f: between / error, df1: n - 1, df2: (n - 1) * (k - 1) },
    },
    n,
  )
}

export type Metric = 'nominal' | 'ordinal' | 'interval'

/**
 * Krippendorff's alpha: 1 full agreement, 0 what chance gives, below 0 systematic disagreement. Takes any number of raters
 * and missing ratings; a row with one rating says nothing. `ordinal` suits levels 1–5. Source: Krippendorff (2011),
 * "Computing Krippendorff's Alpha-Reliability".
 */
export function krippendorffAlpha(judgements: Judgements, metric: Metric, minimumTargets: number): Known<number> {
  const rows = judgements.map(given).filter((row) => row.length >= 2)
  if (!enough(rows.length, minimumTargets)) return unknown('too-few-targets', rows.length)
  const values = [...new Set(rows.flat())].sort((a, b) => a - b)
  const counts = values.map((v) => rows.flat().filter((r) => r === v).length)
  const n = sum(counts)
  const distance = distancesOf(values, counts, metric)

  let observed = 0
  for (const row of rows) {
    const at = values.map((v) => row.filter((r) => r === v).length)
    const pairs = eachPair(values.length, (c, d) => (at[c] as number) * (at[d] as number) * distance(c, d))
    observed += pairs / (row.length - 1)
  }
  const expected = eachPair(values.length, (c, d) => (counts[c] as number) * (counts[d] as number) * distance(c, d))
  if (expected === 0) return unknown('no-variation', rows.length)
  return known(1 - ((n - 1) * observed) / expected, rows.length)
}

function eachPair(size: number, weigh: (c: number, d: number) => number): number {
  let total = 0
  for (let c = 0; c < size; c++) for (let d = c + 1; d < size; d++) total += weigh(c, d)
  return total
}

function distancesOf(values: readonly number[], counts: readonly number[], metric: Metric) {
  const distances = {
    nominal: () => 1,
    interval: (c: number, d: number) => ((values[c] as number) - (values[d] as number)) ** 2,
    ordinal: (c: number, d: number) =>
      (sum(counts.slice(c, d + 1)) - ((counts[c] as number) + (counts[d] as number)) / 2) ** 2,
  }
  return distances[metric]
}

/**
 * Cohen's kappa of two raters, disagreement weighed by its square, over the targets both judged: two levels apart counts
 * four times one level. For levels of equal steps; source: Fleiss & Cohen (1973).
 */
export function quadraticKappa(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  minimumTargets: number,
): Known<number> {
  const both = first.flatMap((a, i) => {
    const b = second[i] ?? null
    return a === null || b === null ? [] : [[a, b] as const]
  })
  const n = both.length
  if (!enough(n, minimumTargets)) return unknown('too-few-targets', n)
  const a = both.map(([x]) => x)
  const b = both.map(([, y]) => y)
  const observed = sum(both.map(([x, y]) => (x - y) ** 2)) / n
  // The mean squared difference of two independent draws is the two variances and the squared difference of the means.
  const expected = squares(a, mean(a)) / n + squares(b, mean(b)) / n + (mean(a) - mean(b)) ** 2
  if (expected === 0) return unknown('no-variation', n)
  return known(1 - observed / expected, n)
}

export interface MeasurementError {
  /** In levels. */
  standardError: number
  /** Ratings beyond the first of each target: what the estimate rests on. */
  degreesOfFreedom: number
}

/**
 * The standard error of one rating, in levels: the square root of the mean square within targets. It equals
 * SD·√(1 − ICC(1,1)) with the SD of the one-way model, and is taken directly because it needs no complete table, stays
 * defined where the ICC is negative, and does not change with how different the people happen to be. A rater's general
 * leniency counts as error, since a person's gap must not depend on who rated.
 */
export function standardErrorOfMeasurement(judgements: Judgements, minimumTargets: number): Known<MeasurementError> {
  const rows = judgements.map(given).filter((row) => row.length >= 2)
  if (!enough(rows.length, minimumTargets)) return unknown('too-few-targets', rows.length)
  const degreesOfFreedom = sum(rows.map((row) => row.length - 1))
  const within = sum(rows.map((row) => squares(row, mean(row))))
  return known({ standardError: Math.sqrt(within / degreesOfFreedom), degreesOfFreedom }, rows.length)
}

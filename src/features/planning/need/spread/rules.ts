/**
 * Probability beyond |t| on both sides of Student's distribution. `freedom` > 0.
 * Source: I_x(ν/2, 1/2) with x = ν/(ν+t²), Abramowitz & Stegun 26.7.1.
 */
export const studentTails = (t: number, freedom: number): number =>
  incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5)

/** How many standard errors a two-sided interval reaches to each side, for a confidence between 0 and 1. */
export function studentReach(confidence: number, freedom: number): number {
  const known = reached.get(`${confidence} ${freedom}`)
  if (known !== undefined) return known
  let [low, high] = [0, 1]
  while (studentTails(high, freedom) > 1 - confidence) high *= 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (studentTails(middle, freedom) > 1 - confidence) low = middle
    else high = middle
  }
  reached.set(`${confidence} ${freedom}`, high)
  return high
}

// A list asks for the same few hundred group sizes again and again.
const reached = new Map<string, number>()

/** A group of which some were measured, each with an error of its own. */
export interface Measured {
  /** Measured, and all of whom it is asked. */
  assessed: number
  persons: number
  sum: number
  squares: number
  /** Standard error of one measurement in the unit of `sum`; null where nobody knows it. */
  error: number | null
}

/**
 * The interval of the mean of a whole group from those measured: sampling error for the part that was not measured
 * (finite population correction) and measurement error for the part that was, s²(1−f)/n + σ²f/n with f = n/N, and
 * Student's t with n − 1 degrees. Without a known σ nothing is taken off. Null where two are not there to compare.
 */
export function meanInterval(group: Measured, confidence: number): { low: number; high: number } | null {
  const { assessed: n, persons, sum, squares, error } = group
  if (n < 2) return null
  const mean = sum / n
  const variance = Math.max(0, (squares - n * mean * mean) / (n - 1))
  if (error === null && variance === 0) return null
  const measured = Math.min(1, n / Math.max(n, persons))
  const ofMean = error === null ? variance / n : (variance * (1 - measured) + error * error * measured) / n
  const half = studentReach(confidence, n - 1) * Math.sqrt(ofMean)
  return { low: mean - half, high: mean + half }
}

/** The share of a group with Wilson's interval, 0–1; null for nobody. */
export function shareInterval(
  found: number,
  of: number,
  z: number,
): { share: number; low: number; high: number } | null {
  if (of === 0) return null
  const share = found / of
  const centre = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/** The regularised incomplete beta function, by Lentz's continued fraction (Numerical Recipes 6.4). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a
  const tiny = 1e-300
  const safe = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / safe(1 + even * d)
    c = safe(1 + even / c)
    fraction *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / safe(1 + odd * d)
    c = safe(1 + odd / c)
    fraction *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return front * fraction
}

/** Lanczos, g = 7. */
function logGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z)
  const x = z - 1
  const series = lanczos.reduce((sum, c, i) => sum + (i === 0 ? c : c / (x + i)), 0)
  const t = x + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(series)
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

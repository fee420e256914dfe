import type { Day } from '../../../shared/dates.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { categories, type Category } from '../ruleset/rules.ts'

/** Sums over persons that can be added to each other: office into city, part into whole. */
export interface Tally {
  persons: number
  measured: number
  /** Sums over the measured, in whole hundredths of a point, so that adding in any order gives the same. */
  hundredths: { qualification: number; competency: number; performance: number; discipline: number; total: number }
  categories: Record<Category, number>
  /** The measured by total, in steps of `binWidth` points; a step holds its upper bound, as the categories do. */
  bins: number[]
  /** The measured by the version of the rule set that gave their score. */
  versions: Record<string, number>
}

/** What is kept per unit, year and rule set: the sums and the day they stand for. */
export interface UnitSummary {
  on: Day
  tally: Tally
}

export const binWidth = 5
const lastBin = 100 / binWidth - 1

export interface Counted {
  version: number
  measured: boolean
  category: Category
  scores: { qualification: number; competency: number; performance: number; discipline: number; total: number }
}

export const emptyTally = (): Tally => ({
  persons: 0,
  measured: 0,
  hundredths: { qualification: 0, competency: 0, performance: 0, discipline: 0, total: 0 },
  categories: Object.fromEntries(categories.map((code) => [code, 0])) as Record<Category, number>,
  bins: Array.from({ length: lastBin + 1 }, () => 0),
  versions: {},
})

/** The step of a total: 0 for 0 to 5, 1 for more than 5 to 10, … */
export const binOf = (total: number): number => Math.min(lastBin, Math.max(0, Math.ceil(total / binWidth) - 1))

const parts = ['qualification', 'competency', 'performance', 'discipline', 'total'] as const

/** Counts one person into the tally, in place. Persons outside the measured population only add to `persons`. */
export function count(tally: Tally, result: Counted): void {
  tally.persons++
  if (!result.measured) return
  tally.measured++
  tally.categories[result.category]++
  tally.bins[binOf(result.scores.total)]!++
  tally.versions[result.version] = (tally.versions[result.version] ?? 0) + 1
  for (const part of parts) tally.hundredths[part] += Math.round(result.scores[part] * 100)
}

/** Counts persons who are alike into the tally, in place; the sums are over all of them, in hundredths. */
export function addGroup(
  tally: Tally,
  group: { n: number; measured: boolean; category: Category; bin: number; version: number } & Tally['hundredths'],
): void {
  tally.persons += group.n
  if (!group.measured) return
  tally.measured += group.n
  tally.categories[group.category] += group.n
  tally.bins[group.bin]! += group.n
  tally.versions[group.version] = (tally.versions[group.version] ?? 0) + group.n
  for (const part of parts) tally.hundredths[part] += group[part]
}

export const merge = (a: Tally, b: Tally): Tally => added(a, b, 1)

/** What remains when a part is taken out again: `subtract(merge(a, b), b)` is `a`. */
export const subtract = (whole: Tally, part: Tally): Tally => added(whole, part, -1)

function added(a: Tally, b: Tally, sign: 1 | -1): Tally {
  const sum = emptyTally()
  sum.persons = a.persons + sign * b.persons
  sum.measured = a.measured + sign * b.measured
  for (const part of parts) sum.hundredths[part] = a.hundredths[part] + sign * b.hundredths[part]
  for (const code of categories) sum.categories[code] = a.categories[code] + sign * b.categories[code]
  sum.bins = a.bins.map((n, bin) => n + sign * b.bins[bin]!)
  for (const version of new Set([...Object.keys(a.versions), ...Object.keys(b.versions)])) {
    const n = (a.versions[version] ?? 0) + sign * (b.versions[version] ?? 0)
    if (n !== 0) sum.versions[version] = n
  }
  return sum
}

/** Each unit with everything below it, and under `null` the whole city, from what each unit has on its own. */
export function rollUp(
  own: Iterable<readonly [UnitId | null, Tally]>,
  ancestorsOf: ReadonlyMap<UnitId, readonly UnitId[]>,
): Map<UnitId | null, Tally> {
  const totals = new Map<UnitId | null, Tally>()
  for (const [unitId, tally] of own) {
    const above = unitId === null ? [] : (ancestorsOf.get(unitId) ?? [unitId])
    for (const unit of [...above, null]) {
      const sum = totals.get(unit)
      totals.set(unit, sum === undefined ? tally : merge(sum, tally))
    }
  }
  return totals
}

/** Means over the measured, rounded half up to two decimals; null where nobody is measured. */
export function meansOf(tally: Tally): Tally['hundredths'] | null {
  if (tally.measured === 0) return null
  const mean = (part: (typeof parts)[number]) => Math.round(tally.hundredths[part] / tally.measured) / 100
  return {
    qualification: mean('qualification'),
    competency: mean('competency'),
    performance: mean('performance'),
    discipline: mean('discipline'),
    total: mean('total'),
  }
}

/** The index of a unit: Σ of the measured persons' totals ÷ their number (Peraturan BKN 8/2019), and who lies where. */
export function unitIndex(results: Iterable<Counted>): {
  index: number | null
  measured: number
  persons: number
  categories: Record<Category, number>
  tally: Tally
} {
  const tally = emptyTally()
  for (const result of results) count(tally, result)
  const { measured, persons } = tally
  return { index: meansOf(tally)?.total ?? null, measured, persons, categories: tally.categories, tally }
}

import { studentTails } from '../spread/rules.ts'

/** How needs can be put in order. None of them is law: PP 11/2017 asks for the analyses, not for a formula. */
export const rankingMethods = [
  'gap-criticality',
  'borich',
  'importance-performance',
  'ranked-discrepancy',
  'voices',
] as const
export type RankingMethod = (typeof rankingMethods)[number]

/** So many people for whom something matters so much and is done so well. Both on one scale. */
export interface Judgement {
  importance: number
  performance: number
  persons: number
}

/** What all methods of discrepancy rest on: means and the paired difference (importance − performance). */
export interface Discrepancy {
  persons: number
  importance: number
  performance: number
  gap: number
  /** Paired t and its two-sided p; null where fewer than two people answered or all differences are the same. */
  t: number | null
  p: number | null
}

/** Hennessy–Hicks: mean importance, mean performance, their mean difference and its paired t-test. Null for nobody. */
export function discrepancyOf(judgements: readonly Judgement[]): Discrepancy | null {
  const persons = total(judgements, () => 1)
  if (persons === 0) return null
  const gap = total(judgements, (j) => j.importance - j.performance) / persons
  const squares = total(judgements, (j) => (j.importance - j.performance - gap) ** 2)
  const t = persons < 2 || squares === 0 ? null : gap / Math.sqrt(squares / (persons - 1) / persons)
  return {
    persons,
    importance: total(judgements, (j) => j.importance) / persons,
    performance: total(judgements, (j) => j.performance) / persons,
    gap,
    t,
    p: t === null ? null : studentTails(t, persons - 1),
  }
}

/** Borich's mean weighted discrepancy score: mean[(importance − performance) · mean importance]. Null for nobody. */
export function meanWeightedDiscrepancy(judgements: readonly Judgement[]): number | null {
  const found = discrepancyOf(judgements)
  return found && found.gap * found.importance
}

/**
 * Ranked discrepancy score (Narine & Harder 2021), −100 … 100: those who do better than it matters, less those who do worse, in per cent, without
 * a mean of ordered classes. Negative is a need. Null for nobody.
 */
export function rankedDiscrepancy(judgements: readonly Judgement[]): number | null {
  const persons = total(judgements, () => 1)
  if (persons === 0) return null
  return (100 * total(judgements, (j) => Math.sign(j.performance - j.importance))) / persons
}

export const quadrants = ['concentrate', 'keep-up', 'low-priority', 'possible-excess'] as const
export type Quadrant = (typeof quadrants)[number]

/** The field of the importance–performance grid; the lines of the grid are the means of everything compared. */
export function quadrantOf(
  { importance, performance }: Pick<Discrepancy, 'importance' | 'performance'>,
  lines: { importance: number; performance: number },
): Quadrant {
  const matters = importance >= lines.importance
  const done = performance >= lines.performance
  return matters ? (done ? 'keep-up' : 'concentrate') : done ? 'possible-excess' : 'low-priority'
}

/** Where the grid's lines stand: the mean of the items' means. */
export function linesOf(items: readonly Pick<Discrepancy, 'importance' | 'performance'>[]) {
  const mean = (of: (item: (typeof items)[number]) => number) =>
    items.reduce((sum, item) => sum + of(item), 0) / Math.max(1, items.length)
  return { importance: mean((item) => item.importance), performance: mean((item) => item.performance) }
}

/**
 * The order of the grid as one number, the higher the more pressing: first the field (concentrate, low-priority, keep-up,
 * possible-excess), within it the difference. `span` is wider than any difference.
 */
export const quadrantScore = (quadrant: Quadrant, gap: number, span: number): number =>
  (quadrants.length - 1 - pressing.indexOf(quadrant)) * 2 * span + gap

const pressing: readonly Quadrant[] = ['concentrate', 'low-priority', 'keep-up', 'possible-excess']

/** Need of a group: criticality × the levels missing, summed over those assessed (reference: need = crit × max(0, gap)). */
export const weightedGap = (criticality: number, levelsMissing: number): number => criticality * levelsMissing

/**
 * Criticality (0–3) on the scale of levels (0–5), so that importance and ability can be compared. It looks past what the
 * single post requires, which is why these methods and gap × criticality can disagree.
 */
export const importanceOnLevels = (criticality: number): number => (criticality / 3) * 5

/** Places from 1, the highest score first; equal scores share a place, null has none. */
export function placesOf(scores: readonly (number | null)[]): (number | null)[] {
  const sorted = scores.flatMap((s) => (s === null ? [] : [s])).toSorted((a, b) => b - a)
  const firstAt = new Map<number, number>()
  sorted.forEach((score, i) => {
    if (!firstAt.has(score)) firstAt.set(score, i + 1)
  })
  return scores.map((score) => (score === null ? null : firstAt.get(score)!))
}

/** How far apart the methods put one need, as a share of everything ranked (0–1); null where fewer than two rank it. */
export function disagreement(places: readonly (number | null)[], ranked: number): number | null {
  const known = places.flatMap((place) => (place === null ? [] : [place]))
  if (known.length < 2 || ranked < 2) return null
  return (Math.max(...known) - Math.min(...known)) / (ranked - 1)
}

/** From here on the screens say that the methods disagree: half of the list apart (D, for the eye alone). */
export const farApart = 1 / 2

const total = (judgements: readonly Judgement[], of: (judgement: Judgement) => number): number =>
  judgements.reduce((sum, judgement) => sum + judgement.persons * of(judgement), 0)

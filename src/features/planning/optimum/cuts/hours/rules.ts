import { type Entry, open } from '../../matrix/rules.ts'
import type { Model } from '../../model/form/rules.ts'
import { type Option, optionsOf, possibleSets } from '../options/rules.ts'
import { type Cut, least } from '../found/rules.ts'

/** Of each person at most so many programmes are looked at together: 512 sets. */
const together = 9

/**
 * Hours that count are `min(need, hours taken)`. Halves of several courses seem to fill a need that no whole set of
 * them fills; inequalities lifted over the sets that the person can really take (Wolsey 1976) cut such mixtures off.
 */
export function hourCuts(model: Model, value: ArrayLike<number>): Cut[] {
  const { indexed } = model
  const cuts: Cut[] = []
  for (let i = 0; i < indexed.people.length; i++) {
    const h = model.missing[i]!
    if (h < 0) continue
    const options = optionsOf(model, i, value)
    if (!options.some(({ share }) => share > least && share < 1 - least)) continue
    const cut = bestCut(options, indexed.need[i]!, indexed.room[i]!, h, value[h]!)
    if (cut) cuts.push(cut)
  }
  return cuts
}

function bestCut(options: readonly Option[], need: number, room: number, h: number, missing: number): Cut | null {
  const ranked = options.toSorted((a, b) => b.share - a.share || b.hours - a.hours)
  const near = ranked.slice(0, together)
  const sets = possibleSets(near, room)
  const hours = sets.map((mask) => near.reduce((sum, o, k) => sum + ((mask >> k) & 1 ? o.hours : 0), 0))
  const counted = hours.map((sum) => Math.min(need, sum))
  // Those not looked at count in full: hours that count are subadditive.
  const far = ranked.slice(together).map((o) => Math.min(need, o.hours))
  let best: Cut | null = null
  for (const seed of seedsOf(near, sets)) {
    const { constant, weight } = lifted(seed, sets, counted, near.length)
    // hours that count ≤ constant + Σ weight · share, and hours missing = need − hours that count
    let have = missing + constant - need
    near.forEach((o, k) => (have += weight[k]! * o.share))
    ranked.slice(together).forEach((o, k) => (have += far[k]! * o.share))
    const by = -have / need
    if (by <= Math.max(least, best?.by ?? 0)) continue
    const all = [...weight, ...far]
    const entries: Entry[] = [[h, 1]]
    ranked.forEach((o, k) => {
      if (all[k] !== 0) for (const column of o.columns) entries.push([column, all[k]!])
    })
    best = { lower: need - constant, upper: open, entries, by }
  }
  return best
}

/** Sets to lift from: those taken most, one by one and together, as far as they can be taken at all. */
function seedsOf(near: readonly Option[], sets: readonly number[]): number[] {
  const possible = new Set(sets)
  const seeds = new Set<number>([0])
  let prefix = 0
  near.forEach((o, k) => {
    if (o.share <= least) return
    seeds.add(1 << k)
    prefix |= 1 << k
    seeds.add(prefix)
    for (let other = 0; other < k; other++) seeds.add((1 << k) | (1 << other))
  })
  return [...seeds].filter((seed) => possible.has(seed))
}

/**
 * Starts from "hours ≤ those of the seed" for plans that agree with the seed, and lets the programmes vary one by one,
 * each at the least weight that keeps the inequality true of every possible set.
 */
function lifted(
  seed: number,
  sets: readonly number[],
  counted: readonly number[],
  n: number,
): { constant: number; weight: number[] } {
  const weight = new Array<number>(n).fill(0)
  let constant = counted[sets.indexOf(seed)]!
  let free = 0
  for (let k = 0; k < n; k++) {
    const bit = 1 << k
    const inSeed = (seed & bit) !== 0
    // The most by which a possible set, different from the seed here and maybe at those already free, breaks it.
    let most = -Infinity
    for (let j = 0; j < sets.length; j++) {
      const mask = sets[j]!
      if (((mask & bit) !== 0) === inSeed || ((mask ^ seed) & ~free & ~bit) !== 0) continue
      let side = constant
      for (let f = 0; f < k; f++) if ((mask >> f) & 1) side += weight[f]!
      most = Math.max(most, counted[j]! - side)
    }
    if (most === -Infinity) most = 0
    if (inSeed) {
      // constant − a·(1 − w): the side falls by a when the programme is left out.
      weight[k] = -most
      constant += most
    } else weight[k] = most
    free |= bit
  }
  return { constant, weight }
}

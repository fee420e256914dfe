import type { Problem } from '../../src/features/planning/optimum/problem/rules.ts'
import { readInstance } from '../../src/features/planning/optimum/instance/rules.ts'

/** A seeded stream of numbers in [0, 1) (mulberry32). */
function stream(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const competencies = 8
const weeks = 44

/**
 * A synthetic plan problem in the statistics of the reference instances M1 and S1: gaps and criticalities, benefits, two
 * to four sessions a programme, seats 25–35, money 3.4 per person, about one office per 75 people (per 38 below 600).
 */
export function generatePlan(seed: number, people: number, programmes: number): Problem {
  const next = stream(seed)
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(things: readonly T[]): T => things[Math.floor(next() * things.length)]!
  const byShare = (shares: readonly number[]): number => {
    const u = next()
    const k = shares.findIndex((share) => u < share)
    return k < 0 ? shares.length : k
  }
  const sizes = officeSizes(people, Math.max(3, Math.round((people > 600 ? 1 : 2) * (people / 75))), int)
  const offered = Array.from({ length: programmes }, (_, id) => {
    const jp = pick([8, 8, 12, 16, 20, 24, 32])
    const effect = new Map<number, number>()
    for (let k = pick([1, 1, 2]); k > 0; k--) effect.set(int(0, competencies - 1), int(1, 3))
    return {
      id,
      jp,
      length: jp > 24 ? 2 : 1,
      online: next() < 0.15 ? 1 : 0,
      fixed_cost: int(5, 10) * 2,
      seat_cost: Math.max(1, Math.floor(jp / 10)),
      min_seats: pick([6, 8, 10]),
      max_seats: int(25, 35),
      effect,
      prereq: id > 2 && next() < 0.15 ? int(0, id - 1) : null,
    }
  })
  const sessions: { id: number; prog: number; weeks: number[] }[] = []
  for (const p of offered) {
    const starts = new Set<number>()
    for (let n = int(2, 4); starts.size < n;) starts.add(int(1, weeks - p.length + 1))
    for (const start of [...starts].toSorted((a, b) => a - b))
      sessions.push({
        id: sessions.length,
        prog: p.id,
        weeks: Array.from({ length: p.length }, (_, k) => start + k),
      })
  }
  const eligible: { prog: number; benefit: number }[][] = []
  const persons = sizes.flatMap((size, office) =>
    Array.from({ length: size }, () => {
      const gap = Array.from({ length: competencies }, () => byShare([0.36, 0.6, 0.82, 0.945, 0.985]))
      const crit = Array.from({ length: competencies }, () => 1 + byShare([0.5, 0.75]))
      const benefit = (prog: number) =>
        [...offered[prog]!.effect].reduce((sum, [c, effect]) => sum + 4 * crit[c]! * Math.min(gap[c]!, effect), 0)
      const best = offered
        .map(({ id }) => ({ prog: id, benefit: benefit(id) }))
        .filter((w) => w.benefit > 0)
        .toSorted((a, b) => b.benefit - a.benefit || a.prog - b.prog)
        .slice(0, 5)
      // A prerequisite may be attended even where it closes no gap of its own.
      for (const { prog } of best) {
        const before = offered[prog]!.prereq
        if (before !== null && !best.some((w) => w.prog === before))
          best.push({ prog: before, benefit: benefit(before) })
      }
      eligible.push(best)
      return { office, gender: next() < 0.5 ? 'F' : 'M', jp_done: next() < 0.55 ? 0 : pick([4, 8, 12]) }
    }),
  )
  const read = readInstance({
    name: `plan_${people}p_${programmes}prog_seed${seed}`,
    weeks,
    rooms_per_week: Math.max(1, Math.round(programmes / 7)),
    alpha: 0.15,
    budget: Math.round(3.4 * people),
    jp_target: 20,
    jp_cap: 64,
    shortfall_penalty: 1,
    cover_num: 7,
    cover_penalty: 15,
    office_sizes: sizes,
    people: persons.map((q, id) => ({ id, ...q })),
    programmes: offered,
    sessions,
    eligible,
  })
  if ('code' in read) throw new Error(read.code)
  return read.problem
}

/** Offices of unlike sizes that add up to all people. */
function officeSizes(people: number, offices: number, int: (low: number, high: number) => number): number[] {
  const weights = Array.from({ length: offices }, () => int(5, 12))
  const total = weights.reduce((sum, w) => sum + w, 0)
  const sizes = weights.map((w) => Math.max(1, Math.floor((w / total) * people)))
  sizes[offices - 1]! += people - sizes.reduce((sum, size) => sum + size, 0)
  return sizes
}

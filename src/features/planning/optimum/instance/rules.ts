import * as z from 'zod'
import type { WordParams } from '../../../../shared/words.ts'
import type { Floor, Problem } from '../problem/rules.ts'

/** A sentence still without a language: the key of its words and what fills them. */
export interface Reason {
  code: string
  params: WordParams
}

const count = z.int().min(0)
const shape = z.object({
  name: z.string().optional(),
  weeks: z.int().min(1),
  rooms_per_week: count,
  alpha: z.number().min(0),
  budget: z.number().min(0),
  jp_target: z.number().min(0),
  jp_cap: z.number().min(0),
  shortfall_penalty: z.number().min(0),
  cover_num: z.number().min(0).max(10),
  cover_penalty: z.number().min(0),
  office_sizes: z.array(count),
  people: z.array(z.object({ id: z.int(), office: count, gender: z.string(), jp_done: z.number().min(0) })),
  programmes: z.array(
    z.object({
      id: z.int(),
      jp: z.number().min(0),
      online: z.union([z.literal(0), z.literal(1), z.boolean()]),
      fixed_cost: z.number().min(0),
      seat_cost: z.number().min(0),
      min_seats: count,
      max_seats: count,
      prereq: z.int().nullish(),
    }),
  ),
  sessions: z.array(z.object({ id: z.int(), prog: z.int(), weeks: z.array(z.int()).min(1) })),
  eligible: z.array(z.array(z.object({ prog: z.int(), benefit: z.number() }))),
  open_sessions: z.array(z.int()).optional(),
})
type Instance = z.infer<typeof shape>

/** What an instance with a fixed calendar pays for every seat below the minimum of a session that runs. */
const missingSeatPrice = 3

/** Reads a plan instance: the problem, or the first thing that is wrong with it. */
export function readInstance(value: unknown): { problem: Problem } | Reason {
  const read = shape.safeParse(value)
  if (!read.success) {
    const issue = read.error.issues[0]
    const field = issue?.path.map(String).join('.') ?? ''
    const negative = issue?.code === 'too_small' && issue.origin === 'number'
    if (field === '') return { code: 'optimum.instance.no-object', params: {} }
    return { code: negative ? 'optimum.instance.negative' : 'optimum.instance.field', params: { field } }
  }
  return contradiction(read.data) ?? { problem: problemOf(read.data) }
}

function contradiction(d: Instance): Reason | null {
  for (const [field, things] of [
    ['people', d.people],
    ['programmes', d.programmes],
    ['sessions', d.sessions],
  ] as const) {
    const twice = firstTwice(things.map(({ id }) => id))
    if (twice !== undefined) return { code: 'optimum.instance.twice', params: { field, id: String(twice) } }
  }
  if (d.eligible.length !== d.people.length) {
    return { code: 'optimum.instance.eligible-length', params: { n: d.eligible.length, people: d.people.length } }
  }
  const known = new Set(d.programmes.map(({ id }) => id))
  const unknown = (field: string, id: number): Reason => ({
    code: 'optimum.instance.unknown',
    params: { field, id: String(id) },
  })
  for (const p of d.programmes) {
    if (p.prereq != null && !known.has(p.prereq)) return unknown('programmes.prereq', p.prereq)
    if (p.min_seats > p.max_seats) return { code: 'optimum.instance.seats', params: { id: String(p.id) } }
  }
  for (const s of d.sessions) {
    if (!known.has(s.prog)) return unknown('sessions.prog', s.prog)
    if (s.weeks.some((week, k) => k > 0 && week <= s.weeks[k - 1]!))
      return { code: 'optimum.instance.weeks', params: { id: String(s.id) } }
  }
  for (const wishes of d.eligible)
    for (const { prog } of wishes) if (!known.has(prog)) return unknown('eligible.prog', prog)
  for (const q of d.people) {
    if (q.office >= d.office_sizes.length) return unknown('people.office', q.office)
    if (q.jp_done > d.jp_cap) return { code: 'optimum.instance.over-cap', params: { id: String(q.id) } }
  }
  const sessions = new Set(d.sessions.map(({ id }) => id))
  const stray = d.open_sessions?.find((id) => !sessions.has(id))
  if (stray !== undefined) return unknown('open_sessions', stray)
  const circle = circleIn(new Map(d.programmes.map(({ id, prereq }) => [id, prereq ?? null])))
  return circle && { code: 'optimum.instance.circle', params: { programmes: circle.join(' → ') } }
}

function firstTwice(ids: readonly number[]): number | undefined {
  const seen = new Set<number>()
  return ids.find((id) => seen.size === seen.add(id).size)
}

/** A chain of prerequisites that leads back to its beginning; null when there is none. */
export function circleIn<T>(prerequisite: ReadonlyMap<T, T | null>): T[] | null {
  for (const start of prerequisite.keys()) {
    const chain = [start]
    for (let at = prerequisite.get(start); at != null; at = prerequisite.get(at)) {
      if (at === start) return [...chain, start]
      if (chain.includes(at)) break
      chain.push(at)
    }
  }
  return null
}

function problemOf(d: Instance): Problem {
  const groups: [string, number[]][] = [
    ...d.office_sizes.map((_, o): [string, number[]] => [
      `office ${o}`,
      d.people.flatMap((q) => (q.office === o ? [q.id] : [])),
    ]),
    ...['F', 'M'].map((sex): [string, number[]] => [
      `gender ${sex}`,
      d.people.flatMap((q) => (q.gender === sex ? [q.id] : [])),
    ]),
  ]
  const floors = groups
    .filter(([, members]) => members.length > 0)
    .map(([id, members]): Floor => ({
      id,
      members,
      least: Math.ceil((d.cover_num * members.length) / 10),
      force: { price: d.cover_penalty },
    }))
  const fixed = d.open_sessions && new Set(d.open_sessions)
  return {
    name: d.name,
    people: d.people.map((q, i) => ({
      id: q.id,
      office: q.office,
      hoursDone: q.jp_done,
      hoursCap: d.jp_cap,
      wishes: [...new Map(d.eligible[i]!.map((e) => [e.prog, { programme: e.prog, benefit: e.benefit }])).values()],
    })),
    programmes: d.programmes.map((p) => ({
      id: p.id,
      hours: p.jp,
      online: Boolean(p.online),
      costPerSession: { all: p.fixed_cost },
      costPerSeat: { all: p.seat_cost },
      seatsLeast: p.min_seats,
      seatsMost: p.max_seats,
      prerequisite: p.prereq ?? null,
    })),
    sessions: d.sessions.map(({ id, prog, weeks }) => ({ id, programme: prog, weeks })),
    hoursTarget: { hours: d.jp_target, force: { price: d.shortfall_penalty } },
    sources: [{ id: 'budget', amount: d.budget }],
    away: {
      share: d.alpha,
      offices: d.office_sizes.map((size, id) => ({ id, size })),
      force: 'hard',
    },
    floors,
    ...(fixed
      ? {
          seatsLeastForce: { price: missingSeatPrice },
          pins: d.sessions.map(({ id }) => ({ session: id, runs: fixed.has(id) })),
        }
      : { rooms: { perWeek: d.rooms_per_week, force: 'hard' } }),
  }
}

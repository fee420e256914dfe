import { awayLimit, costIn, priceOf, roomsIn } from '../../problem/rules.ts'
import type { Indexed } from '../../indexed/rules.ts'

/**
 * A plan being filled by hand, one seat at a time, that never breaks a hard condition about people, offices, rooms,
 * instructors and money. What is soft counts at its price.
 */
export interface Draft {
  taken: Uint8Array
  running: Uint8Array
  seats: Int32Array
  hours: Float64Array
  count: Int32Array
  away: Map<number, number>
  rooms: Map<number, number>
  teaching: Map<string, number>
  spent: number
  reached: Int32Array
  floorsOf: number[][]
}

export const emptyDraft = (indexed: Indexed): Draft => {
  const personAt = new Map(indexed.people.map(({ id }, i) => [id, i]))
  const floorsOf: number[][] = indexed.people.map(() => [])
  ;(indexed.problem.floors ?? []).forEach((floor, f) => {
    if (floor.force !== 'off') for (const id of floor.members) floorsOf[personAt.get(id) ?? -1]?.push(f)
  })
  return {
    taken: new Uint8Array(indexed.seatPerson.length),
    running: new Uint8Array(indexed.sessions.length),
    seats: new Int32Array(indexed.sessions.length),
    hours: new Float64Array(indexed.people.length),
    count: new Int32Array(indexed.people.length),
    away: new Map(),
    rooms: new Map(),
    teaching: new Map(),
    spent: 0,
    reached: new Int32Array(indexed.problem.floors?.length ?? 0),
    floorsOf,
  }
}

/** The frame that does not change while drafts do: offices by number, limits, total money. */
export interface Frame {
  office: Int32Array
  awayLimit: Float64Array
  budget: number
  seatCost: Float64Array
  sessionCost: Float64Array
  hourPrice: number
  floorPrice: number[]
}

export function frameOf(indexed: Indexed): Frame {
  const { problem } = indexed
  const offices = new Map<string | number, number>()
  const office = Int32Array.from(indexed.people, (q) => {
    const known = offices.get(q.office) ?? offices.size
    offices.set(q.office, known)
    return known
  })
  const size = new Map((problem.away?.offices ?? []).map((o) => [o.id, o.size]))
  const counts = problem.away && problem.away.force !== 'off' ? problem.away.share : null
  const limit = Float64Array.from(offices.keys(), (id) =>
    counts === null ? Number.POSITIVE_INFINITY : awayLimit(counts, size.get(id) ?? 0),
  )
  const target = priceOf(problem.hoursTarget?.force ?? 'off')
  return {
    office,
    awayLimit: limit,
    budget: problem.sources?.length
      ? problem.sources.reduce((sum, s) => sum + (s.force === 'off' ? Infinity : s.amount), 0)
      : Infinity,
    seatCost: Float64Array.from(indexed.programmes, (p) => costIn(p.costPerSeat)),
    sessionCost: Float64Array.from(indexed.programmes, (p) => costIn(p.costPerSession)),
    // What must hold is worth more than anything that may.
    hourPrice: target === undefined ? 0 : (target ?? 1000),
    floorPrice: (problem.floors ?? []).map((f) => priceOf(f.force) ?? (f.force === 'off' ? 0 : 1000)),
  }
}

/** Whether person of seat `x` can sit there now, the session running. */
export function canSit(indexed: Indexed, frame: Frame, draft: Draft, x: number): boolean {
  const s = indexed.seatSession[x]!
  const i = indexed.seatPerson[x]!
  const p = indexed.programmeOf[s]!
  const programme = indexed.programmes[p]!
  if (draft.taken[x] || draft.seats[s]! >= programme.seatsMost) return false
  if (draft.hours[i]! + programme.hours > indexed.room[i]!) return false
  const weeks = indexed.sessions[s]!.weeks
  let met = programme.prerequisite === null || indexed.people[i]!.finished?.includes(programme.prerequisite) === true
  for (let other = indexed.from[i]!; other < indexed.from[i + 1]!; other++) {
    if (!draft.taken[other]) continue
    const t = indexed.sessions[indexed.seatSession[other]!]!
    if (t.programme === programme.id || t.weeks.some((w) => weeks.includes(w))) return false
    if (t.programme === programme.prerequisite && t.weeks.at(-1)! < weeks[0]!) met = true
  }
  if (!met && indexed.problem.prerequisiteForce !== 'off') return false
  if (programme.online) return true
  const office = frame.office[i]!
  return weeks.every((w) => (draft.away.get(office * 1000 + w) ?? 0) < frame.awayLimit[office]!)
}

/** What seating `x` adds to the objective, money apart. */
export function gainOf(indexed: Indexed, frame: Frame, draft: Draft, x: number): number {
  const i = indexed.seatPerson[x]!
  const left = Math.max(0, indexed.need[i]! - draft.hours[i]!)
  const hours = indexed.programmes[indexed.programmeOf[indexed.seatSession[x]!]!]!.hours
  let gain = indexed.seatBenefit[x]! + frame.hourPrice * Math.min(left, hours)
  if (draft.count[i] === 0)
    for (const f of draft.floorsOf[i]!)
      if (draft.reached[f]! < indexed.problem.floors![f]!.least) gain += frame.floorPrice[f]!
  return gain
}

/** Seats (`by` 1) or unseats (−1) without asking. */
export function seat(indexed: Indexed, frame: Frame, draft: Draft, x: number, by: 1 | -1): void {
  const s = indexed.seatSession[x]!
  const i = indexed.seatPerson[x]!
  const p = indexed.programmeOf[s]!
  draft.taken[x] = by === 1 ? 1 : 0
  draft.seats[s]! += by
  draft.hours[i]! += by * indexed.programmes[p]!.hours
  draft.spent += by * frame.seatCost[p]!
  const before = draft.count[i]!
  draft.count[i]! += by
  if (before === 0 || draft.count[i] === 0) for (const f of draft.floorsOf[i]!) draft.reached[f]! += by
  if (!indexed.programmes[p]!.online)
    for (const w of indexed.sessions[s]!.weeks) {
      const key = frame.office[i]! * 1000 + w
      draft.away.set(key, (draft.away.get(key) ?? 0) + by)
    }
}

/** Whether a session may be opened now, seats and money apart. */
export function canOpen(indexed: Indexed, draft: Draft, s: number): boolean {
  if (draft.running[s] || !indexed.mayRun[s]) return false
  const { rooms, instructorForce } = indexed.problem
  const session = indexed.sessions[s]!
  const online = indexed.programmes[indexed.programmeOf[s]!]!.online
  if (rooms && rooms.force !== 'off' && !online)
    if (session.weeks.some((w) => (draft.rooms.get(w) ?? 0) >= roomsIn(rooms, w))) return false
  return (
    session.instructor === undefined ||
    instructorForce === 'off' ||
    session.weeks.every((w) => !draft.teaching.get(`${session.instructor} ${w}`))
  )
}

/** Opens (`by` 1) or closes (−1) without asking. */
export function run(indexed: Indexed, frame: Frame, draft: Draft, s: number, by: 1 | -1): void {
  const p = indexed.programmeOf[s]!
  const session = indexed.sessions[s]!
  draft.running[s] = by === 1 ? 1 : 0
  draft.spent += by * frame.sessionCost[p]!
  for (const w of session.weeks) {
    if (!indexed.programmes[p]!.online) draft.rooms.set(w, (draft.rooms.get(w) ?? 0) + by)
    if (session.instructor !== undefined)
      draft.teaching.set(`${session.instructor} ${w}`, (draft.teaching.get(`${session.instructor} ${w}`) ?? 0) + by)
  }
}

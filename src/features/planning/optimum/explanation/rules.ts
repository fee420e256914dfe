import {
  canOpen,
  canSit,
  type Draft,
  emptyDraft,
  type Frame,
  frameOf,
  gainOf,
  run,
  seat,
} from '../greedy/state/rules.ts'
import { index, type Indexed } from '../indexed/rules.ts'
import { type Id, type Plan, priceOf, type Problem, roomsIn } from '../problem/rules.ts'

/**
 * Why something is not in the plan. `no-gap` the person gains nothing from it by right; `no-session` none is offered;
 * `not-running` none runs (ask about the sessions); `no-gain` it could be added and brings nothing; `could-enter` it
 * could be added with gain, so the plan was stopped before its best. The others name what stands in the way.
 */
export interface Reason {
  code:
    | 'no-gap'
    | 'no-session'
    | 'not-running'
    | 'no-gain'
    | 'could-enter'
    | 'pinned-out'
    | 'blackout'
    | 'seats-full'
    | 'week-clash'
    | 'office-away'
    | 'hours-cap'
    | 'prerequisite'
    | 'budget'
    | 'rooms'
    | 'instructor'
    | 'min-seats-not-reached'
    | 'better-used-elsewhere'
  values: Record<string, Id>
}

export interface Why {
  /** Everything named must give way together for the item to enter. */
  reasons: Reason[]
  /** What the item would then add to the objective. */
  gain: number
  /** The session of the programme that is nearest to possible, when the item is a programme. */
  session?: Id
}

/** A plan laid out for questions; building it once answers thousands. */
export interface Explained {
  indexed: Indexed
  frame: Frame
  draft: Draft
}

/** Lays a plan out. */
export function explained(problem: Problem, plan: Plan): Explained {
  // What is pinned or blacked out is a reason to be named, so its seats must exist here.
  const indexed = index({ ...problem, pins: [], blackout: undefined, hoursCapForce: 'off' })
  const frame = frameOf(indexed)
  const draft = emptyDraft(indexed)
  const open = new Set(plan.open)
  indexed.sessions.forEach(({ id }, s) => open.has(id) && run(indexed, frame, draft, s, 1))
  const taken = new Set(plan.assign.map((a) => JSON.stringify(a)))
  indexed.seatPerson.forEach((i, x) => {
    if (taken.has(JSON.stringify([indexed.people[i]!.id, indexed.sessions[indexed.seatSession[x]!]!.id])))
      seat(indexed, frame, draft, x, 1)
  })
  return { indexed: { ...indexed, problem }, frame, draft }
}

/** Why a person does not attend a programme; null when they do. */
export function whyNot(at: Explained, person: Id, programme: Id): Why | null {
  const { indexed, draft, frame } = at
  const i = indexed.people.findIndex(({ id }) => id === person)
  const p = indexed.programmes.findIndex(({ id }) => id === programme)
  if (i < 0 || p < 0 || !indexed.people[i]!.wishes.some((w) => w.programme === programme))
    return { reasons: [{ code: 'no-gap', values: {} }], gain: 0 }
  if (indexed.sessionsOf[p]!.length === 0) return { reasons: [{ code: 'no-session', values: {} }], gain: 0 }
  let best: Why | null = null
  for (let x = indexed.from[i]!; x < indexed.from[i + 1]!; x++) {
    const s = indexed.seatSession[x]!
    if (indexed.programmeOf[s] !== p) continue
    if (draft.taken[x]) return null
    if (!draft.running[s]) continue
    const reasons = obstacles(at, x)
    const gain = gainOf(indexed, frame, draft, x) - softCost(at, x)
    const why = { reasons, gain, session: indexed.sessions[s]!.id }
    if (!best || reasons.length < best.reasons.length) best = why
  }
  if (!best) return { reasons: [{ code: 'not-running', values: {} }], gain: 0 }
  // Nothing stands in the way of what brings nothing; what brings nothing needs no other reason.
  if (best.gain <= 0) return { ...best, reasons: [{ code: 'no-gain', values: { amount: best.gain } }] }
  if (best.reasons.length === 0) return { ...best, reasons: [{ code: 'could-enter', values: { amount: best.gain } }] }
  return best
}

const isHard = (force: Parameters<typeof priceOf>[0]): boolean => priceOf(force) === null

/** The hard conditions that adding one seat to a running session would break. */
function obstacles(at: Explained, x: number): Reason[] {
  const { indexed, draft, frame } = at
  const { problem } = indexed
  const i = indexed.seatPerson[x]!
  const s = indexed.seatSession[x]!
  const p = indexed.programmeOf[s]!
  const programme = indexed.programmes[p]!
  const person = indexed.people[i]!
  const session = indexed.sessions[s]!
  const reasons: Reason[] = []
  const out = (problem.pins ?? []).some(
    (pin) =>
      'person' in pin &&
      !pin.in &&
      pin.person === person.id &&
      ('session' in pin ? pin.session === session.id : pin.programme === programme.id),
  )
  if (out) reasons.push({ code: 'pinned-out', values: {} })
  if (isHard(problem.seatsMostForce) && draft.seats[s]! >= programme.seatsMost)
    reasons.push({ code: 'seats-full', values: { seats: programme.seatsMost, least: leastSeated(at, s) } })
  let met = programme.prerequisite === null || person.finished?.includes(programme.prerequisite) === true
  for (let other = indexed.from[i]!; other < indexed.from[i + 1]!; other++) {
    if (!draft.taken[other]) continue
    const t = indexed.sessions[indexed.seatSession[other]!]!
    const week = t.weeks.find((w) => session.weeks.includes(w))
    if (week !== undefined) reasons.push({ code: 'week-clash', values: { session: t.id, week } })
    if (t.programme === programme.prerequisite && t.weeks.at(-1)! < session.weeks[0]!) met = true
  }
  if (!met && isHard(problem.prerequisiteForce))
    reasons.push({ code: 'prerequisite', values: { programme: programme.prerequisite! } })
  if (person.hoursCap !== null && isHard(problem.hoursCapForce)) {
    const left = person.hoursCap - person.hoursDone - draft.hours[i]!
    if (programme.hours > left) reasons.push({ code: 'hours-cap', values: { hours: programme.hours, left } })
  }
  if (!programme.online && problem.away && isHard(problem.away.force))
    for (const week of session.weeks) {
      const away = draft.away.get(frame.office[i]! * 1000 + week) ?? 0
      const limit = frame.awayLimit[frame.office[i]!]!
      if (away >= limit) reasons.push({ code: 'office-away', values: { office: person.office, week, limit } })
    }
  const missing = frame.seatCost[p]! - (frame.budget - draft.spent)
  if (missing > 0 && (problem.sources ?? []).every((source) => isHard(source.force)))
    reasons.push({ code: 'budget', values: { missing } })
  return reasons
}

/** What the soft conditions take back when one more seat is filled. */
function softCost(at: Explained, x: number): number {
  const { indexed, draft, frame } = at
  const { problem } = indexed
  const i = indexed.seatPerson[x]!
  const s = indexed.seatSession[x]!
  const programme = indexed.programmes[indexed.programmeOf[s]!]!
  let cost = 0
  if (draft.seats[s]! >= programme.seatsMost) cost += priceOf(problem.seatsMostForce) ?? 0
  // A missing minimum that this seat helps to fill is worth its price.
  if (draft.seats[s]! < programme.seatsLeast) cost -= priceOf(problem.seatsLeastForce) ?? 0
  if (!programme.online && problem.away)
    for (const week of indexed.sessions[s]!.weeks)
      if ((draft.away.get(frame.office[i]! * 1000 + week) ?? 0) >= frame.awayLimit[frame.office[i]!]!)
        cost += priceOf(problem.away.force) ?? 0
  return cost
}

/** What the session's least gainer brings: less than that, and a full session has no better seat to give. */
function leastSeated(at: Explained, s: number): number {
  const { indexed, draft, frame } = at
  let least = Number.POSITIVE_INFINITY
  for (const x of indexed.seatsIn[s]!) {
    if (!draft.taken[x]) continue
    seat(indexed, frame, draft, x, -1)
    least = Math.min(least, gainOf(indexed, frame, draft, x))
    seat(indexed, frame, draft, x, 1)
  }
  return least
}

/** Why a session does not run; null when it does. */
export function whyNotRunning(at: Explained, id: Id): Why | null {
  const { indexed, draft, frame } = at
  const { problem } = indexed
  const s = indexed.sessions.findIndex((session) => session.id === id)
  if (s < 0) return { reasons: [{ code: 'no-session', values: {} }], gain: 0 }
  if (draft.running[s]) return null
  const session = indexed.sessions[s]!
  const programme = indexed.programmes[indexed.programmeOf[s]!]!
  const reasons: Reason[] = []
  if ((problem.pins ?? []).some((pin) => !('person' in pin) && pin.session === id && !pin.runs))
    reasons.push({ code: 'pinned-out', values: {} })
  const dark = session.weeks.find((week) => problem.blackout?.weeks.includes(week))
  if (dark !== undefined && isHard(problem.blackout!.force)) reasons.push({ code: 'blackout', values: { week: dark } })
  if (!canOpen(indexed, draft, s))
    for (const week of session.weeks) {
      if (!programme.online && problem.rooms && isHard(problem.rooms.force)) {
        const limit = roomsIn(problem.rooms, week)
        if ((draft.rooms.get(week) ?? 0) >= limit) reasons.push({ code: 'rooms', values: { week, limit } })
      }
      const busy = session.instructor !== undefined && draft.teaching.get(`${session.instructor} ${week}`)
      if (busy && isHard(problem.instructorForce))
        reasons.push({ code: 'instructor', values: { instructor: session.instructor!, week } })
    }
  const { seated, gain, cost } = tried(at, s)
  if (isHard(problem.seatsLeastForce) && seated < programme.seatsLeast)
    reasons.push({ code: 'min-seats-not-reached', values: { people: seated, least: programme.seatsLeast } })
  const missing = cost - (frame.budget - draft.spent)
  if (missing > 0) reasons.push({ code: 'budget', values: { missing } })
  if (reasons.length > 0) return { reasons, gain }
  return {
    reasons: [{ code: gain > 0 ? 'could-enter' : 'better-used-elsewhere', values: { amount: gain } }],
    gain,
  }
}

/** Fills a session with those still free for it, as few as its minimum; what that brings and costs. The draft is restored. */
function tried(at: Explained, s: number): { seated: number; gain: number; cost: number } {
  const { indexed, draft, frame } = at
  const programme = indexed.programmes[indexed.programmeOf[s]!]!
  const before = draft.spent
  const filled: number[] = []
  let gain = 0
  run(indexed, frame, draft, s, 1)
  const ranked = indexed.seatsIn[s]!.map((x) => ({ x, gain: gainOf(indexed, frame, draft, x) })).sort(
    (a, b) => b.gain - a.gain || a.x - b.x,
  )
  for (const { x } of ranked) {
    if (filled.length >= Math.max(1, programme.seatsLeast)) break
    if (!canSit(indexed, frame, draft, x) || obstacles(at, x).some(({ code }) => code !== 'budget')) continue
    gain += gainOf(indexed, frame, draft, x)
    seat(indexed, frame, draft, x, 1)
    filled.push(x)
  }
  const cost = draft.spent - before
  for (const x of filled) seat(indexed, frame, draft, x, -1)
  run(indexed, frame, draft, s, -1)
  return { seated: filled.length, gain, cost }
}

import { awayLimit, costIn, type Id, type Plan, priceOf, type Problem, purses, roomsIn } from '../problem/rules.ts'
import type { Force } from '../problem/rules.ts'

export interface Violation {
  code: string
  /** What it is about, in the ids of the problem. */
  at: Id[]
  by: number
}

export interface Verdict {
  feasible: boolean
  objective: number
  benefit: number
  /** Price of every soft condition missed, by condition; sums to `benefit − objective`. */
  penalties: Record<string, number>
  hoursMissing: number
  cost: number
  seats: number
  reached: number
  violations: Violation[]
}

/**
 * What a plan is worth and which conditions it breaks, straight from the meaning of the conditions: nothing here is
 * shared with the model that the solver sees.
 */
export function evaluate(problem: Problem, plan: Plan): Verdict {
  const violations: Violation[] = []
  const penalties: Record<string, number> = {}
  const broken = (code: string, force: Force | undefined, at: Id[], by: number) => {
    if (by <= 0) return
    const price = priceOf(force)
    if (price === null) violations.push({ code, at, by })
    else if (price !== undefined) penalties[code] = (penalties[code] ?? 0) + price * by
  }
  const people = new Map(problem.people.map((q) => [q.id, q]))
  const programmes = new Map(problem.programmes.map((p) => [p.id, p]))
  const sessions = new Map(problem.sessions.map((s) => [s.id, s]))
  const open = new Set(plan.open)
  const seats = new Map<Id, Set<Id>>()
  const attended = new Map<Id, Id[]>()
  for (const [person, session] of plan.assign) {
    const s = sessions.get(session)
    if (!people.has(person) || !s) {
      violations.push({ code: 'unknown', at: [person, session], by: 1 })
      continue
    }
    if (!open.has(session)) broken('closed', 'hard', [person, session], 1)
    const there = seats.get(session) ?? new Set()
    if (there.has(person)) broken('twice', 'hard', [person, session], 1)
    seats.set(session, there.add(person))
    attended.set(person, [...(attended.get(person) ?? []), session])
  }
  for (const id of open) if (!sessions.has(id)) violations.push({ code: 'unknown', at: [id], by: 1 })
  const running = problem.sessions.filter(({ id }) => open.has(id))
  const seatsIn = (id: Id) => seats.get(id)?.size ?? 0
  const wished = new Set(problem.people.flatMap((q) => q.wishes.map((w) => w.programme)))

  for (const s of running) {
    const p = programmes.get(s.programme)!
    broken('seats-most', problem.seatsMostForce, [s.id], seatsIn(s.id) - p.seatsMost)
    // A session that nobody could attend is no one's fault where the minimum is only a price.
    if (problem.seatsLeastForce === undefined || problem.seatsLeastForce === 'hard' || wished.has(s.programme))
      broken('seats-least', problem.seatsLeastForce, [s.id], p.seatsLeast - seatsIn(s.id))
    if (problem.blackout && s.weeks.some((week) => problem.blackout!.weeks.includes(week)))
      broken('blackout', problem.blackout.force, [s.id], 1)
  }

  let benefit = 0
  let hoursMissing = 0
  for (const q of problem.people) {
    const mine = (attended.get(q.id) ?? []).map((id) => sessions.get(id)!)
    const gain = new Map(q.wishes.map((w) => [w.programme, w.benefit]))
    const weeks = new Set<number>()
    const taken = new Set<Id>()
    let hours = 0
    for (const s of mine) {
      const p = programmes.get(s.programme)!
      if (!gain.has(p.id)) violations.push({ code: 'not-eligible', at: [q.id, p.id], by: 1 })
      if (taken.has(p.id)) violations.push({ code: 'repeated', at: [q.id, p.id], by: 1 })
      taken.add(p.id)
      for (const week of s.weeks) {
        if (weeks.has(week)) violations.push({ code: 'two-places', at: [q.id, week], by: 1 })
        weeks.add(week)
      }
      const before = p.prerequisite
      const met =
        before === null ||
        q.finished?.includes(before) === true ||
        mine.some((t) => t.programme === before && t.weeks.at(-1)! < s.weeks[0]!)
      broken('prerequisite', problem.prerequisiteForce, [q.id, s.id], met ? 0 : 1)
      hours += p.hours
      benefit += gain.get(p.id) ?? 0
    }
    if (q.hoursCap !== null)
      broken('hours-cap', problem.hoursCapForce, [q.id], hours > 0 ? hours - (q.hoursCap - q.hoursDone) : 0)
    const missing = Math.max(0, (problem.hoursTarget?.hours ?? 0) - q.hoursDone - hours)
    hoursMissing += missing
    broken('hours-target', problem.hoursTarget?.force ?? 'off', [q.id], missing)
    for (const m of problem.mandates ?? [])
      if (m.person === q.id) broken('mandate', m.force, [q.id, m.programme], taken.has(m.programme) ? 0 : 1)
  }
  weekly(problem, running, broken, (id) => seats.get(id) ?? new Set(), people)
  const cost = money(problem, running, seatsIn, broken)
  for (const floor of problem.floors ?? []) {
    const reached = floor.members.filter((id) => attended.has(id)).length
    broken('floor', floor.force, [floor.id], floor.least - reached)
  }
  for (const pin of problem.pins ?? []) {
    if (!('person' in pin)) broken('pin', 'hard', [pin.session], open.has(pin.session) === pin.runs ? 0 : 1)
    else {
      const theirs = attended.get(pin.person) ?? []
      const is =
        'session' in pin
          ? theirs.includes(pin.session)
          : theirs.some((id) => sessions.get(id)!.programme === pin.programme)
      broken('pin', 'hard', [pin.person, 'session' in pin ? pin.session : pin.programme], is === pin.in ? 0 : 1)
    }
  }
  if (problem.near) {
    const { plan: earlier, pricePerSession, pricePerSeat } = problem.near
    const before = new Set(earlier.open)
    const seat = (a: [Id, Id]) => JSON.stringify(a)
    const held = new Set(earlier.assign.map(seat))
    broken('changed-session', { price: pricePerSession }, [], new Set([...before].filter((x) => !open.has(x))).size)
    broken('changed-session', { price: pricePerSession }, [], [...open].filter((x) => !before.has(x)).length)
    const now = new Set(plan.assign.map(seat))
    const changes = [...held].filter((x) => !now.has(x)).length + [...now].filter((x) => !held.has(x)).length
    broken('changed-seat', { price: pricePerSeat }, [], changes)
  }
  const lost = Object.values(penalties).reduce((sum, x) => sum + x, 0)
  return {
    feasible: violations.length === 0,
    objective: benefit - lost,
    benefit,
    penalties,
    hoursMissing,
    cost,
    seats: plan.assign.length,
    reached: attended.size,
    violations,
  }
}

type Broken = (code: string, force: Force | undefined, at: Id[], by: number) => void

/** What is counted week by week: people away, rooms, instructors. */
function weekly(
  problem: Problem,
  running: Problem['sessions'],
  broken: Broken,
  seatsIn: (session: Id) => ReadonlySet<Id>,
  people: ReadonlyMap<Id, Problem['people'][number]>,
): void {
  const online = new Set(problem.programmes.filter((p) => p.online).map(({ id }) => id))
  const away = new Map<Id, Map<number, number>>()
  const rooms = new Map<number, number>()
  const teaching = new Map<Id, Map<number, number>>()
  const add = (counts: Map<number, number>, week: number, n = 1) => counts.set(week, (counts.get(week) ?? 0) + n)
  for (const s of running) {
    for (const week of s.weeks) {
      if (s.instructor !== undefined) add(mapAt(teaching, s.instructor), week)
      if (online.has(s.programme)) continue
      add(rooms, week)
      for (const person of seatsIn(s.id)) add(mapAt(away, people.get(person)!.office), week)
    }
  }
  if (problem.away) {
    const size = new Map(problem.away.offices.map((o) => [o.id, o.size]))
    for (const [office, weeks] of away)
      for (const [week, n] of weeks)
        broken('away', problem.away.force, [office, week], n - awayLimit(problem.away.share, size.get(office) ?? 0))
  }
  if (problem.rooms)
    for (const [week, n] of rooms) broken('rooms', problem.rooms.force, [week], n - roomsIn(problem.rooms, week))
  for (const [who, weeks] of teaching)
    for (const [week, n] of weeks) broken('instructor', problem.instructorForce, [who, week], n - 1)
}

function mapAt(maps: Map<Id, Map<number, number>>, key: Id): Map<number, number> {
  const known = maps.get(key) ?? new Map<number, number>()
  maps.set(key, known)
  return known
}

function money(
  problem: Problem,
  running: Problem['sessions'],
  seatsIn: (session: Id) => number,
  broken: Broken,
): number {
  const programmes = new Map(problem.programmes.map((p) => [p.id, p]))
  const spent = (categories?: readonly string[]) =>
    running.reduce((sum, s) => {
      const p = programmes.get(s.programme)!
      return sum + costIn(p.costPerSession, categories) + seatsIn(s.id) * costIn(p.costPerSeat, categories)
    }, 0)
  let over = 0
  let force: Force = 'hard'
  for (const purse of purses(problem)) {
    const by = spent(purse.categories) - purse.amount
    if (purse.force === 'hard') broken('budget', 'hard', purse.categories, by)
    else {
      over = Math.max(over, by)
      force = purse.force
    }
  }
  broken('budget', force, [], over)
  for (const { category, amount, force: ceiling } of problem.ceilings ?? [])
    broken('ceiling', ceiling, [category], spent([category]) - amount)
  return spent()
}

import { grainOf } from '../problem/grain/rules.ts'
import { costIn, priceOf, purses } from '../problem/rules.ts'
import type { Id, Plan } from '../problem/rules.ts'
import type { Indexed } from '../indexed/rules.ts'
import { addColumn, addRow, emptyMatrix, type Entry, open } from '../matrix/rules.ts'
import { addForced, type Model } from './form/rules.ts'
import { weeklyRows } from './week/rules.ts'
import { personRows } from './person/rules.ts'

/** States a problem as a mixed-integer programme. */
export function modelOf(indexed: Indexed): Model {
  const m = emptyMatrix()
  const { problem, people, sessions } = indexed
  const model: Model = {
    matrix: m,
    indexed,
    session: Int32Array.from(sessions, (_, s) => addColumn(m, 0, 0, indexed.mayRun[s]!, true)),
    seat: Int32Array.from(indexed.seatBenefit, (benefit) => addColumn(m, benefit, 0, 1, true)),
    runs: Int32Array.from(indexed.sessionsOf, (mine) => (mine.length < 2 ? -1 : addColumn(m, 0, 0, mine.length, true))),
    lattice: null,
    missing: new Int32Array(people.length).fill(-1),
    reached: new Int32Array(people.length).fill(-1),
    shared: [],
  }
  model.runs.forEach((n, p) => {
    if (n >= 0) addRow(m, 0, 0, [[n, -1], ...indexed.sessionsOf[p]!.map((s): Entry => [model.session[s]!, 1])])
  })
  personRows(model)
  sessionRows(model)
  weeklyRows(model)
  moneyRows(model)
  floorRows(model)
  wishRows(model)
  if (problem.near) priceChanges(model)
  return model
}

function sessionRows(model: Model): void {
  const { matrix: m, indexed, shared } = model
  const { problem } = indexed
  const dark = new Set(problem.blackout?.weeks ?? [])
  const wished = new Set(indexed.people.flatMap((q) => q.wishes.map((w) => w.programme)))
  const darkPrice = problem.blackout ? priceOf(problem.blackout.force) : undefined
  indexed.sessions.forEach((s, k) => {
    const p = indexed.programmes[indexed.programmeOf[k]!]!
    const y = model.session[k]!
    const seats = indexed.seatsIn[k]!.map((x): Entry => [model.seat[x]!, 1])
    if (darkPrice && s.weeks.some((w) => dark.has(w))) m.cost[y]! -= darkPrice
    if (seats.length > 0) {
      const most = addForced(m, problem.seatsMostForce, -open, 0, [...seats, [y, -p.seatsMost]])
      if (most >= 0) shared.push({ row: most, code: 'seats-most', at: [s.id] })
      // Where seats are only priced, nobody may still sit in a session that does not run.
      if (problem.seatsMostForce !== undefined && problem.seatsMostForce !== 'hard')
        for (const [x] of seats)
          addRow(m, -open, 0, [
            [x, 1],
            [y, -1],
          ])
    }
    const soft = problem.seatsLeastForce !== undefined && problem.seatsLeastForce !== 'hard'
    if (p.seatsLeast > 0 && !(soft && !wished.has(p.id))) {
      const least = addForced(m, problem.seatsLeastForce, 0, open, [...seats, [y, -p.seatsLeast]])
      if (least >= 0) shared.push({ row: least, code: 'seats-least', at: [s.id] })
    }
  })
}

function moneyRows(model: Model): void {
  const { matrix: m, indexed, shared } = model
  const { problem } = indexed
  const spending = (categories?: readonly string[]): Entry[] => {
    const perSession = indexed.programmes.map((p) => costIn(p.costPerSession, categories))
    const perSeat = indexed.programmes.map((p) => costIn(p.costPerSeat, categories))
    return [
      ...indexed.sessions.map((_, s): Entry => [model.session[s]!, perSession[indexed.programmeOf[s]!]!]),
      ...Array.from(indexed.seatSession, (s, x): Entry => [model.seat[x]!, perSeat[indexed.programmeOf[s]!]!]),
    ].filter(([, cost]) => cost !== 0)
  }
  let over = -1
  for (const purse of purses(problem)) {
    const entries = spending(purse.categories)
    const price = priceOf(purse.force)
    if (typeof price === 'number') {
      if (over < 0) over = addColumn(m, -price, 0, open, false)
      entries.push([over, -1])
    }
    shared.push({ row: addRow(m, -open, purse.amount, entries), code: 'budget', at: purse.sources.map(({ id }) => id) })
  }
  for (const { category, amount, force } of problem.ceilings ?? []) {
    const row = addForced(m, force, -open, amount, spending([category]))
    if (row >= 0) shared.push({ row, code: 'ceiling', at: [category] })
  }
}

function floorRows(model: Model): void {
  const { matrix: m, indexed, shared } = model
  const personAt = new Map(indexed.people.map(({ id }, i) => [id, i]))
  const slacks: number[] = []
  for (const floor of indexed.problem.floors ?? []) {
    if (floor.force === 'off') continue
    const entries: Entry[] = []
    for (const id of floor.members) {
      const i = personAt.get(id)
      if (i === undefined || indexed.from[i] === indexed.from[i + 1]) continue
      if (model.reached[i] === -1) {
        const t = addColumn(m, 0, 0, 1, false)
        model.reached[i] = t
        const seats: Entry[] = []
        // Whoever attends what has a prerequisite attends the prerequisite too: counting only the latter is tighter.
        for (let x = indexed.from[i]!; x < indexed.from[i + 1]!; x++)
          if (!needsAnother(indexed, i, x)) seats.push([model.seat[x]!, -1])
        addRow(m, -open, 0, [[t, 1], ...seats])
      }
      entries.push([model.reached[i]!, 1])
    }
    const row = addForced(m, floor.force, floor.least, open, entries)
    shared.push({ row, code: 'floor', at: [floor.id] })
    if (typeof floor.force === 'object') slacks.push(m.cost.length - 1)
  }
  const prices = new Set(slacks.map((c) => -m.cost[c]!))
  const grain = grainOf(indexed.problem)
  if (prices.size !== 1 || grain === null || grain < 2) return
  const column = addColumn(m, 0, 0, open, true)
  addRow(m, 0, 0, [[column, -1], ...slacks.map((c): Entry => [c, 1])])
  model.lattice = { column, grain, price: [...prices][0]! }
}

function needsAnother(indexed: Indexed, i: number, x: number): boolean {
  const force = indexed.problem.prerequisiteForce
  const before = indexed.programmes[indexed.programmeOf[indexed.seatSession[x]!]!]!.prerequisite
  const hard = force === undefined || force === 'hard'
  return hard && before !== null && !indexed.people[i]!.finished?.includes(before)
}

/** Mandatory attendances and hand-set pins. */
function wishRows(model: Model): void {
  const { matrix: m, indexed } = model
  const { problem } = indexed
  const personAt = new Map(indexed.people.map(({ id }, i) => [id, i]))
  const seats = (person: Id, of: (s: number) => boolean): Entry[] => {
    const i = personAt.get(person)!
    const found: Entry[] = []
    for (let x = indexed.from[i]!; x < indexed.from[i + 1]!; x++)
      if (of(indexed.seatSession[x]!)) found.push([model.seat[x]!, 1])
    return found
  }
  const programme = (id: Id) => (s: number) => indexed.sessions[s]!.programme === id
  for (const mandate of problem.mandates ?? [])
    addForced(m, mandate.force, 1, open, seats(mandate.person, programme(mandate.programme)))
  for (const pin of problem.pins ?? []) {
    if (!('person' in pin)) {
      if (pin.runs) addRow(m, 1, open, [[model.session[sessionAt(indexed, pin.session)]!, 1]])
      else addRow(m, -open, 0, [[model.session[sessionAt(indexed, pin.session)]!, 1]])
    } else if (pin.in) {
      const of = 'session' in pin ? (s: number) => indexed.sessions[s]!.id === pin.session : programme(pin.programme)
      addRow(m, 1, open, seats(pin.person, of))
    }
  }
}

const sessionAt = (indexed: Indexed, id: Id): number => indexed.sessions.findIndex((s) => s.id === id)

/** Moving away from the earlier plan costs; what can no longer be kept costs whatever is chosen. */
function priceChanges(model: Model): void {
  const { matrix: m, indexed } = model
  const { plan, pricePerSession, pricePerSeat } = indexed.problem.near!
  const before = new Set(plan.open)
  indexed.sessions.forEach((s, k) => {
    if (before.delete(s.id)) {
      m.offset -= pricePerSession
      m.cost[model.session[k]!]! += pricePerSession
    } else m.cost[model.session[k]!]! -= pricePerSession
  })
  m.offset -= pricePerSession * before.size
  const held = new Set(plan.assign.map((a) => JSON.stringify(a)))
  m.offset -= pricePerSeat * held.size
  indexed.seatPerson.forEach((i, x) => {
    const kept = held.has(JSON.stringify([indexed.people[i]!.id, indexed.sessions[indexed.seatSession[x]!]!.id]))
    m.cost[model.seat[x]!]! += kept ? pricePerSeat : -pricePerSeat
  })
}

/** The plan that column values say; attendances of sessions that do not run are never there. */
export function planOf(model: Model, value: ArrayLike<number>): Plan {
  const { people, sessions, seatPerson, seatSession } = model.indexed
  const plan: Plan = { open: [], assign: [] }
  sessions.forEach((s, k) => {
    if (value[model.session[k]!]! > 0.5) plan.open.push(s.id)
  })
  model.seat.forEach((column, x) => {
    if (value[column]! > 0.5) plan.assign.push([people[seatPerson[x]!]!.id, sessions[seatSession[x]!]!.id])
  })
  return plan
}

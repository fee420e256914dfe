import type { Id, Person, Problem, Programme, Session } from '../problem/rules.ts'

/** The problem with places instead of names, and every attendance that is possible at all. */
export interface Indexed {
  problem: Problem
  people: Person[]
  programmes: Programme[]
  sessions: Session[]
  programmeOf: Int32Array
  sessionsOf: number[][]
  /** Whether a session may run, must run, or both. */
  mayRun: Uint8Array
  mustRun: Uint8Array
  /** Possible attendances, ordered by person, then programme, then session. */
  seatPerson: Int32Array
  seatSession: Int32Array
  seatBenefit: Float64Array
  /** Attendances of person i: `from[i] … from[i + 1]`. */
  from: Int32Array
  seatsIn: number[][]
  /** Hours still wished for and hours still allowed, per person. */
  need: Float64Array
  room: Float64Array
}

/** Indexes a problem. Attendances that no plan can hold (closed session, over the hour ceiling, pinned out) are left out. */
export function index(problem: Problem): Indexed {
  const { people, programmes, sessions } = problem
  const place = (things: readonly { id: Id }[]) => new Map(things.map(({ id }, i) => [id, i]))
  const personAt = place(people)
  const programmeAt = place(programmes)
  const sessionAt = place(sessions)
  const programmeOf = Int32Array.from(sessions, (s) => programmeAt.get(s.programme)!)
  const sessionsOf: number[][] = programmes.map(() => [])
  programmeOf.forEach((p, s) => sessionsOf[p]!.push(s))
  const mayRun = new Uint8Array(sessions.length).fill(1)
  const mustRun = new Uint8Array(sessions.length)
  const dark = problem.blackout?.force === 'hard' ? new Set(problem.blackout.weeks) : undefined
  const out = new Set<string>()
  if (dark) sessions.forEach((s, k) => s.weeks.some((w) => dark.has(w)) && (mayRun[k] = 0))
  for (const pin of problem.pins ?? []) {
    if (!('person' in pin)) {
      const s = sessionAt.get(pin.session)!
      if (pin.runs) mustRun[s] = 1
      else mayRun[s] = 0
    } else if (!pin.in) {
      const i = personAt.get(pin.person)!
      if ('session' in pin) out.add(`${i}:${sessionAt.get(pin.session)!}`)
      else for (const s of sessionsOf[programmeAt.get(pin.programme)!]!) out.add(`${i}:${s}`)
    }
  }
  const hardCap = problem.hoursCapForce === undefined || problem.hoursCapForce === 'hard'
  const room = Float64Array.from(people, (q) =>
    q.hoursCap === null || !hardCap ? Number.POSITIVE_INFINITY : q.hoursCap - q.hoursDone,
  )
  const target = problem.hoursTarget && problem.hoursTarget.force !== 'off' ? problem.hoursTarget.hours : 0
  const need = Float64Array.from(people, (q) => Math.max(0, target - q.hoursDone))
  const seatPerson: number[] = []
  const seatSession: number[] = []
  const seatBenefit: number[] = []
  const from = new Int32Array(people.length + 1)
  const seatsIn: number[][] = sessions.map(() => [])
  people.forEach((q, i) => {
    from[i] = seatPerson.length
    for (const { programme, benefit } of q.wishes) {
      const p = programmeAt.get(programme)!
      if (programmes[p]!.hours > room[i]!) continue
      for (const s of sessionsOf[p]!) {
        if (!mayRun[s] || (out.size > 0 && out.has(`${i}:${s}`))) continue
        seatsIn[s]!.push(seatPerson.length)
        seatPerson.push(i)
        seatSession.push(s)
        seatBenefit.push(benefit)
      }
    }
  })
  from[people.length] = seatPerson.length
  return {
    problem,
    people,
    programmes,
    sessions,
    programmeOf,
    sessionsOf,
    mayRun,
    mustRun,
    seatPerson: Int32Array.from(seatPerson),
    seatSession: Int32Array.from(seatSession),
    seatBenefit: Float64Array.from(seatBenefit),
    from,
    seatsIn,
    need,
    room,
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { evaluate } from '../check/rules.ts'
import { Engine } from '../engine/service.ts'
import { readInstance } from '../instance/rules.ts'
import type { Id, Plan, Problem } from '../problem/rules.ts'
import { search } from '../search/service.ts'
import { explained, type Reason, whyNot, whyNotRunning } from './rules.ts'

const instance = (name: string): Problem => {
  const read = readInstance(JSON.parse(readFileSync(join(import.meta.dirname, `../fixtures/${name}.json`), 'utf8')))
  if ('code' in read) throw new Error(read.code)
  return read.problem
}

let plans: { problem: Problem; plan: Plan }[]
beforeAll(async () => {
  const engine = await Engine.load()
  plans = ['T1', 'S3', 'M1_A'].map((name) => {
    const problem = instance(name)
    const until = { at: Infinity, stopped: () => false }
    const { best } = search(engine, problem, { seed: 1, until, onPlan: () => {}, onBound: () => {} })
    return { problem, plan: best!.plan }
  })
}, 60_000)

/** The problem with what a reason names given way, just enough; null for what only another plan can give way in. */
function relaxed(problem: Problem, reason: Reason, item: { person?: Id; session: Id }): Problem | null {
  const session = problem.sessions.find((s) => s.id === item.session)!
  const programme = (change: Partial<Problem['programmes'][number]>) => ({
    ...problem,
    programmes: problem.programmes.map((p) => (p.id === session.programme ? { ...p, ...change } : p)),
  })
  const known = problem.programmes.find((p) => p.id === session.programme)!
  switch (reason.code) {
    case 'seats-full':
      return programme({ seatsMost: known.seatsMost + 1 })
    case 'min-seats-not-reached':
      return programme({ seatsLeast: Number(reason.values.people) })
    case 'prerequisite':
      return programme({ prerequisite: null })
    case 'budget': {
      const [purse] = problem.sources!
      return { ...problem, sources: [{ ...purse!, amount: purse!.amount + Number(reason.values.missing) }] }
    }
    case 'hours-cap':
      return { ...problem, people: problem.people.map((q) => (q.id === item.person ? { ...q, hoursCap: null } : q)) }
    case 'office-away': {
      const offices = problem.away!.offices.map((o) =>
        o.id === reason.values.office ? { ...o, size: (Number(reason.values.limit) + 1.5) / problem.away!.share } : o,
      )
      return { ...problem, away: { ...problem.away!, offices } }
    }
    case 'rooms':
      return { ...problem, rooms: { ...problem.rooms!, except: { [Number(reason.values.week)]: 99 } } }
    default:
      return null
  }
}

describe('the reason given for what is left out', () => {
  it('is true: where it gives way, the person enters and the plan gains what was said', () => {
    const seen = new Set<string>()
    for (const { problem, plan } of plans) {
      const at = explained(problem, plan)
      const { objective } = evaluate(problem, plan)
      for (const q of problem.people)
        for (const { programme } of q.wishes) {
          const why = whyNot(at, q.id, programme)
          const attends = plan.assign.some(
            ([i, s]) => i === q.id && problem.sessions.find(({ id }) => id === s)!.programme === programme,
          )
          expect(why === null).toBe(attends)
          if (!why || why.session === undefined) continue
          for (const { code } of why.reasons) seen.add(code)
          // A plan proved best leaves nothing lying about.
          expect(why.reasons.map(({ code }) => code)).not.toContain('could-enter')
          const entered: Plan = { ...plan, assign: [...plan.assign, [q.id, why.session]] }
          const item = { person: q.id, session: why.session }
          let eased: Problem | null = problem
          for (const reason of why.reasons) eased = eased && relaxed(eased, reason, item)
          if (!eased || why.reasons[0]!.code === 'no-gain') continue
          expect(evaluate(problem, entered).feasible).toBe(false)
          const verdict = evaluate(eased, entered)
          expect(verdict.violations).toEqual([])
          expect(verdict.objective).toBeGreaterThan(objective)
          expect(verdict.objective - objective).toBeCloseTo(why.gain, 6)
        }
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['budget', 'office-away', 'seats-full', 'week-clash']))
  })

  it('is true of sessions: with money, rooms or a smaller minimum they would run and gain', () => {
    let proved = 0
    for (const { problem, plan } of plans.slice(0, 2)) {
      const at = explained(problem, plan)
      for (const session of problem.sessions) {
        const why = whyNotRunning(at, session.id)
        expect(why === null).toBe(plan.open.includes(session.id))
        if (!why) continue
        expect(why.reasons.map(({ code }) => code)).not.toContain('could-enter')
        let eased: Problem | null = problem
        for (const reason of why.reasons) eased = eased && relaxed(eased, reason, { session: session.id })
        if (!eased || why.gain <= 0 || why.reasons.length === 0) continue
        const again = explained(eased, plan)
        expect(whyNotRunning(again, session.id)!.reasons[0]!.code).toBe('could-enter')
        proved++
      }
    }
    expect(proved).toBeGreaterThan(3)
  })

  it('names what was settled by hand, what is not offered and what brings nothing', () => {
    const problem: Problem = {
      people: [
        {
          id: 'A',
          office: 'o',
          hoursDone: 0,
          hoursCap: 10,
          wishes: ['P', 'Q', 'R', 'S'].map((p) => ({ programme: p, benefit: p === 'S' ? 0 : 5 })),
        },
      ],
      programmes: ['P', 'Q', 'R', 'S', 'T'].map((id) => ({
        id,
        hours: id === 'Q' ? 20 : 5,
        online: false,
        costPerSession: {},
        costPerSeat: {},
        seatsLeast: 0,
        seatsMost: 9,
        prerequisite: id === 'R' ? 'Q' : null,
      })),
      sessions: ['P', 'Q', 'R', 'S'].map((p, k) => ({ id: k, programme: p, weeks: [k + 1] })),
      pins: [
        { person: 'A', programme: 'P', in: false },
        { session: 1, runs: true },
      ],
    }
    const at = explained(problem, { open: [0, 1, 2, 3], assign: [] })
    const codes = (programme: Id) => whyNot(at, 'A', programme)!.reasons.map(({ code }) => code)
    expect(codes('P')).toEqual(['pinned-out'])
    expect(codes('Q')).toEqual(['hours-cap'])
    expect(codes('R')).toEqual(['prerequisite'])
    expect(codes('S')).toEqual(['no-gain'])
    expect(codes('T')).toEqual(['no-gap'])
    const none = explained({ ...problem, sessions: [] }, { open: [], assign: [] })
    expect(whyNot(none, 'A', 'P')!.reasons[0]!.code).toBe('no-session')
    const closed = explained(problem, { open: [], assign: [] })
    expect(whyNot(closed, 'A', 'P')!.reasons[0]!.code).toBe('not-running')
    const dark = explained({ ...problem, blackout: { weeks: [1], force: 'hard' } }, { open: [], assign: [] })
    expect(whyNotRunning(dark, 0)!.reasons.map(({ code }) => code)).toEqual(['blackout'])
  })
})

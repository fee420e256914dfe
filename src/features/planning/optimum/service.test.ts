import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluate } from './check/rules.ts'
import { readInstance } from './instance/rules.ts'
import type { Problem } from './problem/rules.ts'
import { bindingsOf, conflictOf, type Progress, solve } from './service.ts'

const instance = (name: string): Problem => {
  const read = readInstance(JSON.parse(readFileSync(join(import.meta.dirname, `fixtures/${name}.json`), 'utf8')))
  if ('code' in read) throw new Error(read.code)
  return read.problem
}
const dying = new URL('./fixtures/dyingLane.ts', import.meta.url)

describe('solving in a thread', () => {
  it('tells how far it is, and ends with the proof', async () => {
    const heard: Progress[] = []
    const solution = await solve(instance('T1'), { onProgress: (progress) => heard.push(progress) })
    expect(solution).toMatchObject({ status: 'optimal', objective: 11, bound: 11, gap: 0 })
    expect(heard.length).toBeGreaterThan(2)
    heard.forEach((now, k) => {
      const before = heard[k - 1]
      if (!before) return
      expect(now.bound).toBeLessThanOrEqual(before.bound)
      expect(now.objective ?? -Infinity).toBeGreaterThanOrEqual(before.objective ?? -Infinity)
    })
  })

  it('keeps its best when it is stopped', async () => {
    const problem = instance('M1')
    const stopping = new AbortController()
    const solution = await solve(problem, {
      signal: stopping.signal,
      onProgress: ({ objective, bound }) => objective !== null && Number.isFinite(bound) && stopping.abort(),
    })
    expect(solution.status).toBe('stopped')
    expect(evaluate(problem, solution.plan!).feasible).toBe(true)
    expect(solution.bound).toBeGreaterThanOrEqual(12236)
    expect(solution.seconds).toBeLessThan(30)
  })

  it('keeps its best when time ends, and says by how much it may be beaten', async () => {
    const solution = await solve(instance('S5'), { seconds: 1.5 })
    expect(['stopped', 'optimal']).toContain(solution.status)
    expect(solution.objective).toBeLessThanOrEqual(1524)
    expect(solution.bound).toBeGreaterThanOrEqual(1524)
    expect(solution.gap).toBeCloseTo((solution.bound - solution.objective!) / solution.objective!, 9)
  })

  it('goes on from its best with another seed when the solver dies', async () => {
    expect(await solve(instance('T1'), { seed: 1, lane: dying })).toMatchObject({ status: 'optimal', objective: 11 })
  })

  it('answers with its best, and with no false plan, when the solver dies for good', async () => {
    const problem = instance('T1')
    const nothing = evaluate(problem, { open: [], assign: [] })
    const solution = await solve(problem, { seed: 1, lane: dying, lives: 1 })
    expect(solution).toMatchObject({ status: 'solver-died', objective: nothing.objective, bound: 1000 })
  })

  it('says that nothing is possible', async () => {
    const problem = instance('T1')
    const impossible: Problem = { ...problem, pins: problem.sessions.map(({ id }) => ({ session: id, runs: true })) }
    expect(await solve(impossible)).toMatchObject({ status: 'infeasible', plan: null })
    const conflict = await conflictOf({ ...impossible, pins: impossible.pins!.slice(0, 6) })
    expect(conflict!.irreducible).toBe(true)
    expect(conflict!.conditions.map(({ code }) => code)).toContain('pin')
  })
})

describe('what one more would bring', () => {
  it('is what solving again with one more finds, where the relaxation is whole', async () => {
    const problem = instance('M1_A')
    const { plan, objective } = await solve(problem)
    const bindings = await bindingsOf(problem, plan!)
    expect(bindings!.map(({ code }) => code)).toContain('budget')
    const money = bindings!.find(({ code }) => code === 'budget')!
    const richer = await solve({
      ...problem,
      sources: [{ ...problem.sources![0]!, amount: problem.sources![0]!.amount + 2 }],
    })
    // Money is spent by the seat, so the worth of a unit is exact over a whole seat.
    expect(richer.objective! - objective!).toBeGreaterThan(0)
    expect(richer.objective! - objective!).toBeLessThanOrEqual(2 * money.worth + 1e-6)
  })
})

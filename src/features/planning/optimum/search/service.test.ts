import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { evaluate } from '../check/rules.ts'
import { Engine } from '../engine/service.ts'
import { byTryingAll, smallProblem } from '../fixtures/small.ts'
import { greedyPlan } from '../greedy/rules.ts'
import { index } from '../indexed/rules.ts'
import { readInstance } from '../instance/rules.ts'
import type { Problem } from '../problem/rules.ts'
import { search } from './service.ts'

let engine: Engine
beforeAll(async () => {
  engine = await Engine.load()
})

export const instance = (name: string): Problem => {
  const read = readInstance(JSON.parse(readFileSync(join(import.meta.dirname, `../fixtures/${name}.json`), 'utf8')))
  if ('code' in read) throw new Error(read.code)
  return read.problem
}

const solved = (problem: Problem, seed = 1) => {
  const bounds: number[] = []
  const until = { at: Infinity, stopped: () => false }
  const outcome = search(engine, problem, { seed, until, onPlan: () => {}, onBound: (b) => bounds.push(b) })
  return { ...outcome, bounds }
}

describe('the best plan', () => {
  it.each([
    ['T1', 11],
    ['S3', 652],
    ['M1_A', 9629],
  ])('of %s is worth %d, and proved', (name, optimum) => {
    const problem = instance(name)
    const { status, best, bound } = solved(problem)
    expect({ status, bound, objective: best?.objective }).toEqual({
      status: 'optimal',
      bound: optimum,
      objective: optimum,
    })
    expect(evaluate(problem, best!.plan)).toMatchObject({ feasible: true, objective: optimum })
  })

  it('is what trying every plan finds, whatever the conditions', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const known = byTryingAll(problem)
        const { status, best, bounds } = solved(problem)
        expect(status).toBe(known ? 'optimal' : 'infeasible')
        expect(best?.objective).toBe(known?.objective)
        for (const bound of bounds) if (known) expect(bound).toBeGreaterThanOrEqual(known.objective - 1e-6)
      }),
      { numRuns: 300 },
    )
  })

  it('is the same plan for the same seed', () => {
    const problem = instance('T1')
    expect(solved(problem, 7).best).toEqual(solved(problem, 7).best)
  })
})

describe('the clerk', () => {
  it('writes a plan that can be carried out', () => {
    for (const name of ['T1', 'S3', 'S5', 'S1', 'M1']) {
      const problem = instance(name)
      const verdict = evaluate(problem, greedyPlan(index(problem)))
      expect(verdict.violations).toEqual([])
    }
  })
})

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { Engine } from '../engine/service.ts'
import { byTryingAll, smallProblem } from '../fixtures/small.ts'
import { conditionsOf, keeping } from './rules.ts'
import { conflictIn } from './service.ts'

let engine: Engine
beforeAll(async () => {
  engine = await Engine.load()
})
const until = { at: Infinity, stopped: () => false }

describe('the smallest conflict', () => {
  it('cannot hold together, and holds together when any one of it is given up', () => {
    let found = 0
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const conflict = conflictIn(engine, problem, until)
        expect(conflict === null).toBe(byTryingAll(problem) !== null)
        if (!conflict) return
        found++
        expect(conflict.irreducible).toBe(true)
        expect(byTryingAll(keeping(problem, conflict.conditions))).toBeNull()
        for (const one of conflict.conditions)
          expect(
            byTryingAll(
              keeping(
                problem,
                conflict.conditions.filter((c) => c !== one),
              ),
            ),
          ).not.toBeNull()
      }),
      { numRuns: 200, seed: 5 },
    )
    expect(found).toBeGreaterThan(5)
  })

  it('is possible again without any of its conditions', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        expect(conditionsOf(keeping(problem, []))).toEqual([])
        expect(byTryingAll(keeping(problem, []))).not.toBeNull()
      }),
      { numRuns: 100 },
    )
  })
})

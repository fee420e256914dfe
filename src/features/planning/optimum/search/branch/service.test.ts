import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { evaluate } from '../../check/rules.ts'
import { Engine } from '../../engine/service.ts'
import { byTryingAll, smallProblem } from '../../fixtures/small.ts'
import { index } from '../../indexed/rules.ts'
import { modelOf, planOf } from '../../model/rules.ts'
import { stepOf } from '../../problem/grain/rules.ts'
import { withCalendar } from '../fixing/rules.ts'
import { branch } from './service.ts'

let engine: Engine
beforeAll(async () => {
  engine = await Engine.load()
})

it('finds the best plan from nothing, and never says less is possible than is', () => {
  const until = { at: Infinity, stopped: () => false }
  fc.assert(
    fc.property(smallProblem, (problem) => {
      const known = byTryingAll(problem)
      const model = modelOf(index(problem))
      let best = -Infinity
      const done = branch(engine, model, model.matrix, {
        until,
        wanted: () => best + stepOf(problem) - 1e-5,
        fill: (runs) => {
          const { value } = engine.mip(withCalendar(model, model.matrix, runs), { seed: 1, until })
          const verdict = value && evaluate(problem, planOf(model, value))
          if (verdict?.feasible) best = Math.max(best, verdict.objective)
          return true
        },
        onBound: (bound) => known && expect(Math.max(bound, best)).toBeGreaterThanOrEqual(known.objective - 1e-5),
      })
      expect(done).toBe(true)
      expect(best).toBe(known?.objective ?? -Infinity)
    }),
    { numRuns: 300 },
  )
})

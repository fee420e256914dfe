import type { Engine, Until } from '../engine/service.ts'
import { index } from '../indexed/rules.ts'
import { modelOf } from '../model/rules.ts'
import type { Problem } from '../problem/rules.ts'
import { type Condition, smallestConflict } from './rules.ts'

/** The smallest set of hard conditions of a problem that cannot hold together; null when they can, or time ended. */
export function conflictIn(
  engine: Engine,
  problem: Problem,
  until: Until,
): { conditions: Condition[]; irreducible: boolean } | null {
  return smallestConflict(problem, (candidate) => {
    const { matrix } = modelOf(index(candidate))
    // Any plan will do, so nothing is worth anything.
    matrix.cost.fill(0)
    const { status, value } = engine.mip(matrix, { seed: 1, until, firstPlan: true })
    if (value) return false
    return status === 'infeasible' ? true : null
  })
}

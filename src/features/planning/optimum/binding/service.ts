import type { Engine, Until } from '../engine/service.ts'
import { index } from '../indexed/rules.ts'
import { copyOf } from '../matrix/rules.ts'
import { modelOf } from '../model/rules.ts'
import type { Id, Plan, Problem } from '../problem/rules.ts'
import { solveRoot } from '../search/root/service.ts'

/** A condition that people share and that the plan has used up. */
export interface Binding {
  code: string
  at: Id[]
  /** What one more unit (a seat, a room, a person away, one of money) would add while the calendar stays. */
  worth: number
}

/** The conditions that bind with the calendar of a plan held fast, dearest first: prices of the tightened relaxation. */
export function bindingOf(engine: Engine, problem: Problem, plan: Plan, until: Until): Binding[] {
  const model = modelOf(index(problem))
  const matrix = copyOf(model.matrix)
  const open = new Set(plan.open)
  model.indexed.sessions.forEach(({ id }, s) => {
    matrix.lower[model.session[s]!] = Number(open.has(id))
    matrix.upper[model.session[s]!] = Number(open.has(id))
  })
  const root = solveRoot(engine, model, matrix, until, () => {})
  if (root.infeasible) return []
  return model.shared
    .map(({ row, code, at }) => ({ code, at, worth: Math.abs(root.price[row]!) }))
    .filter(({ worth }) => worth > 1e-6)
    .sort((a, b) => b.worth - a.worth)
}

import type { Cut } from '../../cuts/found/rules.ts'
import { hourCuts } from '../../cuts/hours/rules.ts'
import { ceilingCuts, officeCuts, seatCuts } from '../../cuts/rules.ts'
import type { Engine, Until } from '../../engine/service.ts'
import { addRow, boundFrom, type Matrix } from '../../matrix/rules.ts'
import type { Model } from '../../model/form/rules.ts'

export interface Root {
  /** True for every plan; computed here from the prices, not taken from the solver. */
  bound: number
  value: Float64Array
  /** Worth of one more unit of each row, cuts included. */
  price: Float64Array
  infeasible: boolean
  /** Whether the relaxation was solved to the end. */
  whole: boolean
}

/** Rounds end when a round lowers the bound by less than this share. */
const worthwhile = 2e-5
const mostRounds = 25
/** Above so many possible attendances one solve takes minutes; cuts are then added for what follows, not for the bound. */
const manySeats = 150_000

/** Solves the relaxation, adding violated cuts to `matrix` round by round. */
export function solveRoot(
  engine: Engine,
  model: Model,
  matrix: Matrix,
  until: Until,
  onBound: (bound: number) => void,
): Root {
  const lp = engine.relaxation(matrix)
  try {
    let root: Root | null = null
    let quiet = 0
    for (let round = 0; round < mostRounds; round++) {
      const answer = lp.solve(until)
      if (answer.status === 'infeasible')
        return { bound: -Infinity, value: answer.value, price: answer.price, infeasible: true, whole: true }
      const whole = answer.status === 'optimal'
      const bound = Math.min(boundFrom(matrix, answer.price), root?.bound ?? Infinity)
      if (!whole) return root ?? { bound, value: answer.value, price: answer.price, infeasible: false, whole }
      quiet = root && root.bound - bound < worthwhile * Math.abs(root.bound) ? quiet + 1 : 0
      root = { bound, value: answer.value, price: answer.price, infeasible: false, whole }
      onBound(bound)
      const cuts = cutsFor(model, answer.value)
      if (cuts.length === 0 || quiet >= 2) break
      for (const { lower, upper, entries } of cuts) addRow(matrix, lower, upper, entries)
      if (model.seat.length > manySeats) break
      lp.addRows(cuts)
    }
    return root!
  } finally {
    lp.dispose()
  }
}

/** The inequalities that a relaxed solution breaks. */
export function cutsFor(model: Model, value: Float64Array): Cut[] {
  return [
    ...seatCuts(model, value),
    ...officeCuts(model, value),
    ...hourCuts(model, value),
    ...ceilingCuts(model, value),
  ]
}

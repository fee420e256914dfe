import { addRow, boundFrom, copyOf, type Entry, type Matrix, open, reducedCosts } from '../../matrix/rules.ts'
import type { Model } from '../../model/form/rules.ts'
import type { Plan } from '../../problem/rules.ts'

/** Column values of a plan: sessions and seats as it says, everything that is only counted as small as the rows allow. */
export function startOf(model: Model, matrix: Matrix, plan: Plan): Float64Array {
  const { people, sessions, seatPerson, seatSession } = model.indexed
  const value = Float64Array.from(matrix.lower, (lower, c) => (matrix.integer[c] ? 0 : Math.max(0, lower)))
  const running = new Set(plan.open)
  const taken = new Set(plan.assign.map(([person, session]) => JSON.stringify([person, session])))
  sessions.forEach(({ id }, s) => (value[model.session[s]!] = Number(running.has(id))))
  model.runs.forEach((n, p) => {
    if (n >= 0) value[n] = model.indexed.sessionsOf[p]!.reduce((sum, s) => sum + value[model.session[s]!]!, 0)
  })
  model.seat.forEach((column, x) => {
    const i = seatPerson[x]!
    if (!taken.has(JSON.stringify([people[i]!.id, sessions[seatSession[x]!]!.id]))) return
    value[column] = 1
    if (model.reached[i]! >= 0) value[model.reached[i]!] = 1
  })
  for (let r = 0; r < matrix.rowLower.length; r++) {
    let activity = 0
    for (let k = matrix.start[r]!; k < matrix.start[r + 1]!; k++)
      activity += matrix.value[k]! * value[matrix.place[k]!]!
    const short = Math.max(0, matrix.rowLower[r]! - activity) || Math.min(0, matrix.rowUpper[r]! - activity)
    if (Math.abs(short) < 1e-9) continue
    for (let k = matrix.start[r]!; k < matrix.start[r + 1]!; k++) {
      const by = short / matrix.value[k]!
      if (matrix.integer[matrix.place[k]!] || by < 0) continue
      value[matrix.place[k]!]! += by
      break
    }
  }
  const column = model.lattice?.column
  if (column !== undefined) {
    const row = matrix.place.lastIndexOf(column)
    const r = matrix.start.findIndex((begin, at) => begin <= row && row < matrix.start[at + 1]!)
    for (let k = matrix.start[r]!; k < matrix.start[r + 1]!; k++)
      if (matrix.place[k] !== column) value[column]! += value[matrix.place[k]!]!
  }
  return value
}

/** Whether column values lie within the bounds of a programme that settles some of them. */
export const fits = (matrix: Matrix, value: ArrayLike<number>): boolean =>
  matrix.lower.every((lower, c) => value[c]! >= lower - 1e-9 && value[c]! <= matrix.upper[c]! + 1e-9)

/**
 * The same programme with every yes-or-no column settled that no better plan can hold otherwise: its reduced cost would
 * bring the bound below the plan already known. Columns where that plan itself says otherwise stay free.
 *
 * @param step the least by which a better plan is better
 */
export function withoutLosers(
  model: Model,
  matrix: Matrix,
  price: ArrayLike<number>,
  best: { objective: number; plan: Plan },
  step: number,
): { matrix: Matrix; settled: number } {
  const bound = boundFrom(matrix, price)
  const reduced = reducedCosts(matrix, price)
  const start = startOf(model, matrix, best.plan)
  const out = copyOf(matrix)
  let settled = 0
  for (const c of [...model.session, ...model.seat]) {
    if (out.lower[c] === out.upper[c]) continue
    if (bound - Math.abs(reduced[c]!) >= best.objective + step - 1e-6) continue
    const to = reduced[c]! > 0 ? 1 : 0
    if (start[c] !== to) continue
    out.lower[c] = to
    out.upper[c] = to
    settled++
  }
  return { matrix: out, settled }
}

/** The same programme with the sessions that run held fast. */
export function withCalendar(model: Model, matrix: Matrix, runs: ArrayLike<number>): Matrix {
  const out = copyOf(matrix)
  model.session.forEach((y, s) => {
    out.lower[y] = runs[s]!
    out.upper[y] = runs[s]!
    if (!runs[s]) for (const x of model.indexed.seatsIn[s]!) out.upper[model.seat[x]!] = 0
  })
  return out
}

/** Forbids exactly one calendar. */
export function forbid(model: Model, matrix: Matrix, runs: ArrayLike<number>): void {
  const entries = Array.from(model.session, (y, s): Entry => [y, runs[s] ? -1 : 1])
  const running = Array.from(runs).filter(Boolean).length
  addRow(matrix, 1 - running, open, entries)
}

/** Settles the sessions on which the relaxation is all but sure, and leaves out seats it finds far too dear. */
export function settledByRelaxation(
  model: Model,
  matrix: Matrix,
  value: ArrayLike<number>,
  price: ArrayLike<number>,
  sure: number,
  mostLoss: number,
): Matrix {
  const reduced = reducedCosts(matrix, price)
  const out = copyOf(matrix)
  model.session.forEach((y, s) => {
    if (out.lower[y] === out.upper[y]) return
    if (value[y]! >= 1 - sure) out.lower[y] = 1
    else if (value[y]! <= sure) {
      out.upper[y] = 0
      for (const x of model.indexed.seatsIn[s]!) out.upper[model.seat[x]!] = 0
    }
  })
  for (const c of model.seat) if (reduced[c]! < -mostLoss && value[c]! < 1e-6 && out.lower[c] === 0) out.upper[c] = 0
  return out
}

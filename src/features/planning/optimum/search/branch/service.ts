import type { Engine, Relaxation, Until } from '../../engine/service.ts'
import { addRow, boundFrom, type Matrix } from '../../matrix/rules.ts'
import type { Model } from '../../model/form/rules.ts'
import { forbid } from '../fixing/rules.ts'
import { cutsFor } from '../root/service.ts'

/** A part of all calendars: bounds on sessions and on numbers of sessions, and what the relaxation says of it. */
interface Part {
  bounds: ReadonlyMap<number, readonly [lower: number, upper: number]>
  bound: number
  /** Values of the columns that may be branched on. */
  value: Float64Array
}

export interface Branching {
  until: Until
  /** A plan must be worth at least this to matter. */
  wanted: () => number
  /** Finds the best seats of a calendar; false when that could not be finished. */
  fill: (runs: number[]) => boolean
  onBound: (bound: number) => void
}

const whole = 1e-6
const mostRounds = 6

/**
 * Splits the calendars into parts, the most promising first, until no part can hold anything better. Only sessions are
 * decided here: seats of a calendar are all but whole by themselves and are left to the solver's own branching.
 *
 * @returns whether every part was dealt with; then the best plan known is the best of all
 */
export function branch(engine: Engine, model: Model, matrix: Matrix, branching: Branching): boolean {
  return new Branch(engine, model, matrix, branching).run()
}

class Branch {
  readonly #model: Model
  readonly #matrix: Matrix
  readonly #branching: Branching
  readonly #lp: Relaxation
  /** Numbers of sessions come before single sessions. */
  readonly #columns: number[]
  #set = new Map<number, readonly [number, number]>()
  /** Sum and count of the bound's fall per unit, down and up, per column. */
  readonly #falls = new Map<number, { down: number; downs: number; up: number; ups: number }>()

  constructor(engine: Engine, model: Model, matrix: Matrix, branching: Branching) {
    this.#model = model
    this.#matrix = matrix
    this.#branching = branching
    this.#lp = engine.relaxation(matrix)
    this.#columns = [
      ...(model.lattice ? [model.lattice.column] : []),
      ...model.runs.filter((n) => n >= 0),
      ...model.session,
    ]
  }

  run(): boolean {
    try {
      const first = this.#look(new Map())
      if (first === 'stopped') return false
      const parts: Part[] = first ? [first] : []
      while (parts.length > 0) {
        const part = takeBest(parts)
        this.#branching.onBound(part.bound)
        if (part.bound < this.#branching.wanted()) return true
        for (const child of this.#split(part)) {
          if (child === 'stopped') return false
          if (child) parts.push(child)
        }
      }
      return true
    } finally {
      this.#lp.dispose()
    }
  }

  *#split(part: Part): Generator<Part | null | 'stopped'> {
    const k = this.#needsLattice(part) ? 0 : this.#choose(part.value)
    const column = this.#columns[k]!
    const at = part.value[k]!
    const [lower, upper] = part.bounds.get(column) ?? [this.#matrix.lower[column]!, this.#matrix.upper[column]!]
    const below = Math.floor(at + whole)
    const above = below + 1
    for (const [low, high] of [
      [lower, below],
      [above, upper],
    ] as const) {
      if (low > high) continue
      const child = this.#look(new Map(part.bounds).set(column, [low, high]))
      if (child && child !== 'stopped') this.#learn(column, part.bound - child.bound, at - below, low === lower)
      yield child
    }
  }

  /** Solves the relaxation of a part, cutting and filling whole calendars, until it is split or empty. */
  #look(bounds: Part['bounds']): Part | null | 'stopped' {
    this.#go(bounds)
    for (let round = 0; ; round++) {
      const answer = this.#lp.solve(this.#branching.until)
      if (answer.status === 'limit') return 'stopped'
      if (answer.status === 'infeasible') return null
      const bound = this.#boundOf(bounds, answer.price)
      if (bound < this.#branching.wanted()) return null
      const cuts = round < mostRounds ? cutsFor(this.#model, answer.value) : []
      const value = Float64Array.from(this.#columns, (c) => answer.value[c]!)
      const settled = value.every((v) => Math.abs(v - Math.round(v)) < whole)
      if (cuts.length > 0) this.#add(cuts)
      else if (!settled) return { bounds, bound, value }
      else {
        const runs = Array.from(this.#model.session, (y) => Math.round(answer.value[y]!))
        if (!this.#branching.fill(runs)) return 'stopped'
        const before = this.#matrix.rowLower.length
        forbid(this.#model, this.#matrix, runs)
        this.#lp.addRows([rowOf(this.#matrix, before)])
      }
    }
  }

  /** A true bound of this part only: the programme with the part's bounds on the columns. */
  #boundOf(bounds: Part['bounds'], price: Float64Array): number {
    if (bounds.size === 0) return boundFrom(this.#matrix, price)
    const bound = this.#plainBoundOf(bounds, price)
    const { lattice } = this.#model
    const missing = lattice && bounds.get(lattice.column)
    if (!missing || missing[0] !== missing[1]) return bound
    // With the people missing to floors known, the worth is a multiple of the grain less their price.
    const less = lattice.price * missing[0]
    return Math.floor((bound + less + 1e-5) / lattice.grain) * lattice.grain - less
  }

  #plainBoundOf(bounds: Part['bounds'], price: Float64Array): number {
    const lower = this.#matrix.lower.slice()
    const upper = this.#matrix.upper.slice()
    for (const [column, [low, high]] of bounds) {
      lower[column] = low
      upper[column] = high
    }
    return boundFrom({ ...this.#matrix, lower, upper }, price)
  }

  #add(cuts: ReturnType<typeof cutsFor>): void {
    for (const { lower, upper, entries } of cuts) addRow(this.#matrix, lower, upper, entries)
    this.#lp.addRows(cuts)
  }

  #go(bounds: Part['bounds']): void {
    for (const column of this.#set.keys())
      if (!bounds.has(column)) this.#lp.setBounds(column, this.#matrix.lower[column]!, this.#matrix.upper[column]!)
    for (const [column, [low, high]] of bounds) this.#lp.setBounds(column, low, high)
    this.#set = new Map(bounds)
  }

  /** When the bound is nearer to what is wanted than the grain, knowing who is missing to floors closes the rest. */
  #needsLattice(part: Part): boolean {
    const { lattice } = this.#model
    if (!lattice || part.bound >= this.#branching.wanted() + lattice.grain) return false
    const [lower, upper] = part.bounds.get(lattice.column) ?? [0, Infinity]
    return lower !== upper
  }

  #learn(column: number, fall: number, fraction: number, down: boolean): void {
    if (fraction < whole || fraction > 1 - whole) return
    const known = this.#falls.get(column) ?? { down: 0, downs: 0, up: 0, ups: 0 }
    if (down) {
      known.down += fall / fraction
      known.downs++
    } else {
      known.up += fall / (1 - fraction)
      known.ups++
    }
    this.#falls.set(column, known)
  }

  /** The column whose two sides promise to lower the bound most; what was never tried counts as the average. */
  #choose(value: Float64Array): number {
    const all = [...this.#falls.values()]
    const average =
      all.reduce((sum, f) => sum + f.down + f.up, 0) /
      Math.max(
        1,
        all.reduce((sum, f) => sum + f.downs + f.ups, 0),
      )
    let best = -1
    let most = -1
    this.#columns.forEach((column, k) => {
      const part = value[k]! - Math.floor(value[k]!)
      if (part < whole || part > 1 - whole) return
      const f = this.#falls.get(column)
      const down = (f?.downs ? f.down / f.downs : average || 1) * part
      const up = (f?.ups ? f.up / f.ups : average || 1) * (1 - part)
      const score = Math.max(down, whole) * Math.max(up, whole) * (k < this.#model.runs.length ? 1.5 : 1)
      if (score > most) {
        most = score
        best = k
      }
    })
    return best
  }
}

function takeBest(parts: Part[]): Part {
  let best = 0
  parts.forEach((part, k) => {
    if (part.bound >= parts[best]!.bound) best = k
  })
  return parts.splice(best, 1)[0]!
}

function rowOf(m: Matrix, row: number) {
  const entries: [number, number][] = []
  for (let k = m.start[row]!; k < m.start[row + 1]!; k++) entries.push([m.place[k]!, m.value[k]!])
  return { lower: m.rowLower[row]!, upper: m.rowUpper[row]!, entries }
}

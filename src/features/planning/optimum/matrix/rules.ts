/** No bound. The solver takes anything from 1e20 up as infinite. */
export const open = 1e30

/** A linear programme under construction: maximise `cost · x` within row and column bounds. Rows are stored one after another. */
export interface Matrix {
  offset: number
  cost: number[]
  lower: number[]
  upper: number[]
  integer: number[]
  rowLower: number[]
  rowUpper: number[]
  start: number[]
  place: number[]
  value: number[]
}

export const emptyMatrix = (): Matrix => ({
  offset: 0,
  cost: [],
  lower: [],
  upper: [],
  integer: [],
  rowLower: [],
  rowUpper: [],
  start: [0],
  place: [],
  value: [],
})

/** Adds a column and returns its place. */
export function addColumn(m: Matrix, cost: number, lower: number, upper: number, integer: boolean): number {
  m.cost.push(cost)
  m.lower.push(lower)
  m.upper.push(upper)
  m.integer.push(integer ? 1 : 0)
  return m.cost.length - 1
}

export type Entry = readonly [column: number, value: number]

/** Adds `lower ≤ Σ value · x ≤ upper` and returns its place. */
export function addRow(m: Matrix, lower: number, upper: number, entries: Iterable<Entry>): number {
  for (const [column, value] of entries) {
    m.place.push(column)
    m.value.push(value)
  }
  m.start.push(m.place.length)
  m.rowLower.push(lower)
  m.rowUpper.push(upper)
  return m.rowLower.length - 1
}

/** A copy that may be changed without touching the first. */
export const copyOf = (m: Matrix): Matrix => ({
  offset: m.offset,
  cost: m.cost.slice(),
  lower: m.lower.slice(),
  upper: m.upper.slice(),
  integer: m.integer.slice(),
  rowLower: m.rowLower.slice(),
  rowUpper: m.rowUpper.slice(),
  start: m.start.slice(),
  place: m.place.slice(),
  value: m.value.slice(),
})

/**
 * A bound on the maximum from any row prices, however they were found: prices of the wrong sign are dropped, and every
 * column takes its better end. True for the whole programme even when the solver stopped early or erred.
 *
 * @param price what one more unit of each row's right side would be worth; rows added since are worth nothing
 */
export function boundFrom(m: Matrix, price: ArrayLike<number>): number {
  const reduced = Float64Array.from(m.cost)
  let bound = m.offset
  for (let r = 0; r < m.rowLower.length; r++) {
    let y = price[r] ?? 0
    // A positive price speaks of the upper side, a negative one of the lower.
    if (y > 0 && m.rowUpper[r]! >= 1e20) y = 0
    if (y < 0 && m.rowLower[r]! <= -1e20) y = 0
    if (y === 0) continue
    bound += y * (y > 0 ? m.rowUpper[r]! : m.rowLower[r]!)
    for (let k = m.start[r]!; k < m.start[r + 1]!; k++) reduced[m.place[k]!]! -= y * m.value[k]!
  }
  for (let c = 0; c < reduced.length; c++) {
    const d = reduced[c]!
    const end = d > 0 ? m.upper[c]! : m.lower[c]!
    if (d === 0 || end === 0) continue
    // A free column that the prices leave a breath of rounding on; anything more would make the bound infinite.
    if (Math.abs(end) >= 1e20) {
      if (Math.abs(d) > 1e-7) return Number.POSITIVE_INFINITY
      continue
    }
    bound += d * end
  }
  return bound
}

/** Reduced costs under row prices: what a unit of each column adds beyond what it uses. */
export function reducedCosts(m: Matrix, price: ArrayLike<number>): Float64Array {
  const reduced = Float64Array.from(m.cost)
  for (let r = 0; r < m.rowLower.length; r++) {
    const y = price[r] ?? 0
    if (y !== 0) for (let k = m.start[r]!; k < m.start[r + 1]!; k++) reduced[m.place[k]!]! -= y * m.value[k]!
  }
  return reduced
}

import loadHighs, { type Highs, type Model as Native, type HighsCallbackMap } from 'highs'
import type { Matrix } from '../matrix/rules.ts'

// The package's types call its entry CommonJS; Node gets the ES module, whose default is the loader itself.
const load = loadHighs as unknown as typeof loadHighs.default

/** When a solver run must end: a moment of the wall clock (ms), or the flag that the caller raises. */
export interface Until {
  at: number
  stopped: () => boolean
}

export interface LpAnswer {
  status: 'optimal' | 'infeasible' | 'limit'
  objective: number
  value: Float64Array
  price: Float64Array
  iterations: number
}

export interface MipAnswer {
  status: 'optimal' | 'infeasible' | 'limit'
  value: Float64Array | null
  bound: number
  nodes: number
}

export interface MipLimits {
  seed: number
  nodes?: number
  stallNodes?: number
  relativeGap?: number
  /** Only plans better than this are of interest. */
  start?: Float64Array
  /** Stop at the first plan. */
  firstPlan?: boolean
  until: Until
  onBound?: (bound: number) => void
  onBetter?: (value: Float64Array) => void
}

/** The solver's memory ends at 2 GB, and so does what a plan may take of a machine: it is stopped before that. */
const mostBytes = 1.6e9
let looks = 0
const isCrowded = () => looks++ % 64 === 0 && process.memoryUsage.rss() > mostBytes

const wasInterrupted = (until: Until) =>
  until.stopped() || isCrowded() || performance.timeOrigin + performance.now() >= until.at

/** HiGHS in this thread. Every call blocks; callbacks look at the clock and the flag. */
export class Engine {
  readonly #highs: Highs

  constructor(highs: Highs) {
    this.#highs = highs
  }

  static async load(): Promise<Engine> {
    return new Engine(await load())
  }

  /** A linear programme that is kept between solves, for cuts and changed bounds. */
  relaxation(matrix: Matrix): Relaxation {
    return new Relaxation(this.#highs, matrix)
  }

  /** Solves a mixed-integer programme within its limits. */
  mip(matrix: Matrix, limits: MipLimits): MipAnswer {
    const highs = this.#highs
    const model = highs.createModel(dataOf(highs, matrix, true))
    try {
      model.options.set({
        output_flag: false,
        random_seed: limits.seed,
        mip_rel_gap: limits.relativeGap ?? 0,
        mip_abs_gap: 1e-6,
        // Cuts over many columns are dense: ten thousand of them, the usual pool, are more than all the memory.
        ...(matrix.cost.length > 10_000 ? { mip_pool_soft_limit: 500, mip_pool_age_limit: 5 } : {}),
        ...(limits.nodes === undefined ? {} : { mip_max_nodes: limits.nodes }),
        ...(limits.stallNodes === undefined ? {} : { mip_max_stall_nodes: limits.stallNodes }),
        ...(limits.firstPlan ? { mip_max_improving_sols: 1 } : {}),
      })
      if (limits.start) model.setSolution({ colValue: limits.start })
      const type = highs.constants.callbackType
      const callbacks: HighsCallbackMap = {
        [type.mipInterrupt](event) {
          if (event.data.mip_dual_bound !== undefined) limits.onBound?.(event.data.mip_dual_bound)
          if (wasInterrupted(limits.until)) event.interrupt()
          return undefined
        },
        [type.mipLogging](event) {
          if (event.data.mip_dual_bound !== undefined) limits.onBound?.(event.data.mip_dual_bound)
          return undefined
        },
        [type.mipImprovingSolution](event) {
          if (event.data.mip_solution) limits.onBetter?.(event.data.mip_solution)
          return undefined
        },
      }
      model.run(callbacks)
      const status = statusOf(highs, model)
      const found = model.info.get('primal_solution_status') === 2
      return {
        status,
        value: found ? model.getSolution().colValue : null,
        bound: status === 'infeasible' ? Number.NEGATIVE_INFINITY : Number(model.info.get('mip_dual_bound')),
        nodes: Number(model.info.get('mip_node_count')),
      }
    } finally {
      model.dispose()
    }
  }
}

function statusOf(highs: Highs, model: Native): 'optimal' | 'infeasible' | 'limit' {
  const status = model.getModelStatus()
  const { modelStatus } = highs.constants
  if (status === modelStatus.optimal || status === modelStatus.empty) return 'optimal'
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return 'infeasible'
  return 'limit'
}

/** See `Engine.relaxation`. */
export class Relaxation {
  readonly #highs: Highs
  readonly #model: Native

  constructor(highs: Highs, matrix: Matrix) {
    this.#highs = highs
    this.#model = highs.createModel(dataOf(highs, matrix, false))
    this.#model.options.set({ output_flag: false })
  }

  solve(until: Until, options: Record<string, string | number | boolean> = {}): LpAnswer {
    this.#model.options.set(options)
    const type = this.#highs.constants.callbackType
    const stop = (event: { interrupt(): void }) => {
      if (wasInterrupted(until)) event.interrupt()
      return undefined
    }
    this.#model.run({ [type.simplexInterrupt]: stop, [type.ipmInterrupt]: stop })
    const solution = this.#model.getSolution()
    return {
      status: statusOf(this.#highs, this.#model),
      objective: this.#model.getObjectiveValue(),
      value: solution.colValue,
      price: solution.rowDual,
      iterations: Number(this.#model.info.get('simplex_iteration_count')),
    }
  }

  setBounds(column: number, lower: number, upper: number): void {
    this.#model.changeColBounds(column, lower, upper)
  }

  addRows(rows: readonly { lower: number; upper: number; entries: readonly (readonly [number, number])[] }[]): void {
    const starts = new Int32Array(rows.length + 1)
    rows.forEach((row, r) => (starts[r + 1] = starts[r]! + row.entries.length))
    const all = rows.flatMap(({ entries }) => entries)
    this.#model.addRows({
      lower: Float64Array.from(rows, (r) => r.lower),
      upper: Float64Array.from(rows, (r) => r.upper),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: this.#model.getDimensions().numCols,
        starts,
        indices: Int32Array.from(all, ([column]) => column),
        values: Float64Array.from(all, ([, value]) => value),
      },
    })
  }

  dispose(): void {
    this.#model.dispose()
  }
}

function dataOf(highs: Highs, m: Matrix, integer: boolean) {
  return {
    numCols: m.cost.length,
    numRows: m.rowLower.length,
    sense: highs.constants.objectiveSense.maximize,
    offset: m.offset,
    colCost: Float64Array.from(m.cost),
    colLower: Float64Array.from(m.lower),
    colUpper: Float64Array.from(m.upper),
    rowLower: Float64Array.from(m.rowLower),
    rowUpper: Float64Array.from(m.rowUpper),
    matrix: {
      format: 'csr' as const,
      numRows: m.rowLower.length,
      numCols: m.cost.length,
      starts: Int32Array.from(m.start),
      indices: Int32Array.from(m.place),
      values: Float64Array.from(m.value),
    },
    ...(integer ? { integrality: Int32Array.from(m.integer) } : {}),
  }
}

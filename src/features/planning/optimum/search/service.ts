import { evaluate } from '../check/rules.ts'
import type { Engine, Until } from '../engine/service.ts'
import { greedyPlan } from '../greedy/rules.ts'
import { index } from '../indexed/rules.ts'
import { allSeatCuts } from '../cuts/rules.ts'
import { addRow, type Matrix } from '../matrix/rules.ts'
import type { Model } from '../model/form/rules.ts'
import { modelOf, planOf } from '../model/rules.ts'
import { stepOf } from '../problem/grain/rules.ts'
import type { Plan, Problem } from '../problem/rules.ts'
import { branch } from './branch/service.ts'
import { fits, settledByRelaxation, startOf, withCalendar, withoutLosers } from './fixing/rules.ts'
import { type Root, solveRoot } from './root/service.ts'

export interface Limits {
  seed: number
  /** A plan known already. */
  start?: Plan
  until: Until
  onPlan: (plan: Plan, objective: number) => void
  onBound: (bound: number) => void
}

export interface Outcome {
  status: 'optimal' | 'infeasible' | 'stopped'
  best: { plan: Plan; objective: number } | null
  bound: number
}

/** Up to so many possible attendances every inequality between seats and sessions is stated at once: branching needs them. */
const fewSeats = 6000

/** Up to so many possible attendances the proof goes calendar by calendar; beyond, the solver takes the whole, which is no slower there. */
const branchedSeats = 10_000

/** Looks for the best plan: a clerk's plan, the relaxation with its cuts, the sessions it is sure of, then the whole. */
export function search(engine: Engine, problem: Problem, limits: Limits): Outcome {
  return new Search(engine, problem, limits).run()
}

class Search {
  readonly #engine: Engine
  readonly #problem: Problem
  readonly #limits: Limits
  readonly #model: Model
  readonly #step: number
  #best: { plan: Plan; objective: number } | null = null
  #bound = Infinity

  constructor(engine: Engine, problem: Problem, limits: Limits) {
    this.#engine = engine
    this.#problem = problem
    this.#limits = limits
    this.#model = modelOf(index(problem))
    this.#step = stepOf(problem)
  }

  run(): Outcome {
    if (this.#limits.start) this.#offer(this.#limits.start)
    this.#offer(greedyPlan(this.#model.indexed))
    const matrix = this.#model.matrix
    if (this.#model.seat.length <= fewSeats)
      for (const { lower, upper, entries } of allSeatCuts(this.#model)) addRow(matrix, lower, upper, entries)
    const root = solveRoot(this.#engine, this.#model, matrix, this.#limits.until, (bound) => this.#lower(bound))
    if (root.infeasible) return { status: 'infeasible', best: null, bound: -Infinity }
    if (root.whole && !this.#done()) this.#near(matrix, root)
    if (root.whole && !this.#done()) {
      const status =
        this.#model.seat.length <= branchedSeats ? this.#calendars(matrix, root) : this.#whole(matrix, root)
      if (status === 'infeasible') return { status, best: null, bound: -Infinity }
    }
    const proved = this.#best !== null && this.#bound < this.#best.objective + this.#step - 1e-6
    return { status: proved ? 'optimal' : 'stopped', best: this.#best, bound: this.#bound }
  }

  /** The sessions that the relaxation leaves open, with everybody who is not far too dear. */
  #near(matrix: Matrix, root: Root): void {
    const many = this.#model.seat.length > 20_000
    const settled = settledByRelaxation(this.#model, matrix, root.value, root.price, 0.02, many ? 8 : 24)
    this.#mip(settled, { nodes: 50, relativeGap: many ? 2e-4 : 0 })
  }

  /** Calendar by calendar, each filled by the solver. */
  #calendars(matrix: Matrix, root: Root): 'infeasible' | 'looked' {
    const done = branch(this.#engine, this.#model, this.#reduced(matrix, root), {
      until: this.#limits.until,
      wanted: () => this.#floor() + this.#step - 1e-5,
      fill: (runs) => this.#mip(withCalendar(this.#model, matrix, runs), {}).status !== 'limit',
      onBound: (bound) => this.#lower(Math.max(bound, this.#floor())),
    })
    if (done && this.#best === null) return 'infeasible'
    if (done) this.#lower(this.#floor())
    return 'looked'
  }

  /** The whole problem at once, less what cannot be part of anything better. */
  #whole(matrix: Matrix, root: Root): 'infeasible' | 'looked' {
    const answer = this.#mip(this.#reduced(matrix, root), {
      onBound: (bound) => this.#lower(Math.max(bound, this.#floor())),
    })
    if (answer.status === 'infeasible' && this.#best === null) return 'infeasible'
    if (answer.status === 'infeasible' || Number.isFinite(answer.bound))
      this.#lower(Math.max(answer.bound, this.#floor()))
    return 'looked'
  }

  #reduced(matrix: Matrix, root: Root): Matrix {
    if (this.#best === null) return matrix
    return withoutLosers(this.#model, matrix, root.price, this.#best, this.#step).matrix
  }

  #mip(
    matrix: Matrix,
    limits: {
      nodes?: number
      relativeGap?: number
      onBound?: (bound: number) => void
    },
  ) {
    const start = this.#best && startOf(this.#model, matrix, this.#best.plan)
    const answer = this.#engine.mip(matrix, {
      seed: this.#limits.seed,
      until: this.#limits.until,
      ...limits,
      ...(start && fits(matrix, start) ? { start } : {}),
      onBetter: (value) => this.#offer(planOf(this.#model, value)),
    })
    if (answer.value) this.#offer(planOf(this.#model, answer.value))
    return answer
  }

  #floor = (): number => this.#best?.objective ?? -Infinity

  #done = (): boolean =>
    this.#limits.until.stopped() ||
    performance.timeOrigin + performance.now() >= this.#limits.until.at ||
    (this.#best !== null && this.#bound < this.#best.objective + this.#step - 1e-6)

  /** Takes a plan only when an independent look finds it whole and better. */
  #offer(plan: Plan): void {
    const verdict = evaluate(this.#problem, plan)
    if (!verdict.feasible || verdict.objective <= this.#floor()) return
    this.#best = { plan, objective: verdict.objective }
    this.#limits.onPlan(plan, verdict.objective)
  }

  #lower(bound: number): void {
    const whole = this.#step >= 1 ? Math.floor((bound + 1e-5) / this.#step) * this.#step : bound
    if (whole >= this.#bound) return
    this.#bound = whole
    this.#limits.onBound(whole)
  }
}

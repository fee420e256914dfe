import { Worker } from 'node:worker_threads'
import type { Binding } from './binding/service.ts'
import { evaluate, type Verdict } from './check/rules.ts'
import type { Condition } from './conflict/rules.ts'
import type { Order } from './lane/jobs.ts'
import type { Plan, Problem } from './problem/rules.ts'
import type { Outcome } from './search/service.ts'

export interface Progress {
  /** Worth of the best plan so far; null before the first. */
  objective: number | null
  /** No plan is worth more; infinite until known. */
  bound: number
  seconds: number
}

export interface Solution {
  /** `solver-died` and `stopped` keep the best plan found until then. */
  status: 'optimal' | 'stopped' | 'solver-died' | 'infeasible' | 'nothing-found'
  plan: Plan | null
  verdict: Verdict | null
  objective: number | null
  bound: number
  /** Share of the objective by which a better plan could at most be better; null without a plan. */
  gap: number | null
  seconds: number
}

export interface Options {
  seconds?: number
  seed?: number
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
  /** The file that runs in the worker thread; for tests. */
  lane?: URL
  /** How often a solver that died is started again, the first start counted. */
  lives?: number
}

type Message = { plan: Plan; objective: number } | { bound: number } | { outcome: Outcome }

/** Time that a problem of this size is given unless told otherwise: enough for the size's usual gap. */
export const secondsFor = (problem: Problem): number =>
  problem.people.length <= 500 ? 58 : problem.people.length <= 2500 ? 115 : 285

/** How long after the moment to stop the solver may still take to notice before its thread is ended. */
const graceMilliseconds = 2000

/** A solver that died starts again from the best plan with another seed, so often at most unless told otherwise. */
const usualLives = 4

/**
 * Solves a plan problem in a worker thread. Never throws for what the solver does: a death of the solver, a stop by
 * `signal` or the end of time answer with the best plan so far. Every plan is judged here, apart from the solver.
 */
export async function solve(problem: Problem, options: Options = {}): Promise<Solution> {
  const run = new Run(problem, options)
  let end = await run.live(1)
  for (let life = 2; end === 'died' && life <= (options.lives ?? usualLives); life++) end = await run.live(life)
  return run.solution(end === 'died')
}

/** Asked of a solution afterwards, in a worker thread of its own; null when time or the solver ended first. */
async function ask<T>(task: Order['task'], problem: Problem, start: Plan | null, options: Options): Promise<T | null> {
  const { seconds = 60, signal } = options
  const flag = new SharedArrayBuffer(4)
  const order: Order = { task, problem, seed: 1, start, at: Date.now() + seconds * 1000, flag }
  const worker = new Worker(new URL('./lane/jobs.ts', import.meta.url), { workerData: order })
  const stop = () => void worker.terminate()
  const timer = setTimeout(stop, seconds * 1000 + graceMilliseconds)
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted) stop()
  let answer: T | null = null
  worker.on('message', (message: { answer: T }) => (answer = message.answer))
  await new Promise<void>((resolve) => {
    worker.on('error', () => resolve())
    worker.on('exit', () => resolve())
  })
  clearTimeout(timer)
  signal?.removeEventListener('abort', stop)
  return answer
}

/** The conditions that a plan has used up and what one more unit of each would bring while the calendar stays. */
export const bindingsOf = (problem: Problem, plan: Plan, options: Options = {}): Promise<Binding[] | null> =>
  ask('binding', problem, plan, options)

/** The smallest set of hard conditions that cannot hold together; null when they can, or when time ended. */
export const conflictOf = (
  problem: Problem,
  options: Options = {},
): Promise<{ conditions: Condition[]; irreducible: boolean } | null> => ask('conflict', problem, null, options)

class Run {
  readonly #problem: Problem
  readonly #options: Options
  readonly #began = performance.now()
  readonly #at: number
  readonly #flag = new SharedArrayBuffer(4)
  #best: { plan: Plan; verdict: Verdict } | null = null
  #bound = Infinity
  #outcome: Outcome | null = null

  constructor(problem: Problem, options: Options) {
    this.#problem = problem
    this.#options = options
    this.#at = Date.now() + (options.seconds ?? secondsFor(problem)) * 1000
  }

  /** One life of the worker thread. A death after the moment to stop is no loss. */
  async live(life: number): Promise<'done' | 'died'> {
    const { signal, seed = 1, lane = new URL('./lane/jobs.ts', import.meta.url) } = this.#options
    const order: Order = {
      task: 'search',
      problem: this.#problem,
      seed: seed + life - 1,
      start: this.#best?.plan ?? null,
      at: this.#at,
      flag: this.#flag,
    }
    const worker = new Worker(lane, { workerData: order })
    let late: NodeJS.Timeout | undefined
    const stop = () => {
      Atomics.store(new Int32Array(this.#flag), 0, 1)
      late ??= setTimeout(() => void worker.terminate(), graceMilliseconds)
    }
    const timer = setTimeout(stop, Math.max(0, this.#at - Date.now()))
    signal?.addEventListener('abort', stop, { once: true })
    if (signal?.aborted) stop()
    worker.on('message', (message: Message) => this.#hear(message))
    await new Promise<void>((resolve) => {
      worker.on('error', () => resolve())
      worker.on('exit', () => resolve())
    })
    clearTimeout(timer)
    clearTimeout(late)
    signal?.removeEventListener('abort', stop)
    return this.#outcome !== null || late !== undefined ? 'done' : 'died'
  }

  #hear(message: Message): void {
    if ('outcome' in message) {
      this.#outcome = message.outcome
      this.#bound = Math.min(this.#bound, message.outcome.bound)
      if (message.outcome.best) this.#consider(message.outcome.best.plan)
    } else if ('plan' in message) this.#consider(message.plan)
    else this.#bound = Math.min(this.#bound, message.bound)
    const seconds = (performance.now() - this.#began) / 1000
    this.#options.onProgress?.({ objective: this.#best?.verdict.objective ?? null, bound: this.#bound, seconds })
  }

  #consider(plan: Plan): void {
    const verdict = evaluate(this.#problem, plan)
    if (!verdict.feasible || (this.#best && verdict.objective <= this.#best.verdict.objective)) return
    this.#best = { plan, verdict }
  }

  solution(died: boolean): Solution {
    const seconds = (performance.now() - this.#began) / 1000
    if (!this.#best) {
      const status = this.#outcome?.status === 'infeasible' ? 'infeasible' : died ? 'solver-died' : 'nothing-found'
      return { status, plan: null, verdict: null, objective: null, bound: this.#bound, gap: null, seconds }
    }
    const { plan, verdict } = this.#best
    const { objective } = verdict
    const status = this.#outcome?.status === 'optimal' ? 'optimal' : died ? 'solver-died' : 'stopped'
    const bound = Math.max(this.#bound, objective)
    const gap = (bound - objective) / Math.max(1, Math.abs(objective))
    return { status, plan, verdict, objective, bound, gap, seconds }
  }
}

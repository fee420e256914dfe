import { Worker } from 'node:worker_threads'
import { evaluate, type Verdict } from './check/rules.ts'
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
}

type Message = { plan: Plan; objective: number } | { bound: number } | { outcome: Outcome }

/** Time that a problem of this size is given unless told otherwise: enough for the size's usual gap. */
export const secondsFor = (problem: Problem): number =>
  problem.people.length <= 500 ? 58 : problem.people.length <= 2500 ? 115 : 285

/** How long after the moment to stop the solver may still take to notice before its thread is ended. */
const graceMilliseconds = 4000

/**
 * Solves a plan problem in a worker thread. Never throws for what the solver does: a death of the solver, a stop by
 * `signal` or the end of time answer with the best plan so far.
 */
export async function solve(problem: Problem, options: Options = {}): Promise<Solution> {
  const began = performance.now()
  const elapsed = () => (performance.now() - began) / 1000
  const seconds = options.seconds ?? secondsFor(problem)
  const flag = new SharedArrayBuffer(4)
  let best: { plan: Plan; verdict: Verdict } | null = null
  let bound = Infinity
  let outcome: Outcome | null = null
  const report = () => options.onProgress?.({ objective: best?.verdict.objective ?? null, bound, seconds: elapsed() })
  const consider = (plan: Plan) => {
    const verdict = evaluate(problem, plan)
    if (!verdict.feasible || (best && verdict.objective <= best.verdict.objective)) return
    best = { plan, verdict }
  }
  const order: Order = { problem, seed: options.seed ?? 1, at: Date.now() + seconds * 1000, flag }
  const worker = new Worker(new URL('./lane/jobs.ts', import.meta.url), { workerData: order })
  let late: NodeJS.Timeout | undefined
  const stop = () => {
    Atomics.store(new Int32Array(flag), 0, 1)
    late ??= setTimeout(() => void worker.terminate(), graceMilliseconds)
  }
  const timer = setTimeout(stop, seconds * 1000)
  if (options.signal?.aborted) stop()
  options.signal?.addEventListener('abort', stop, { once: true })
  worker.on('message', (message: Message) => {
    if ('outcome' in message) {
      outcome = message.outcome
      if (outcome.best) consider(outcome.best.plan)
    } else if ('plan' in message) consider(message.plan)
    else bound = Math.min(bound, message.bound)
    report()
  })
  const died = await new Promise<boolean>((resolve) => {
    worker.on('error', () => resolve(true))
    worker.on('exit', () => resolve(outcome === null && late === undefined))
  })
  clearTimeout(timer)
  clearTimeout(late)
  options.signal?.removeEventListener('abort', stop)
  return solutionOf(best, outcome, bound, died, elapsed())
}

function solutionOf(
  best: { plan: Plan; verdict: Verdict } | null,
  outcome: Outcome | null,
  heard: number,
  died: boolean,
  seconds: number,
): Solution {
  const bound = Math.min(heard, outcome?.bound ?? Infinity)
  if (!best) {
    const status = outcome?.status === 'infeasible' ? 'infeasible' : died ? 'solver-died' : 'nothing-found'
    return { status, plan: null, verdict: null, objective: null, bound, gap: null, seconds }
  }
  const { objective } = best.verdict
  const status = died ? 'solver-died' : outcome?.status === 'optimal' ? 'optimal' : 'stopped'
  const proved = Math.max(bound, objective)
  const gap = (proved - objective) / Math.max(1, Math.abs(objective))
  return { status, plan: best.plan, verdict: best.verdict, objective, bound: proved, gap, seconds }
}

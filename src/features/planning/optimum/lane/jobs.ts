import { parentPort, workerData } from 'node:worker_threads'
import { bindingOf } from '../binding/service.ts'
import { conflictIn } from '../conflict/service.ts'
import { Engine } from '../engine/service.ts'
import type { Plan, Problem } from '../problem/rules.ts'
import { search } from '../search/service.ts'

/** What a lane is told: everything it needs, and a flag in shared memory by which it is stopped. */
export interface Order {
  task: 'search' | 'binding' | 'conflict'
  problem: Problem
  seed: number
  /** The plan to start from, or to ask about. */
  start: Plan | null
  at: number
  flag: SharedArrayBuffer
}

if (parentPort) await work(workerData as Order, (message) => parentPort!.postMessage(message))

/** The solver blocks its thread, so it lives in one of its own and speaks by messages. */
async function work(order: Order, say: (message: unknown) => void): Promise<void> {
  const flag = new Int32Array(order.flag)
  const until = { at: order.at, stopped: () => Atomics.load(flag, 0) !== 0 }
  const engine = await Engine.load()
  const { problem, start, seed } = order
  if (order.task === 'conflict') say({ answer: conflictIn(engine, problem, until) })
  else if (order.task === 'binding') say({ answer: start && bindingOf(engine, problem, start, until) })
  else
    say({
      outcome: search(engine, problem, {
        seed,
        until,
        ...(start ? { start } : {}),
        onPlan: (plan, objective) => say({ plan, objective }),
        onBound: (bound) => say({ bound }),
      }),
    })
}

import { parentPort, workerData } from 'node:worker_threads'
import { Engine } from '../engine/service.ts'
import type { Problem } from '../problem/rules.ts'
import { search } from '../search/service.ts'

/** What a lane is told: everything it needs, and a flag in shared memory by which it is stopped. */
export interface Order {
  problem: Problem
  seed: number
  at: number
  flag: SharedArrayBuffer
}

if (parentPort) await work(workerData as Order, (message) => parentPort!.postMessage(message))

/** The solver blocks its thread, so it lives in one of its own and speaks by messages. */
async function work(order: Order, say: (message: unknown) => void): Promise<void> {
  const flag = new Int32Array(order.flag)
  const engine = await Engine.load()
  const outcome = search(engine, order.problem, {
    seed: order.seed,
    until: { at: order.at, stopped: () => Atomics.load(flag, 0) !== 0 },
    onPlan: (plan, objective) => say({ plan, objective }),
    onBound: (bound) => say({ bound }),
  })
  say({ outcome })
}

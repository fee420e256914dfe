import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Result } from './result.ts'

/** The index of many persons as a stream: speed must not fall and memory must not grow with their number. */
export async function benchIndex(size?: number): Promise<Result[]> {
  const sizes = size === undefined ? [6_000, 600_000, 5_000_000] : [size]
  const results: Result[] = []
  for (const persons of sizes) {
    const child = fork(new URL('./index-worker.ts', import.meta.url), [String(persons)])
    const [answer] = (await once(child, 'message')) as [{ perSecond: number; megabytes: number; total: number }]
    results.push(
      {
        bench: 'index',
        what: `${persons.toLocaleString('en-GB')} persons`,
        value: answer.perSecond,
        unit: 'persons/s',
        note: `mean ${(answer.total / persons).toFixed(2)}`,
      },
      { bench: 'index', what: `${persons.toLocaleString('en-GB')} persons`, value: answer.megabytes, unit: 'MB peak' },
    )
  }
  return results
}

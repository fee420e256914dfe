import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Result } from './result.ts'

interface Answer {
  rows: number
  readSeconds: number
  applySeconds: number
  afterSeconds: number
  megabytes: number
}

/** Loads cities of growing size through the import: time per 1,000 rows, and memory that should stay where it is. */
export async function benchImport(size?: number): Promise<Result[]> {
  const sizes = size === undefined ? [600, 6_000, 60_000] : [size]
  const engines: (string | undefined)[] = [
    undefined,
    ...(process.env.BENCH_DATABASE_URL === undefined ? [] : [process.env.BENCH_DATABASE_URL]),
  ]
  const results: Result[] = []
  for (const engine of engines)
    for (const persons of sizes) {
      const child = fork(new URL('./import-worker.ts', import.meta.url), [String(persons), engine ?? ''])
      const [answer] = (await once(child, 'message')) as [Answer]
      await once(child, 'exit')
      results.push(
        ...figuresOf(
          `${engine === undefined ? 'embedded' : 'postgres'}: ${persons.toLocaleString('en-GB')} persons`,
          answer,
        ),
      )
    }
  return results
}

function figuresOf(what: string, { rows, readSeconds, applySeconds, afterSeconds, megabytes }: Answer): Result[] {
  const thousands = rows / 1000
  return [
    {
      bench: 'import',
      what: `${what}: read and preview`,
      value: readSeconds / thousands,
      unit: 's/1,000 rows',
      note: `${rows.toLocaleString('en-GB')} rows`,
    },
    { bench: 'import', what: `${what}: apply`, value: applySeconds / thousands, unit: 's/1,000 rows' },
    { bench: 'import', what: `${what}: gaps and index afterwards`, value: afterSeconds, unit: 's' },
    {
      bench: 'import',
      what: `${what}: memory`,
      value: megabytes,
      unit: 'MB peak',
      note: 'server process, the embedded engine included',
    },
  ]
}

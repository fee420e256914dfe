import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Measured } from './plan-worker.ts'
import type { Result } from './result.ts'

const fixtures = join(import.meta.dirname, '../../src/features/planning/optimum/fixtures')

/**
 * The annual plan: every instance of a folder (`reference.json` there names the known optima), then generated ones of
 * 1,500 × 40 and 6,000 × 60. Each in a process of its own with the time its size is given; memory is that process's peak.
 *
 * @param size people of one generated instance instead of everything
 */
export async function benchPlan(size?: number, folder = fixtures): Promise<Result[]> {
  const known = optimaIn(folder)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && isInstance(join(folder, name)))
  const asked =
    size === undefined
      ? [
          ...files.map((name) => ({ what: name.replace('.json', ''), args: [join(folder, name)] })),
          ...['1500x40', '6000x60'].flatMap((s) =>
            [1, 2].map((seed) => ({ what: `${s}, seed ${seed}`, args: [s, String(seed)] })),
          ),
        ]
      : [{ what: `${size}x40, seed 1`, args: [`${size}x40`, '1'] }]
  const results: Result[] = []
  for (const { what, args } of asked) {
    const child = fork(new URL('./plan-worker.ts', import.meta.url), args)
    const [m] = (await once(child, 'message')) as [Measured]
    const optimum = known.get(what)
    const against = optimum === undefined ? '' : `, known optimum ${optimum}`
    const row = (value: number, unit: string, note?: string): Result => ({
      bench: 'plan',
      what,
      value,
      unit,
      ...(note === undefined ? {} : { note }),
    })
    results.push(
      row(
        m.objective ?? Number.NaN,
        'objective',
        `bound ${m.bound}${against}, clerk ${m.greedy}, ${m.status}${m.feasible ? '' : ', NOT FEASIBLE'}`,
      ),
      row((m.gap ?? Number.NaN) * 100, '% gap'),
      row(m.seconds, 's', `${m.cpuSeconds.toFixed(0)} s CPU`),
      row(m.megabytes, 'MB peak'),
    )
    console.error(
      `  ${what}: ${m.objective} of ${m.bound} in ${m.seconds.toFixed(1)} s, ${m.cpuSeconds.toFixed(0)} s CPU, ${m.megabytes.toFixed(0)} MB`,
    )
  }
  return results
}

const isInstance = (path: string): boolean =>
  'programmes' in (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)

function optimaIn(folder: string): Map<string, number> {
  const path = join(folder, 'reference.json')
  if (!existsSync(path)) return new Map()
  const { full_model, calendar_fixed } = JSON.parse(readFileSync(path, 'utf8')) as Record<
    'full_model' | 'calendar_fixed',
    { file: string; optimum: number }[]
  >
  return new Map([...full_model, ...calendar_fixed].map(({ file, optimum }) => [file.replace('.json', ''), optimum]))
}

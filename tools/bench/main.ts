import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calibrate } from './calibration.ts'
import { benchHttp } from './http.ts'
import { benchImport } from './import.ts'
import { benchIndex } from './index-of-persons.ts'
import { benchPage } from './page.ts'
import { benchPlan } from './plan.ts'
import { asPage, asTable, type Measurement, measurementOf, type Result } from './result.ts'

/**
 * `npm run bench` runs everything, `npm run bench -- NAME [--json]` one part. What a run of usual size measured is kept in
 * `docs/performance.json`, from which `docs/performance.md` is written.
 * `--size N` changes the size of `index`, `import` and `plan`; `--folder PATH` names the instances of `plan`.
 * Absolute times belong to the machine; compare ratios.
 */
const benches = {
  calibration: calibrate,
  index: benchIndex,
  import: benchImport,
  http: benchHttp,
  page: benchPage,
  plan: benchPlan,
} as const

const args = process.argv.slice(2)
const json = args.includes('--json')
const size = args.includes('--size') ? Number(args[args.indexOf('--size') + 1]) : undefined
const folder = args.includes('--folder') ? args[args.indexOf('--folder') + 1] : undefined
const names = args.filter((arg, i) => !arg.startsWith('--') && !['--size', '--folder'].includes(args[i - 1] ?? ''))

const unknown = names.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}

const kept = join(import.meta.dirname, '../../docs/performance.json')
const all: Result[] = []
for (const name of names.length > 0 ? names : Object.keys(benches)) {
  console.error(`… ${name}`)
  const results = await benches[name as keyof typeof benches](size, folder)
  all.push(...results)
  if (size === undefined && folder === undefined) publish(name, results)
}
console.log(json ? JSON.stringify(all, null, 2) : asTable(all))

// After each part, so that a run that is stopped has not measured in vain.
function publish(name: string, results: Result[]): void {
  const measured: Record<string, Measurement> = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {}
  measured[name] = measurementOf(results)
  const inOrder = Object.fromEntries(
    Object.keys(benches).flatMap((one) => (measured[one] ? [[one, measured[one]]] : [])),
  )
  writeFileSync(kept, `${JSON.stringify(inOrder, null, 1)}\n`)
  writeFileSync(join(import.meta.dirname, '../../docs/performance.md'), asPage(inOrder))
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calibrate } from './calibration.ts'
import { benchHttp } from './http.ts'
import { benchImport } from './import.ts'
import { benchIndex } from './index-of-persons.ts'
import { benchPage } from './page.ts'
import { benchPlan } from './plan.ts'
import { asMarkdown, type Result } from './result.ts'

/**
 * `npm run bench` runs everything and writes `docs/performance.md`; `npm run bench -- NAME [--json]` runs one.
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

const results: Result[] = []
for (const name of names.length > 0 ? names : Object.keys(benches)) {
  console.error(`… ${name}`)
  results.push(...(await benches[name as keyof typeof benches](size, folder)))
}

if (json) console.log(JSON.stringify(results, null, 2))
else console.log(asMarkdown(results))
if (names.length === 0) writeFileSync(join(import.meta.dirname, '../../docs/performance.md'), asMarkdown(results))

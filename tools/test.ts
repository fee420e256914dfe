import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Everything that must hold, in the order of the quickest news: types (server and browser apart), lint, then unit,
 * boundary and database tests, then journeys in a real browser. `npm test -- src/features/people` runs one part.
 */
const only = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'bina-results-'))
const bin = (name: string): string => join('node_modules', '.bin', name)
const total = { passed: 0, failed: 0 }

if (only.length === 0) {
  await Promise.all([
    step('types of the server', bin('tsc'), ['-p', 'tsconfig.json']),
    step('types of the browser', bin('tsc'), ['-p', 'tsconfig.web.json']),
    step('types of the journeys', bin('tsc'), ['-p', 'tsconfig.e2e.json']),
  ])
  await step('lint', bin('oxlint'), ['--type-aware', '--deny-warnings', 'src', 'tools', 'e2e'])
  await step('format', bin('prettier'), ['--check', '--log-level', 'warn', 'src', 'tools', 'e2e'])
}
await vitest()
if (only.length === 0) await journeys()
rmSync(folder, { recursive: true, force: true })

console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

async function step(name: string, command: string, args: string[]): Promise<void> {
  const code = await run(command, args)
  console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
  if (code === 0) total.passed++
  else total.failed++
}

async function vitest(): Promise<void> {
  const results = join(folder, 'vitest.json')
  const code = await run(bin('vitest'), [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...only,
  ])
  const { numPassedTests, numFailedTests } = read<{ numPassedTests: number; numFailedTests: number }>(results)
  count(numPassedTests, numFailedTests, code)
}

async function journeys(): Promise<void> {
  const results = join(folder, 'journeys.json')
  const code = await run(bin('playwright'), ['test', '--reporter=line,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: results })
  const { stats } = read<{ stats: { expected: number; unexpected: number; flaky: number } }>(results)
  count(stats.expected + stats.flaky, stats.unexpected, code)
}

// A runner that stopped without counting a failure (a file that does not load, say) has failed all the same.
function count(passed: number, failed: number, code: number): void {
  total.passed += passed
  total.failed += failed === 0 && code !== 0 ? 1 : failed
}

function read<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, stats: { expected: 0, unexpected: 0, flaky: 0 } } as T
  }
}

function run(command: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}

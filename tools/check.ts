import { spawnSync } from 'node:child_process'

/** The quick look before a commit: types, lint, boundaries, words. */
const steps: [string, string[]][] = [
  ['tsc', ['-p', 'tsconfig.json']],
  ['tsc', ['-p', 'tsconfig.web.json']],
  ['tsc', ['-p', 'tsconfig.e2e.json']],
  ['oxlint', ['--type-aware', '--deny-warnings', 'src', 'tools', 'e2e']],
  ['vitest', ['run', 'tools/boundaries', 'tools/words']],
]
for (const [command, args] of steps) {
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

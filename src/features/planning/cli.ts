import { solvePlan } from './optimum/command/service.ts'

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(0)
  throw fault
})
// The first signal asks the solver to stop and keeps the best plan; the second ends at once.
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => (stopping.signal.aborted ? process.exit(130) : stopping.abort()))

process.exitCode = await solvePlan(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  signal: stopping.signal,
})

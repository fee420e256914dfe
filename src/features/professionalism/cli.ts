import { dayIn } from '../../shared/dates.ts'
import { printIndex } from './command/service.ts'

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(0)
  throw fault
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

process.exitCode = await printIndex(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  today: dayIn('Asia/Jakarta', new Date()),
})

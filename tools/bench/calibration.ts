import { createHash } from 'node:crypto'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import { cpuSeconds } from './processes.ts'
import type { Result } from './result.ts'

/** How fast this machine hashes and says hello, in the same run: the yardstick for everything else. */
export async function calibrate(): Promise<Result[]> {
  const hello = await bareHello()
  return [
    { bench: 'calibration', what: 'SHA-256, one thread', value: hashMegabytesPerSecond(), unit: 'MB/s' },
    { bench: 'calibration', what: 'bare Node HTTP hello, 16 connections', value: hello.perSecond, unit: 'requests/s' },
    { bench: 'calibration', what: 'bare Node HTTP hello', value: hello.cpuMilliseconds, unit: 'CPU-ms/request' },
  ]
}

export function hashMegabytesPerSecond(): number {
  const block = Buffer.alloc(1 << 20, 7)
  const until = performance.now() + 1000
  const start = performance.now()
  let megabytes = 0
  for (const hash = createHash('sha256'); performance.now() < until; megabytes++) hash.update(block)
  return (megabytes * 1.048576) / ((performance.now() - start) / 1000)
}

async function bareHello(): Promise<{ perSecond: number; cpuMilliseconds: number }> {
  const child = fork(new URL('./hello-server.ts', import.meta.url))
  const [port] = (await once(child, 'message')) as [number]
  const before = cpuSeconds(child.pid!)
  const run = await autocannon({ url: `http://127.0.0.1:${port}`, connections: 16, duration: 3 })
  const cpu = cpuSeconds(child.pid!) - before
  child.kill()
  return { perSecond: run.requests.average, cpuMilliseconds: (cpu * 1000) / run.requests.total }
}

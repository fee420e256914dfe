import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { demoAccounts } from '../../src/demo/accounts.ts'
import type { Role } from '../../src/shared/roles.ts'

export interface Running {
  url: string
  pid: number
  /** The session cookie of a demonstration account. */
  cookie(role: Role): Promise<string>
  stop(): Promise<void>
}

/** Starts the application as an operator would and waits until it is ready. The data stay for the next run of the bench. */
export async function startApplication(env: {
  DATA_DIR: string
  DATABASE_URL?: string
  DEMO_PERSONS: string
}): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { ...process.env, ...env, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await waitUntilReady(url, child)
  return {
    url,
    pid: child.pid!,
    cookie: (role) => signIn(url, role, Number(env.DEMO_PERSONS)),
    stop: () => stop(child),
  }
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 3000; attempt++) {
    if (child.exitCode !== null) throw new Error('The application ended before it was ready')
    const ready = await fetch(`${url}/api/ready`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return
    await sleep(200)
  }
  throw new Error('The application was not ready within ten minutes')
}

async function signIn(url: string, role: Role, persons: number): Promise<string> {
  const account = demoAccounts({ persons }).find((candidate) => candidate.role === role)!
  const response = await fetch(`${url}/api/account/signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'bina' },
    body: JSON.stringify({ identifier: account.nip, password: account.password }),
  })
  if (!response.ok) throw new Error(`Sign-in as ${role}: ${response.status}`)
  return response.headers.getSetCookie()[0]!.split(';')[0]!
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export const benchFolder = (name: string): string => `.cache/bench-${name}`

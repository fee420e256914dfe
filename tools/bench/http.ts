import autocannon from 'autocannon'
import { demoAccounts } from '../../src/demo/accounts.ts'
import { benchFolder, type Running, startApplication } from './application.ts'
import { hashMegabytesPerSecond } from './calibration.ts'
import { cpuSeconds, postgresSeconds } from './processes.ts'
import type { Result } from './result.ts'

const persons = 6000
const seconds = 4
const connectionCounts = [1, 16, 64]

interface View {
  name: string
  /** Everything the screen asks of the server when it opens warm. */
  paths: string[]
  cookie: string
}

/** CPU and throughput of the screens' own requests, on the embedded engine and, with BENCH_DATABASE_URL, on PostgreSQL. */
export async function benchHttp(): Promise<Result[]> {
  const embedded = await onEngine('embedded', undefined)
  const address = process.env.BENCH_DATABASE_URL
  return address === undefined ? embedded : [...embedded, ...(await onEngine('postgres', address))]
}

async function onEngine(engine: string, databaseUrl: string | undefined): Promise<Result[]> {
  const app = await startApplication({
    DATA_DIR: benchFolder(engine),
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    DEMO_PERSONS: String(persons),
  })
  const megabytes = hashMegabytesPerSecond()
  try {
    const results: Result[] = []
    for (const view of await viewsOf(app))
      for (const connections of connectionCounts)
        results.push(...(await measure(engine, app, view, connections, megabytes)))
    for (const connections of [1, 16]) results.push(...(await measureSignIn(engine, app, connections)))
    return results
  } finally {
    await app.stop()
  }
}

async function viewsOf(app: Running): Promise<View[]> {
  const [employee, officer] = [await app.cookie('employee'), await app.cookie('officer')]
  const supervisor = await app.cookie('supervisor')
  const ask = async (path: string, cookie: string) =>
    (await fetch(`${app.url}/api/${path}`, { headers: { cookie } })).json() as Promise<{ rows: { personId: number }[] }>
  const personId = (await ask('people/register?limit=1', officer)).rows[0]!.personId
  return [
    { name: 'who am I', paths: ['account/me'], cookie: employee },
    {
      name: 'home (employee)',
      paths: ['account/me', 'people/summary', 'competency/summary', 'index/summary'],
      cookie: employee,
    },
    { name: 'home, competency (supervisor)', paths: ['competency/summary'], cookie: supervisor },
    { name: 'person', paths: [`people/person?personId=${personId}`], cookie: officer },
    { name: 'profile', paths: [`competency/profile?personId=${personId}`], cookie: officer },
    { name: 'register', paths: ['people/register?limit=50'], cookie: officer },
    { name: 'team', paths: ['people/team?limit=50'], cookie: supervisor },
    { name: 'tree of units', paths: ['people/units'], cookie: officer },
    { name: 'heat map', paths: ['competency/heatMap'], cookie: officer },
    { name: 'persons of the heat map', paths: ['competency/heatMapPersons?limit=50'], cookie: officer },
    { name: 'index of the city', paths: ['index/unit'], cookie: officer },
    { name: 'index, list', paths: ['index/list?limit=50'], cookie: officer },
  ]
}

async function measure(
  engine: string,
  app: Running,
  view: View,
  connections: number,
  megabytes: number,
): Promise<Result[]> {
  const before = cpuOf(engine, app)
  const run = await autocannon({
    url: app.url,
    connections,
    duration: seconds,
    requests: view.paths.map((path) => ({ path: `/api/${path}`, headers: { cookie: view.cookie } })),
  })
  if (run.non2xx > 0) throw new Error(`${view.name}: ${run.non2xx} answers were refusals`)
  const views = run.requests.total / view.paths.length
  const cpu = ((cpuOf(engine, app) - before) * 1000) / views
  const what = `${engine}: ${view.name}, ${connections} connection${connections === 1 ? '' : 's'}`
  return [
    {
      bench: 'http',
      what,
      value: cpu,
      unit: 'CPU-ms/view',
      note: `${(cpu * megabytes).toFixed(0)} × SHA-256 MB/s; ${view.paths.length} request(s)`,
    },
    { bench: 'http', what, value: views / seconds, unit: 'views/s' },
  ]
}

async function measureSignIn(engine: string, app: Running, connections: number): Promise<Result[]> {
  const [account] = demoAccounts({ persons })
  const before = cpuOf(engine, app)
  const run = await autocannon({
    url: `${app.url}/api/account/signIn`,
    method: 'POST',
    connections,
    duration: seconds,
    headers: { 'content-type': 'application/json', 'x-requested-with': 'bina' },
    body: JSON.stringify({ identifier: account!.nip, password: account!.password }),
  })
  const what = `${engine}: sign-in, ${connections} connection${connections === 1 ? '' : 's'}`
  return [
    {
      bench: 'http',
      what,
      value: ((cpuOf(engine, app) - before) * 1000) / run.requests.total,
      unit: 'CPU-ms/request',
      note: 'Argon2id, 19 MiB, 2 passes',
    },
    { bench: 'http', what, value: run.requests.average, unit: 'requests/s' },
  ]
}

const cpuOf = (engine: string, app: Running): number =>
  cpuSeconds(app.pid) + (engine === 'postgres' ? postgresSeconds() : 0)

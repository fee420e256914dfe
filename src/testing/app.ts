import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { type App, createApp } from '../app.ts'
import { hashPassword } from '../platform/auth/secrets.ts'
import type { Config } from '../platform/config.ts'
import { type Db, reading, writing } from '../platform/db/open.ts'
import type { AccountId, PersonId, UnitId } from '../shared/ids.ts'
import type { Role } from '../shared/roles.ts'
import { copyOfTemplate, databaseAt, onServer } from './templates.ts'

/** The whole application on a database of its own, asked through HTTP. */
export interface TestApp extends App {
  /** The clock of the application; set it to travel. */
  now: Date
  read<T>(work: (db: Db) => Promise<T>): Promise<T>
  write<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Creates an account with these roles and signs it in. */
  as(roles: readonly { role: Role; unitId?: UnitId }[], personId?: PersonId): Promise<Client>
  anonymous: Client
  /** Waits until no job is waiting or running. @throws when one failed */
  jobsDone(): Promise<void>
}

export interface Client {
  accountId: AccountId | null
  get(operation: string, input?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>
  post(operation: string, input?: unknown, headers?: Record<string, string>): Promise<Answer>
  upload(
    operation: string,
    file: { name: string; content: Buffer | string },
    fields?: Record<string, string>,
  ): Promise<Answer>
}

export interface Answer {
  status: number
  // oxlint-disable-next-line no-explicit-any
  body: any
  headers: Record<string, string | string[] | number | undefined>
  raw: Buffer
}

export const testPassword = 'kata-sandi-uji-77'

/** Runs the same tests on the embedded engine and, where one is reachable, on PostgreSQL. */
export function onEachEngine(name: string, tests: (app: () => TestApp) => void): void {
  for (const engine of ['embedded', 'postgres'] as const)
    describe.skipIf(engine === 'postgres' && inject('postgres') === null)(`${name} (${engine})`, () => {
      let app: TestApp | undefined
      let discard = async () => {}
      beforeAll(async () => ([app, discard] = await startOn(engine)))
      afterAll(async () => {
        await app?.close()
        await discard()
      })
      tests(() => app!)
    })
}

async function startOn(engine: 'embedded' | 'postgres'): Promise<[TestApp, () => Promise<void>]> {
  if (engine === 'embedded') {
    const dataDir = copyOfTemplate(inject('embeddedTemplate'))
    return [await testApp(configFor(dataDir, undefined)), async () => rmSync(dataDir, { recursive: true, force: true })]
  }
  const { server, template } = inject('postgres')!
  const name = `bina_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template ${template}`)
  const dataDir = mkdtempSync(join(tmpdir(), 'bina-test-'))
  const discard = async () => {
    await onServer(server, `drop database if exists ${name} with (force)`)
    rmSync(dataDir, { recursive: true, force: true })
  }
  return [await testApp(configFor(dataDir, databaseAt(server, name))), discard]
}

export const configFor = (dataDir: string, databaseUrl: string | undefined): Config => ({
  port: 0,
  host: '127.0.0.1',
  dataDir,
  databaseUrl,
  demo: false,
  demoPersons: 200,
  publicUrl: undefined,
  logLevel: 'silent',
})

async function testApp(config: Config): Promise<TestApp> {
  const clock = { now: new Date('2026-11-23T03:00:00Z') }
  const app = await createApp(config, () => clock.now)
  app.services.state.ready = true
  const { kysely } = app.services.database
  return {
    ...app,
    get now() {
      return clock.now
    },
    set now(value) {
      clock.now = value
    },
    read: (work) => reading(kysely, work),
    write: (work) => writing(kysely, work),
    anonymous: clientOf(app, null, undefined),
    as: (roles, personId) => signedIn(app, roles, personId),
    jobsDone: () => waitForJobs(app),
  }
}

async function signedIn(
  app: App,
  roles: readonly { role: Role; unitId?: UnitId }[],
  personId?: PersonId,
): Promise<Client> {
  const email = `${randomUUID()}@contoh.invalid`
  passwordHash ??= await hashPassword(testPassword)
  const accountId = await writing(app.services.database.kysely, async (db) => {
    const { id } = await db
      .insertInto('account')
      .values({ name: 'Akun Uji', email, password_hash: passwordHash!, person_id: personId ?? null })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const { role, unitId } of roles)
      await db
        .insertInto('role_grant')
        .values({ account_id: id, role, unit_id: unitId ?? null })
        .execute()
    return id
  })
  const answer = await clientOf(app, null, undefined).post('account/signIn', {
    identifier: email,
    password: testPassword,
  })
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!
  return clientOf(app, accountId, cookie)
}

let passwordHash: string | undefined

function clientOf(app: App, accountId: AccountId | null, cookie: string | undefined): Client {
  const send = async (options: InjectOptions): Promise<Answer> => {
    const headers = { 'x-requested-with': 'bina', 'user-agent': 'Uji', ...(cookie && { cookie }), ...options.headers }
    const response = await app.http.inject({ ...options, headers })
    const isJson = String(response.headers['content-type'] ?? '').includes('json')
    return {
      status: response.statusCode,
      body: isJson && response.body ? response.json() : response.body,
      headers: response.headers,
      raw: response.rawPayload,
    }
  }
  return {
    accountId,
    get: (operation, input = {}, headers = {}) =>
      send({ method: 'GET', url: `/api/${operation}`, query: textual(input), headers }),
    post: (operation, input = {}, headers = {}) =>
      send({ method: 'POST', url: `/api/${operation}`, payload: input as object, headers }),
    upload: (operation, file, fields = {}) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      form.set('file', new Blob([new Uint8Array(Buffer.from(file.content))]), file.name)
      return multipart(form).then(({ payload, type }) =>
        send({ method: 'POST', url: `/api/${operation}`, payload, headers: { 'content-type': type } }),
      )
    },
  }
}

async function multipart(form: FormData): Promise<{ payload: Buffer; type: string }> {
  const response = new Response(form)
  return { payload: Buffer.from(await response.arrayBuffer()), type: response.headers.get('content-type')! }
}

const textual = (input: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, String(value)]),
  )

async function waitForJobs(app: App): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const open = await reading(app.services.database.kysely, (db) =>
      db.selectFrom('job').where('status', 'in', ['waiting', 'running']).select('id').limit(1).executeTakeFirst(),
    )
    if (!open) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('Jobs did not finish within a minute')
}

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { syntheticSetting } from '../platform/account/city.ts'
import { hashPassword } from '../platform/auth/secrets.ts'
import { type Db, reading, writing } from '../platform/db/open.ts'
import type { Services } from '../platform/http/context.ts'
import { dayIn } from '../shared/dates.ts'
import type { AccountId } from '../shared/ids.ts'
import { type DemoAccount, demoAccounts, demoPassword } from './accounts.ts'
import { writeArchive } from './archive.ts'
import { importName } from './city.ts'
import { type Client, signIn } from './client.ts'
import { loadProgrammes } from './programmes.ts'

const loadedSetting = 'demo.loaded'

type Tell = (line: string) => void

interface Progress {
  status: string
  done: number
  total: number | null
}

/** True once the demonstration city is complete; a start that was interrupted goes on where it was. */
export const demoIsLoaded = (db: Db): Promise<boolean> => isSet(db, loadedSetting)

/**
 * Loads the demonstration city the way an agency loads its own: the national-format archive is uploaded, looked at and
 * confirmed through the same operations, by the demonstration administrator.
 */
export async function loadDemo(http: FastifyInstance, services: Services, tell: Tell): Promise<DemoAccount[]> {
  const { kysely } = services.database
  const on = dayIn(services.region.timeZone, services.clock())
  const size = { persons: services.config.demoPersons }
  const accounts = demoAccounts(size)
  const passwordHash = await hashPassword(demoPassword)
  await writing(kysely, async (db) => {
    await set(db, syntheticSetting)
    for (const account of accounts) await ensureAccount(db, account, passwordHash)
  })
  const admin = await signIn(
    http,
    accounts.find(({ role }) => role === 'admin')!,
  )
  if ((await admin.get('import/list?limit=1')).total === 0) {
    tell('Writing the demonstration city in national formats…')
    await uploadCity(admin, { ...size, on })
  }
  const { importId } = (await admin.get('import/list?limit=1')).rows[0]
  await follow(admin, importId, ['preview', 'done'], 'Reading', tell)
  if ((await admin.get(`import/show?importId=${importId}`)).status === 'preview')
    await admin.post('import/confirm', { importId })
  await follow(admin, importId, ['done'], 'Applying', tell)
  await writing(kysely, async (db) => {
    for (const account of accounts) await bindAccount(db, account)
  })
  await settle(services, tell)
  await loadProgrammes(http, services)
  await writing(kysely, (db) => set(db, loadedSetting))
  return accounts
}

async function ensureAccount(db: Db, account: DemoAccount, passwordHash: string): Promise<void> {
  const known = await db.selectFrom('account').where('nip', '=', account.nip).select('id').executeTakeFirst()
  if (known) return
  const { id } = await db
    .insertInto('account')
    .values({ name: account.name, nip: account.nip, password_hash: passwordHash, demo: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (account.role === 'admin') await grant(db, id, account)
}

/** Ties the account to its person, and grants the role that does not follow from the register. */
async function bindAccount(db: Db, account: DemoAccount): Promise<void> {
  const { id } = await db.selectFrom('account').where('nip', '=', account.nip).select('id').executeTakeFirstOrThrow()
  const person = await db
    .selectFrom('account_candidate')
    .where('nip', '=', account.nip)
    .select('person_id')
    .executeTakeFirst()
  if (person) await db.updateTable('account').set({ person_id: person.person_id }).where('id', '=', id).execute()
  if (account.role !== 'employee' && account.role !== 'supervisor') await grant(db, id, account)
}

async function grant(db: Db, accountId: AccountId, { role, unitNationalId }: DemoAccount): Promise<void> {
  const unit =
    unitNationalId === null
      ? undefined
      : await db.selectFrom('unit_name').where('national_id', '=', unitNationalId).select('unit_id').executeTakeFirst()
  await db
    .insertInto('role_grant')
    .values({ account_id: accountId, role, unit_id: unit?.unit_id ?? null })
    .onConflict((c) => c.doNothing())
    .execute()
}

async function uploadCity(admin: Client, options: Parameters<typeof writeArchive>[1]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bina-demo-'))
  try {
    const path = join(folder, 'kota-contoh.zip')
    await writeArchive(path, options)
    const form = new FormData()
    form.set('name', importName)
    form.set('file', new Blob([await readFile(path)]), 'kota-contoh.zip')
    await admin.send('import/upload', form)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function follow(
  admin: Client,
  importId: number,
  until: readonly string[],
  word: string,
  tell: Tell,
): Promise<void> {
  let said = ''
  for (;;) {
    const { status, jobId, refusal } = await admin.get(`import/show?importId=${importId}`)
    if (until.includes(status)) return
    if (status === 'failed' || status === 'cancelled')
      throw new Error(`The demonstration city could not be loaded: ${refusal?.message ?? status}`)
    if (jobId) said = report(await admin.get(`job/show?jobId=${jobId}`), word, said, tell)
    await pause()
  }
}

/** Waits for what follows an import: gaps and indices of everybody. */
async function settle(services: Services, tell: Tell): Promise<void> {
  for (let said = ''; ; await pause()) {
    const job = await reading(services.database.kysely, (db) =>
      db
        .selectFrom('job')
        .where('status', 'in', ['waiting', 'running'])
        .select(['name', 'status', 'done', 'total'])
        .orderBy('created_at')
        .limit(1)
        .executeTakeFirst(),
    )
    if (!job) return
    said = report(job, `Computing (${job.name})`, said, tell)
  }
}

function report({ done, total }: Progress, word: string, said: string, tell: Tell): string {
  const share = total ? `${Math.floor((done / total) * 10) * 10}%` : ''
  const line = `${word} ${share}`.trim()
  if (line !== said) tell(line)
  return line
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 400))

async function isSet(db: Db, key: string): Promise<boolean> {
  const row = await db.selectFrom('setting').where('key', '=', key).select('value').executeTakeFirst()
  return row?.value === true
}

async function set(db: Db, key: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key, value: 'true' })
    .onConflict((c) => c.doNothing())
    .execute()
}

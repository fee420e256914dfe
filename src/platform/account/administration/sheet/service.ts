import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { PersonId, UnitId } from '../../../../shared/ids.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Language } from '../../../../shared/words.ts'
import { hashPassword, hashSecret, newSecret } from '../../../auth/secrets.ts'
import { type Db, reading, writing } from '../../../db/open.ts'
import type { Ctx, FileAnswer, Services } from '../../../http/context.ts'
import type { JobRun } from '../../../jobs/jobs.ts'
import { rowsToXlsx, type Sheet } from '../../../rows/write.ts'
import { sayIn } from '../../../words/words.ts'
import { settingOf } from '../../../settings/queries.ts'
import { firstPasswordDays, firstPasswordsBefore } from '../../firstPassword.ts'
import { accountById } from '../../queries.ts'
import { candidateCount, unitExists } from '../queries.ts'
import { firstPassword } from '../rules.ts'
import {
  finishSheet,
  forgetFile,
  giveToJob,
  insertAccounts,
  insertSheet,
  isCancelled,
  jobIsOver,
  markDiscarded,
  markTaken,
  nextCandidates,
  sheetByTicket,
  sheetLocked,
  sheetOf,
  type SheetRow,
  sheetRows,
  sheetViews,
  staleSheets,
  untakenSheets,
} from './queries.ts'

const ticketMinutes = 10
const batch = 20
// Two at a time leave the thread pool (four threads) room for people who are signing in.
const atOnce = 2

export async function createForRegister(ctx: Ctx, { unitId }: { unitId: UnitId | null }) {
  const { db, services, actor, now } = ctx
  if (unitId !== null && !(await unitExists(db, unitId))) throw new Refusal('accounts.unit-unknown', 404)
  if ((await candidateCount(db, unitId)) === 0) throw new Refusal('accounts.nobody-without', 409)
  await removeStaleSheets(ctx)
  const sheetId = randomUUID()
  const jobId = await services.jobs.start(db, 'accounts.create', { sheetId }, actor.accountId)
  await insertSheet(db, { sheetId, jobId, unitId, seed: randomBytes(32), by: actor.accountId, at: now })
  ctx.subject(`password-sheet:${sheetId}`)
  return { jobId }
}

/** After a job that gave up: goes on with the same seed, so that nobody's password is lost. */
export async function resumeSheet({ db, services, actor, subject }: Ctx, { sheetId }: { sheetId: string }) {
  subject(`password-sheet:${sheetId}`)
  const sheet = await sheetLocked(db, sheetId)
  if (!sheet) throw new Refusal('accounts.sheet-unknown', 404)
  if (sheet.seed === null || !(await jobIsOver(db, sheet.job_id))) throw new Refusal('accounts.sheet-not-stopped', 409)
  const jobId = await services.jobs.start(db, 'accounts.create', { sheetId }, actor.accountId)
  await giveToJob(db, sheetId, jobId)
  return { jobId }
}

/**
 * Creates the accounts in batches, then writes the sheet. The passwords follow from the sheet's seed and the person, so
 * a run that was killed goes on with the same ones; what a cancelled run has created still gets its sheet.
 */
export async function createAccounts(job: JobRun, sheetId: string): Promise<void> {
  const { kysely } = job.services.database
  const sheet = await reading(kysely, (db) => sheetOf(db, sheetId))
  if (!sheet?.seed) return
  const { seed, unit_id: unitId } = sheet
  try {
    const left = await reading(kysely, (db) => candidateCount(db, unitId))
    const begun = (await reading(kysely, (db) => sheetRows(db, sheetId))).length
    for (let after = 0 as PersonId, done = begun; ;) {
      job.signal.throwIfAborted()
      job.progress(done, begun + left, 'accounts.progress.creating')
      const people = await reading(kysely, (db) => nextCandidates(db, unitId, after, batch))
      if (people.length === 0) break
      const hashes = await eachOf(people, ({ personId }) => hashPassword(passwordOf(seed, personId)))
      await writing(kysely, (db) =>
        insertAccounts(
          db,
          sheetId,
          people.map((person, n) => ({ ...person, passwordHash: hashes[n]! })),
          job.services.clock(),
        ),
      )
      after = people.at(-1)!.personId
      done += people.length
    }
  } catch (error) {
    // A server that is stopping goes on with the same seed at its next start.
    if (job.signal.aborted && (await reading(kysely, (db) => isCancelled(db, job.id))))
      await writeSheet(job, sheetId, seed)
    throw error
  }
  await writeSheet(job, sheetId, seed)
}

async function eachOf<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let from = 0; from < items.length; from += atOnce)
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))))
  return results
}

/** The first password that the seed gives this person: evenly drawn from a keyed hash. */
function passwordOf(seed: Buffer, personId: PersonId): string {
  let block = 0
  let words: number[] = []
  const next = (): number => {
    if (words.length === 0) {
      const bytes = createHmac('sha512', seed).update(`${personId}:${block}`).digest()
      block += 1
      words = Array.from({ length: 16 }, (_, n) => bytes.readUInt32BE(n * 4))
    }
    return words.pop()!
  }
  return firstPassword((below) => {
    const fair = 2 ** 32 - (2 ** 32 % below)
    for (;;) {
      const word = next()
      if (word < fair) return word % below
    }
  })
}

async function writeSheet(job: JobRun, sheetId: string, seed: Buffer): Promise<void> {
  const { kysely } = job.services.database
  const { rows, language } = await reading(kysely, async (db) => ({
    rows: await sheetRows(db, sheetId),
    language: job.accountId === null ? ('id' as const) : (await accountById(db, job.accountId)).language,
  }))
  const key = `first-passwords/${sheetId}.xlsx`
  if (rows.length > 0) await putWorkbook(job, key, sheetsOf(rows, seed, language))
  await writing(kysely, (db) => finishSheet(db, sheetId, rows.length > 0 ? key : null, rows.length))
}

async function putWorkbook({ services }: JobRun, key: string, sheets: Iterable<Sheet>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bina-sheet-'))
  try {
    const path = join(folder, randomUUID())
    await pipeline(rowsToXlsx(sheets), createWriteStream(path, { mode: 0o600 }))
    await services.files.put(key, path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** One sheet per office, so that each can be handed to its own. */
function* sheetsOf(rows: readonly SheetRow[], seed: Buffer, language: Language): Generator<Sheet> {
  const columns = ['nip', 'name', 'unit', 'password'].map((field) => ({
    field,
    heading: sayIn(language, `accounts.sheet.${field}`),
    width: field === 'nip' ? 20 : 34,
  }))
  for (const group of Map.groupBy(rows, ({ officeId }) => officeId).values())
    yield {
      name: group[0]!.office ?? sayIn(language, 'accounts.sheet.no-unit'),
      columns,
      rows: group.map((row) => ({ ...row, password: passwordOf(seed, row.personId) })),
    }
}

export const listSheets = async ({ db, now }: Ctx) => ({ sheets: await sheetViews(db, await expiredBefore(db, now)) })

const expiredBefore = async (db: Db, now: Date) => firstPasswordsBefore(now, await settingOf(db, firstPasswordDays))

/** Marks the sheet as taken and gives the one ticket for its download; the log keeps who took it. */
export async function takeSheet(ctx: Ctx, { sheetId }: { sheetId: string }) {
  const { db, actor, now } = ctx
  ctx.subject(`password-sheet:${sheetId}`)
  await removeStaleSheets(ctx)
  const sheet = await sheetLocked(db, sheetId)
  if (!sheet) throw new Refusal('accounts.sheet-unknown', 404)
  if (sheet.taken_at !== null) throw new Refusal('accounts.sheet-taken', 410)
  if (sheet.discarded_at !== null || Date.parse(sheet.created_at) < (await expiredBefore(db, now)).getTime())
    throw new Refusal('accounts.sheet-expired', 410)
  if (sheet.file_key === null) throw new Refusal('accounts.sheet-not-ready', 409)
  const ticket = newSecret()
  await markTaken(db, sheetId, actor.accountId, now, hashSecret(ticket))
  return { ticket }
}

/** Streams the sheet and removes it once it has been read to its end; a broken download may be repeated until then. */
export async function downloadSheet(ctx: Ctx, { ticket }: { ticket: string }): Promise<FileAnswer> {
  const { services, actor, now } = ctx
  const sheet = await sheetByTicket(ctx.db, hashSecret(ticket))
  const age = sheet?.taken_at ? now.getTime() - Date.parse(sheet.taken_at) : Infinity
  const usable = sheet?.file_key && sheet.taken_by === actor.accountId && age < ticketMinutes * 60_000
  if (!usable || !(await exists(services, sheet.file_key!))) throw new Refusal('accounts.sheet-taken', 410)
  const body = services.files.open(sheet.file_key!)
  body.once('end', () => void services.files.remove(sheet.file_key!))
  return {
    name: `${sayIn(actor.language, 'accounts.sheet.file')}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body,
  }
}

/** Throws an untaken sheet away, with the accounts that nobody has opened: they can then be created anew. */
export async function discardSheet(ctx: Ctx, { sheetId }: { sheetId: string }) {
  const { db, services, actor, now } = ctx
  ctx.subject(`password-sheet:${sheetId}`)
  const sheet = await sheetLocked(db, sheetId)
  if (!sheet) throw new Refusal('accounts.sheet-unknown', 404)
  if (sheet.taken_at !== null) throw new Refusal('accounts.sheet-taken', 410)
  if (sheet.discarded_at !== null) throw new Refusal('accounts.sheet-expired', 410)
  if (sheet.seed !== null && !(await jobIsOver(db, sheet.job_id))) throw new Refusal('accounts.sheet-not-ready', 409)
  await markDiscarded(db, sheetId, actor.accountId, now)
  if (sheet.file_key !== null) await services.files.remove(sheet.file_key)
  return {}
}

/** Every night: sheets whose passwords no longer open anything, and files of which a download broke off. */
export async function removeExpiredSheets(services: Services): Promise<void> {
  const now = services.clock()
  await writing(services.database.kysely, async (db) => {
    await removeStaleSheets({ db, services, now })
    for (const sheet of await untakenSheets(db, await expiredBefore(db, now))) {
      if (!(await jobIsOver(db, sheet.jobId))) continue
      await markDiscarded(db, sheet.id, null, now)
      if (sheet.fileKey !== null) await services.files.remove(sheet.fileKey)
    }
  })
}

const exists = async ({ files }: Ctx['services'], key: string): Promise<boolean> =>
  access(await files.localPath(key)).then(
    () => true,
    () => false,
  )

/** Removes the files of sheets whose ticket has run out without a complete download. */
async function removeStaleSheets({ db, services, now }: Pick<Ctx, 'db' | 'services' | 'now'>): Promise<void> {
  for (const { id, fileKey } of await staleSheets(db, new Date(now.getTime() - ticketMinutes * 60_000))) {
    await services.files.remove(fileKey!)
    await forgetFile(db, id)
  }
}

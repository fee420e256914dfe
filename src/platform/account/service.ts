import { createHash } from 'node:crypto'
import { Refusal } from '../../shared/refusal.ts'
import type { AccountId } from '../../shared/ids.ts'
import { addYears } from '../../shared/dates.ts'
import { reading, writing, type Db } from '../db/open.ts'
import { sessionEndsAt } from '../auth/credentials.ts'
import { hashPassword, hashSecret, newSecret, passwordFits } from '../auth/secrets.ts'
import type { Ctx, OwnCtx, Services } from '../http/context.ts'
import { settingOf } from '../settings/queries.ts'
import { firstPasswordDays, firstPasswordsBefore } from './firstPassword.ts'
import {
  accountById,
  accountByIdentifier,
  countFailure,
  endSession,
  endSessions,
  failuresOf,
  forgetFailures,
  insertSession,
  noteSeen,
  readerOf,
  sessionsOf,
  setPassword,
  tokensOf,
} from './queries.ts'
import { signInLimits, waitBefore, weakness, widestScopes } from './rules.ts'

export async function describeMe(db: Db, services: Services, accountId: AccountId) {
  const { granted, derived, synthetic, ...account } = await readerOf(db, accountId)
  const roles = [...granted, ...derived]
  return {
    account,
    roles,
    permissions: widestScopes({ ...account, roles }),
    city: { name: services.region.name, synthetic, embedded: services.database.engine === 'embedded' },
  }
}

export async function signIn(ctx: OwnCtx, input: { identifier: string; password: string }) {
  const { kysely } = ctx.services.database
  const buckets = {
    pair: bucket('pair', input.identifier.toLowerCase(), ctx.credential.address),
    address: bucket('address', ctx.credential.address),
  }
  const account = await reading(kysely, async (db) => {
    await refuseIfTooSoon(db, buckets, ctx.now)
    return accountByIdentifier(db, input.identifier)
  })
  const fits = await passwordFits(input.password, account?.passwordHash ?? null)
  if (!account || !fits) {
    await writing(kysely, (db) => countFailure(db, [buckets.pair, buckets.address], ctx.now))
    throw new Refusal('account.wrong-password', 401)
  }
  return writing(kysely, async (db) => {
    await refuseIfExpired(db, account.firstPasswordAt, ctx.now)
    await forgetFailures(db, buckets.pair)
    return beginSession(db, ctx, account.accountId)
  })
}

/** Said only to whoever knows the password: a stranger learns nothing of the account. */
async function refuseIfExpired(db: Db, firstPasswordAt: string | null, now: Date): Promise<void> {
  if (firstPasswordAt === null) return
  const days = await settingOf(db, firstPasswordDays)
  if (Date.parse(firstPasswordAt) < firstPasswordsBefore(now, days).getTime())
    throw new Refusal('account.first-password-expired', 403, { days })
}

async function refuseIfTooSoon(db: Db, buckets: { pair: string; address: string }, now: Date): Promise<void> {
  const failures = await failuresOf(db, [buckets.pair, buckets.address])
  const waits = failures.map((f) => {
    const limit = f.bucket === buckets.pair ? signInLimits.pair : signInLimits.address
    return waitBefore(limit, f.failures, (now.getTime() - Date.parse(f.lastFailedAt)) / 1000)
  })
  const wait = Math.max(0, ...waits)
  if (wait > 0) throw new Refusal('account.wait', 429, { retryAfterSeconds: wait })
}

async function beginSession(db: Db, ctx: OwnCtx, accountId: AccountId) {
  const token = newSecret()
  await insertSession(db, { accountId, token, device: ctx.credential.device, expiresAt: sessionEndsAt(ctx.now) })
  await noteSeen(db, accountId, ctx.now)
  ctx.credential.begin(token)
  ctx.subject(`account:${accountId}`)
  return describeMe(db, ctx.services, accountId)
}

export async function changePassword(ctx: OwnCtx, input: { current: string; next: string }) {
  const { kysely } = ctx.services.database
  const account = await reading(kysely, (db) => accountById(db, ctx.actor.accountId))
  if (!(await passwordFits(input.current, account.passwordHash)))
    throw new Refusal('account.wrong-current-password', 403)
  if (input.current === input.next) throw new Refusal('account.password-unchanged')
  refuseIfWeak(input.next, account)
  const hash = await hashPassword(input.next)
  await writing(kysely, async (db) => {
    await setPassword(db, account.accountId, hash)
    await endSessions(db, account.accountId, ctx.credential.sessionId)
  })
  ctx.subject(`account:${account.accountId}`)
  return {}
}

function refuseIfWeak(password: string, account: { name: string; nip: string | null; email: string | null }): void {
  const words = [account.nip ?? '', account.email?.split('@')[0] ?? '', ...account.name.split(/\s+/)]
  const weak = weakness(password, words)
  if (weak) throw new Refusal(weak)
}

/** The first administrator of an empty installation; the secret works once (see `firstAdministratorSecret`). */
export async function claim(ctx: OwnCtx, input: { secret: string; name: string; email: string; password: string }) {
  refuseIfWeak(input.password, { name: input.name, nip: null, email: input.email })
  const passwordHash = await hashPassword(input.password)
  return writing(ctx.services.database.kysely, async (db) => {
    const used = await db
      .updateTable('first_administrator')
      .set({ used_at: ctx.now.toISOString() })
      .where('secret_hash', '=', hashSecret(input.secret))
      .where('used_at', 'is', null)
      .executeTakeFirst()
    if (used.numUpdatedRows === 0n) throw new Refusal('account.claim-invalid', 403)
    const { id } = await db
      .insertInto('account')
      .values({ name: input.name, email: input.email.toLowerCase(), password_hash: passwordHash })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db.insertInto('role_grant').values({ account_id: id, role: 'admin' }).execute()
    return beginSession(db, ctx, id)
  })
}

/** Queues the letter; unknown names get the same answer, so nobody learns who has an account. */
export async function forgot(ctx: Ctx, input: { identifier: string }) {
  const account = await accountByIdentifier(ctx.db, input.identifier)
  const key = bucket('forgot', ctx.credential.address)
  const [earlier] = await failuresOf(ctx.db, [key])
  const wait = earlier
    ? waitBefore(signInLimits.pair, earlier.failures, (ctx.now.getTime() - Date.parse(earlier.lastFailedAt)) / 1000)
    : 0
  if (wait > 0) throw new Refusal('account.wait', 429, { retryAfterSeconds: wait })
  await countFailure(ctx.db, [key], ctx.now)
  if (account?.email) await ctx.services.jobs.start(ctx.db, 'account.letter', { accountId: account.accountId }, null)
  return {}
}

export async function reset(ctx: OwnCtx, input: { secret: string; password: string }) {
  const { kysely } = ctx.services.database
  const hash = await hashPassword(input.password)
  await writing(kysely, async (db) => {
    const used = await db
      .deleteFrom('password_reset')
      .where('secret_hash', '=', hashSecret(input.secret))
      .where('expires_at', '>', ctx.now.toISOString())
      .returning('account_id')
      .executeTakeFirst()
    if (!used) throw new Refusal('account.reset-invalid', 403)
    refuseIfWeak(input.password, await accountById(db, used.account_id))
    await setPassword(db, used.account_id, hash)
    await endSessions(db, used.account_id, null)
    ctx.subject(`account:${used.account_id}`)
  })
  return {}
}

export async function signOut(ctx: Ctx) {
  if (ctx.credential.sessionId !== null) await endSession(ctx.db, ctx.actor.accountId, ctx.credential.sessionId)
  ctx.credential.end()
  return {}
}

export async function listSessions({ db, actor, credential }: Ctx) {
  const sessions = await sessionsOf(db, actor)
  return { sessions: sessions.map((s) => ({ ...s, current: s.sessionId === credential.sessionId })) }
}

export async function endOwnSession({ db, actor }: Ctx, input: { sessionId: number }) {
  await endSession(db, actor.accountId, input.sessionId)
  return {}
}

export async function setLanguage({ db, actor }: Ctx, input: { language: 'id' | 'en' }) {
  await db.updateTable('account').set({ language: input.language }).where('id', '=', actor.accountId).execute()
  return {}
}

export const listTokens = async ({ db, actor }: Ctx) => ({ tokens: await tokensOf(db, actor) })

export async function createToken({ db, actor, today }: Ctx, input: { name: string; expiresOn: string }) {
  if (input.expiresOn <= today || input.expiresOn > addYears(today, 1)) throw new Refusal('account.token-expiry')
  const token = newSecret()
  await db
    .insertInto('api_token')
    .values({
      account_id: actor.accountId,
      name: input.name,
      expires_on: input.expiresOn,
      token_hash: hashSecret(token),
    })
    .execute()
  return { token }
}

export async function revokeToken({ db, actor }: Ctx, input: { tokenId: number }) {
  await db.deleteFrom('api_token').where('account_id', '=', actor.accountId).where('id', '=', input.tokenId).execute()
  return {}
}

// What is typed into the name field may be a password by mistake: only its hash is kept.
const bucket = (...parts: string[]): string =>
  `${parts[0]}:${createHash('sha256').update(parts.join('|')).digest('base64url')}`

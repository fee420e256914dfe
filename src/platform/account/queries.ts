import { sql } from 'kysely'
import type { AccountId, PersonId, UnitId } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'
import type { Language } from '../../shared/words.ts'
import type { Actor } from '../../shared/actor.ts'
import type { Db } from '../db/open.ts'
import { hashSecret } from '../auth/secrets.ts'
import { syntheticSetting } from './city.ts'

export const accountByIdentifier = (db: Db, identifier: string) =>
  db
    .selectFrom('account')
    .where((w) => w.or([w('nip', '=', identifier.replaceAll(' ', '')), w('email', '=', identifier.toLowerCase())]))
    .where('disabled_at', 'is', null)
    .select(['id as accountId', 'password_hash as passwordHash', 'first_password_at as firstPasswordAt', 'email'])
    .executeTakeFirst()

export const accountById = (db: Db, id: AccountId) =>
  db
    .selectFrom('account')
    .where('id', '=', id)
    .select([
      'id as accountId',
      'password_hash as passwordHash',
      'name',
      'nip',
      'email',
      'person_id as personId',
      'language',
    ])
    .executeTakeFirstOrThrow()

/** All that the screens need to know of the reader, in one statement: account, every role with its unit's name, and the city's mark. */
export async function readerOf(db: Db, accountId: AccountId): Promise<Reader> {
  const { rows } = await sql<Reader>`
    select a.id as "accountId", a.name, a.person_id as "personId", a.must_change_password as "mustChangePassword", a.language, a.demo,
      coalesce((
        select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id, 'unitName', u.name))
        from role_grant g left join unit_name u on u.unit_id = g.unit_id where g.account_id = a.id), '[]') as granted,
      coalesce((
        select jsonb_agg(jsonb_build_object('role', d.role, 'unitId', null, 'unitName', null))
        from derived_role d where d.person_id = a.person_id), '[]') as derived,
      exists (select 1 from setting s where s.key = ${syntheticSetting} and s.value = 'true') as synthetic
    from account a where a.id = ${accountId}`.execute(db)
  return rows[0]!
}

interface Reader {
  accountId: AccountId
  name: string
  personId: PersonId | null
  mustChangePassword: boolean
  language: Language
  demo: boolean
  granted: ReaderRole[]
  derived: ReaderRole[]
  synthetic: boolean
}

interface ReaderRole {
  role: Role
  unitId: UnitId | null
  unitName: string | null
}

export async function insertSession(
  db: Db,
  session: { accountId: AccountId; token: string; device: string; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('session')
    .values({
      token_hash: hashSecret(session.token),
      account_id: session.accountId,
      device: session.device,
      expires_at: session.expiresAt.toISOString(),
    })
    .execute()
}

/** Outlives the session, so that the administrator still sees it after a sign-out. */
export const noteSeen = (db: Db, accountId: AccountId, at: Date) =>
  db.updateTable('account').set({ last_seen_at: at.toISOString() }).where('id', '=', accountId).execute()

export const endSessions = (db: Db, accountId: AccountId, except: number | null) =>
  db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .$if(except !== null, (q) => q.where('id', '!=', except as number))
    .execute()

export const endSession = (db: Db, accountId: AccountId, sessionId: number) =>
  db.deleteFrom('session').where('account_id', '=', accountId).where('id', '=', sessionId).execute()

export const sessionsOf = (db: Db, actor: Actor) =>
  db
    .selectFrom('session')
    .where('account_id', '=', actor.accountId)
    .where('expires_at', '>', sql<string>`now()`)
    .select(['id as sessionId', 'device', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute()

export const tokensOf = (db: Db, actor: Actor) =>
  db
    .selectFrom('api_token')
    .where('account_id', '=', actor.accountId)
    .select([
      'id as tokenId',
      'name',
      'expires_on as expiresOn',
      'last_used_at as lastUsedAt',
      'created_at as createdAt',
    ])
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()

/** The owner's own password, or a first one that was issued at an instant and has to be changed. */
export const setPassword = (db: Db, accountId: AccountId, passwordHash: string, issuedAt: Date | null = null) =>
  db
    .updateTable('account')
    .set({
      password_hash: passwordHash,
      must_change_password: issuedAt !== null,
      first_password_at: issuedAt?.toISOString() ?? null,
    })
    .where('id', '=', accountId)
    .execute()

export const failuresOf = (db: Db, buckets: readonly string[]) =>
  db
    .selectFrom('sign_in_attempt')
    .where('bucket', 'in', buckets)
    .select(['bucket', 'failures', 'last_failed_at as lastFailedAt'])
    .execute()

/** One more failure; a day without any starts the count afresh. */
export async function countFailure(db: Db, buckets: readonly string[], now: Date): Promise<void> {
  const at = now.toISOString()
  await db
    .insertInto('sign_in_attempt')
    .values(buckets.map((bucket) => ({ bucket, failures: 1, last_failed_at: at })))
    .onConflict((c) =>
      c.column('bucket').doUpdateSet({
        failures: sql`case when sign_in_attempt.last_failed_at < ${at}::timestamptz - interval '1 day' then 1 else sign_in_attempt.failures + 1 end`,
        last_failed_at: at,
      }),
    )
    .execute()
}

export const forgetFailures = (db: Db, bucket: string) =>
  db.deleteFrom('sign_in_attempt').where('bucket', '=', bucket).execute()

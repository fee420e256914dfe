import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Actor } from '../../shared/actor.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AccountId, PersonId, UnitId } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'
import type { Language } from '../../shared/words.ts'
import { Kept } from '../db/kept.ts'
import type { Db } from '../db/open.ts'
import type { Credential, Services } from '../http/context.ts'
import { hashSecret } from './secrets.ts'

export const sessionCookie = 'bina_session'
const sessionSeconds = 30 * 24 * 3600

export interface Credentials {
  kind: 'session' | 'token' | 'none'
  hash: Buffer | null
  credential: Credential
  /** Sends the cookie that the command asked for, once the command has been committed. */
  settle(): void
}

/**
 * Reads the session cookie or the bearer token. A changing request that rides on a cookie must come from our own page:
 * it carries a header that other sites cannot send.
 * @throws Refusal `request.foreign` for a cookie-carried POST without that header.
 */
export function credentialsOf(request: FastifyRequest, reply: FastifyReply, services: Services): Credentials {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  const cookie = bearer === undefined ? request.cookies[sessionCookie] : undefined
  if (request.method === 'POST' && bearer === undefined && request.headers['x-requested-with'] !== 'bina')
    throw new Refusal('request.foreign', 403)

  const secure = request.protocol === 'https' || (services.config.publicUrl?.startsWith('https:') ?? false)
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  let pending = () => {}
  const secret = bearer ?? cookie
  return {
    kind: bearer !== undefined ? 'token' : cookie !== undefined ? 'session' : 'none',
    hash: secret === undefined ? null : hashSecret(secret),
    credential: {
      sessionId: null,
      address: request.ip,
      device: String(request.headers['user-agent'] ?? '').slice(0, 200),
      begin: (token) =>
        (pending = () => void reply.setCookie(sessionCookie, token, { ...options, maxAge: sessionSeconds })),
      end: () => (pending = () => void reply.clearCookie(sessionCookie, options)),
    },
    settle: () => pending(),
  }
}

interface Asking {
  actor: Actor
  mustChangePassword: boolean
}

/**
 * Who the credentials belong to, with every role; undefined when they are unknown, ended or expired. A screen asks several
 * questions at once, so the answer is kept for two seconds at most, and never beyond the next write of this process:
 * a session ended here is ended at once, one ended by another process two seconds later.
 */
export async function whoAsks(db: Db, credentials: Credentials): Promise<Asking | undefined> {
  if (credentials.hash === null) return undefined
  const key = `${credentials.kind}:${credentials.hash.toString('base64url')}`
  const holder = await askers.of(db, key, () => lookUp(db, credentials))
  if (holder && credentials.kind === 'session') credentials.credential.sessionId = holder.sessionId
  return holder
}

interface Known extends Asking {
  sessionId: number
}

// A command asks who it is for before it writes anything.
const askers = new Kept<Known | undefined>({ milliseconds: 2000, most: 10_000, alsoInWrites: true })

async function lookUp(db: Db, credentials: Credentials): Promise<Known | undefined> {
  const holder =
    credentials.kind === 'token'
      ? sql`select id as session_id, account_id from api_token where token_hash = ${credentials.hash} and expires_on >= current_date`
      : sql`select id as session_id, account_id from session where token_hash = ${credentials.hash} and expires_at > now()`
  const found = await sql<Row>`
    select h.session_id, a.id, a.person_id, a.language, a.must_change_password,
      coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id)) from role_grant g where g.account_id = a.id), '[]') as granted,
      coalesce((select jsonb_agg(jsonb_build_object('role', d.role, 'unitId', null)) from derived_role d where d.person_id = a.person_id), '[]') as derived
    from (${holder}) h join account a on a.id = h.account_id where a.disabled_at is null`.execute(db)
  const row = found.rows[0]
  if (!row) return undefined
  const actor = {
    accountId: row.id,
    personId: row.person_id,
    language: row.language,
    roles: [...row.granted, ...row.derived],
  }
  return { actor, mustChangePassword: row.must_change_password, sessionId: row.session_id }
}

interface Row {
  session_id: number
  id: AccountId
  person_id: PersonId | null
  language: Language
  must_change_password: boolean
  granted: { role: Role; unitId: UnitId | null }[]
  derived: { role: Role; unitId: null }[]
}

export const sessionEndsAt = (now: Date): Date => new Date(now.getTime() + sessionSeconds * 1000)

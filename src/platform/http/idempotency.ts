import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../shared/actor.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Db } from '../db/open.ts'

/**
 * A command that arrives twice with the same `Idempotency-Key` (a lost answer, an impatient finger) is carried out once
 * and answered twice. Without a key, or before anybody is signed in, every request stands for itself.
 * @throws Refusal `request.key-reused` when the key came with another request before.
 */
export async function answerAgain(db: Db, actor: Actor, operation: string, request: FastifyRequest): Promise<unknown> {
  const key = keyOf(request)
  if (key === undefined || actor.accountId === 0) return undefined
  const earlier = await db
    .selectFrom('idempotency')
    .where('account_id', '=', actor.accountId)
    .where('key', '=', key)
    .select(['operation', 'request_hash', 'response'])
    .executeTakeFirst()
  if (!earlier) return undefined
  if (earlier.operation !== operation || earlier.request_hash !== hashOf(request))
    throw new Refusal('request.key-reused', 409)
  return earlier.response
}

/** Keeps the answer in the command's own transaction; two at once with one key collide on the primary key, and one is rolled back. */
export async function rememberAnswer(
  db: Db,
  actor: Actor,
  operation: string,
  request: FastifyRequest,
  response: unknown,
): Promise<void> {
  const key = keyOf(request)
  if (key === undefined || actor.accountId === 0) return
  await db
    .insertInto('idempotency')
    .values({
      account_id: actor.accountId,
      key,
      operation,
      request_hash: hashOf(request),
      response: JSON.stringify(response),
    })
    .execute()
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || key.length > 100) throw new Refusal('request.key-invalid', 400)
  return key
}

const hashOf = (request: FastifyRequest): string =>
  createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest('base64url')

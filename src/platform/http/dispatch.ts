import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { reachOf } from '../../shared/actor.ts'
import type { Actor } from '../../shared/actor.ts'
import type { Operation } from '../../shared/contract.ts'
import { dayIn } from '../../shared/dates.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Permission } from '../../shared/roles.ts'
import { appendAudit } from '../audit/append.ts'
import { type Credentials, credentialsOf, whoAsks } from '../auth/credentials.ts'
import { type Db, reading, writing } from '../db/open.ts'
import { type Ctx, nobody, type Services } from './context.ts'
import { answerAgain, rememberAnswer } from './idempotency.ts'
import type { Implementation } from './implement.ts'
import { readInput } from './input.ts'
import { type Page, sendAnswer, sendSheet } from './output.ts'
import { receiveUpload } from './upload.ts'

const methods = { query: 'GET', list: 'GET', download: 'GET', command: 'POST', upload: 'POST' } as const

/** Gives every operation of the implementations its address. This is the only place where HTTP meets the contracts. */
export function dispatch(app: FastifyInstance, services: Services, implementations: readonly Implementation[]): void {
  for (const { contract, handlers } of implementations)
    for (const [name, operation] of Object.entries(contract.operations)) {
      const id = `${contract.feature}/${name}`
      const handler = handlers[name] as (ctx: Ctx, input: unknown) => Promise<unknown>
      const call = (request: FastifyRequest, reply: FastifyReply) =>
        perform(services, id, operation, handler, request, reply)
      app.route({ method: methods[operation.kind], url: `/api/${id}`, handler: call })
      if (operation.kind === 'list')
        app.get(`/api/${id}.xlsx`, (request, reply) =>
          sendSheet(services, operation, id, request, reply, readCall(services, operation, handler)),
        )
    }
}

type Handler = (ctx: Ctx, input: unknown) => Promise<unknown>

async function perform(
  services: Services,
  id: string,
  operation: Operation,
  handler: Handler,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (methods[operation.kind] === 'POST') return change(services, id, operation, handler, request, reply)
  const output = await readCall(services, operation, handler)(request, reply)
  return sendAnswer(operation, output, reply)
}

/** A read: one read-only transaction, nothing written, nothing in the audit log. */
const readCall =
  (services: Services, operation: Operation, handler: Handler) =>
  (request: FastifyRequest, reply: FastifyReply, page?: Page): Promise<unknown> =>
    reading(services.database.kysely, async (db) => {
      const credentials = credentialsOf(request, reply, services)
      const actor = await permitted(db, credentials, operation)
      const input = { ...(readInput(operation, request) as object), ...page }
      const output = await handler(contextOf(services, db, actor, credentials), input)
      return operation.kind === 'download' ? output : operation.output.parse(output)
    })

/** A command: one transaction with its audit row in it; a refusal rolls back and is recorded, with its code, in one of its own. */
async function change(
  services: Services,
  id: string,
  operation: Operation,
  handler: Handler,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const credentials = credentialsOf(request, reply, services)
  let actor = nobody
  let subject: string | undefined
  let reason: string | undefined
  let upload: Awaited<ReturnType<typeof receiveUpload>> | undefined
  try {
    if (operation.kind === 'upload') upload = await admitUpload()
    const output = operation.transaction === 'own' ? await changeAlone() : await changeInOne()
    credentials.settle()
    return await sendAnswer(operation, output, reply)
  } catch (error) {
    if (error instanceof Refusal)
      await writing(services.database.kysely, (db) =>
        appendAudit(db, {
          at: services.clock(),
          actor,
          operation: id,
          subject,
          outcome: 'refused',
          code: error.code,
          reason,
        }),
      )
    throw error
  } finally {
    await upload?.discard()
  }

  // The permission is checked before the first byte of a file is taken in, and again inside the command's own transaction.
  async function admitUpload() {
    await reading(services.database.kysely, (db) => permitted(db, credentials, operation, (known) => (actor = known)))
    return receiveUpload(services, request)
  }

  function changeInOne(): Promise<unknown> {
    return writing(services.database.kysely, async (db) => {
      await permitted(db, credentials, operation, (known) => (actor = known))
      const earlier = await answerAgain(db, actor, id, request)
      if (earlier !== undefined) return earlier
      const ctx = contextOf(services, db, actor, credentials, upload?.file, (name) => (subject = name))
      const input = readInput(operation, request, upload?.fields)
      reason = reasonIn(input)
      const result = operation.output.parse(await handler(ctx, input))
      await appendAudit(db, { at: ctx.now, actor, operation: id, subject, outcome: 'done', reason })
      await rememberAnswer(db, actor, id, request, result)
      return result
    })
  }

  async function changeAlone(): Promise<unknown> {
    const { kysely } = services.database
    await reading(kysely, (db) => permitted(db, credentials, operation, (known) => (actor = known)))
    const { db: _, ...ctx } = contextOf(
      services,
      undefined as never,
      actor,
      credentials,
      undefined,
      (name) => (subject = name),
    )
    const input = readInput(operation, request)
    reason = reasonIn(input)
    const result = operation.output.parse(await handler(ctx as Ctx, input))
    await writing(kysely, (db) =>
      appendAudit(db, { at: ctx.now, actor, operation: id, subject, outcome: 'done', reason }),
    )
    return result
  }
}

async function permitted(
  db: Db,
  credentials: Credentials,
  operation: Operation,
  known: (actor: Actor) => void = () => {},
): Promise<Actor> {
  const asking = await whoAsks(db, credentials)
  if (asking) known(asking.actor)
  if (operation.permission === 'anyone') return asking?.actor ?? nobody
  if (!asking) throw new Refusal('account.sign-in-first', 401)
  if (operation.permission === 'signed-in') return asking.actor
  if (asking.mustChangePassword) throw new Refusal('account.change-password-first', 403)
  requirePermission(asking.actor, operation.permission)
  return asking.actor
}

function requirePermission(actor: Actor, permission: Permission): void {
  const reach = reachOf(actor, permission)
  if (!reach.city && !reach.team && !reach.self && reach.offices.length === 0)
    throw new Refusal('account.not-allowed', 403)
}

function contextOf(
  services: Services,
  db: Db,
  actor: Actor,
  credentials: Credentials,
  upload?: Ctx['upload'],
  subject: Ctx['subject'] = () => {},
): Ctx {
  const now = services.clock()
  return {
    db,
    actor,
    now,
    today: dayIn(services.region.timeZone, now),
    services,
    upload,
    credential: credentials.credential,
    subject,
  }
}

const reasonIn = (input: unknown): string | undefined =>
  typeof input === 'object' && input !== null && 'reason' in input && typeof input.reason === 'string'
    ? input.reason
    : undefined

import type { Ctx } from '../../../platform/http/context.ts'
import type { Db } from '../../../platform/db/open.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { noteChange, personToCorrect } from '../correction/queries.ts'
import { settleRegister } from '../settle/service.ts'
import {
  activePerson,
  activePersonByNip,
  chainAbove,
  exceptionOf,
  recordException,
  removeException,
  replaceSupervisor,
} from './queries.ts'
import { supervisionCircle } from './rules.ts'

interface Wish {
  personId: PersonId
  reason: string
}

/** Records a supervisor whom the structure does not give. A circle is refused with its chain in words. */
export async function setSupervisor(ctx: Ctx, input: Wish & { supervisorId: PersonId }) {
  const { db, actor, now } = ctx
  await correctable(ctx, input)
  const supervisor = await activePerson(db, input.supervisorId)
  if (!supervisor) throw new Refusal('supervisor.unknown', 404)
  if (input.supervisorId === input.personId) throw new Refusal('supervisor.self', 409)
  await refuseCircle(db, input.personId, input.supervisorId)

  const before = await exceptionOf(db, input.personId)
  await recordException(db, { ...input, accountId: actor.accountId, at: now })
  await note(ctx, input, before?.supervisorNip ?? null, supervisor.nip)
  await settleRegister(db)
  return {}
}

async function refuseCircle(db: Db, personId: PersonId, supervisorId: PersonId): Promise<void> {
  const above = await chainAbove(db, supervisorId, personId)
  const circle = supervisionCircle([personId, ...above.map((link) => link.personId)])
  if (!circle?.includes(personId)) return
  const nameOf = (id: PersonId) => above.find((link) => link.personId === id)!.name
  throw new Refusal('supervisor.circle', 409, { chain: circle.map(nameOf).join(' → ') })
}

/** A conflict was decided for another supervisor; the exception itself stays. @throws Refusal `supervisor.*` */
export async function takeSupervisor(db: Db, personId: PersonId, supervisorNip: string): Promise<void> {
  const supervisor = await activePersonByNip(db, supervisorNip)
  if (!supervisor) throw new Refusal('supervisor.unknown', 404)
  await refuseCircle(db, personId, supervisor.personId)
  await replaceSupervisor(db, personId, supervisor.personId)
}

/** Lets the structure decide again. */
export async function clearSupervisor(ctx: Ctx, input: Wish) {
  await correctable(ctx, input)
  const before = await exceptionOf(ctx.db, input.personId)
  if (!before) throw new Refusal('supervisor.no-exception', 409)
  await removeException(ctx.db, input.personId)
  await note(ctx, input, before.supervisorNip, null)
  await settleRegister(ctx.db)
  return {}
}

async function correctable({ db, actor, subject }: Ctx, { personId }: Wish): Promise<void> {
  subject(`person:${personId}`)
  if (!(await personToCorrect(db, actor, personId, 'people.correct'))) throw new Refusal('people.unknown', 404)
}

const note = ({ db, actor, now }: Ctx, { personId, reason }: Wish, from: string | null, to: string | null) =>
  noteChange(db, {
    kind: 'supervisorException',
    recordId: personId,
    personId,
    fields: { supervisorNip: { from, to } },
    source: 'local',
    accountId: actor.accountId,
    reason,
    at: now,
  })

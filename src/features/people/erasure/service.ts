import type { Ctx } from '../../../platform/http/context.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { removeDerived } from '../derived/service.ts'
import { settleRegister } from '../settle/service.ts'
import {
  accountsOf,
  importsAtWork,
  personToErase,
  removeAccount,
  removeImported,
  removePerson,
  scrub,
} from './queries.ts'
import { tracesOf } from './rules.ts'

/**
 * Erases a person (UU 27/2022 on personal data): their records, account and sessions, their rows in imports and the
 * uploads they came in, and every mention in other records. Only the audit log keeps that it was done, by number.
 */
export async function erase(ctx: Ctx, input: { personId: PersonId; nip: string; reason: string }) {
  const { db, actor, services } = ctx
  const person = await personToErase(db, actor, input.personId)
  if (!person) throw new Refusal('people.unknown', 404)
  ctx.subject(`person:${input.personId}`)
  if (input.personId === actor.personId) throw new Refusal('erasure.own', 409)
  if (input.nip.replaceAll(' ', '') !== person.nip) throw new Refusal('erasure.nip-differs', 422)
  if (await importsAtWork(db)) throw new Refusal('erasure.import-at-work', 409)

  const { nip, nipOld, nationalId, name, email } = person
  const accounts = await accountsOf(db, input.personId, nip)
  const traces = tracesOf(name, [nip, nipOld, nationalId, email, ...accounts.map((account) => account.email)])
  const fileKeys = await removeImported(db, traces, nip)
  for (const { accountId } of accounts) await removeAccount(db, accountId)
  await removeDerived(ctx, input.personId)
  await removePerson(db, input.personId, person)
  await scrub(db, traces)
  await settleRegister(db)
  if (fileKeys.length > 0) await services.jobs.start(db, 'people.remove-files', { fileKeys }, actor.accountId)
  return {}
}

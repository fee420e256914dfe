import { sql } from 'kysely'
import type { Ctx } from '../../../platform/http/context.ts'
import { sayIn } from '../../../platform/words/words.ts'
import { reachOf } from '../../../shared/actor.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { ImportKind } from '../import/kind/rules.ts'
import { fieldIn, languageSay } from '../import/report/rules.ts'
import { renewDerived } from '../derived/service.ts'
import { settleRegister } from '../settle/service.ts'
import { noteChange } from '../correction/queries.ts'
import {
  asksAgain,
  closeConflict,
  conflictsFor,
  type ConflictView,
  isCorrected,
  keepLocal,
  markCorrected,
  openAgain,
  setColumn,
  takeNational,
  viewed,
} from './queries.ts'

/** Records that the structure is settled from. */
const settled = ['person', 'unit', 'supervisorException']

const hiddenRecords = ({ actor }: Ctx, kinds: readonly ImportKind[]): string[] =>
  kinds.flatMap(({ permission, target }) => (permission && !reachOf(actor, permission).city ? [target.record] : []))

export async function listConflicts(
  ctx: Ctx,
  input: { open: boolean; personId?: number | undefined; limit: number; offset: number },
  kinds: readonly ImportKind[],
) {
  const say = languageSay(sayIn, ctx.actor.language)
  const matching = conflictsFor(ctx.db, ctx.actor, hiddenRecords(ctx, kinds))
    .where('c.decision', input.open ? 'is' : 'is not', null)
    .$if(input.personId !== undefined, (q) => q.where('c.person_id', '=', input.personId as never))
  const rows = await matching.select(viewed).orderBy('c.id').limit(input.limit).offset(input.offset).execute()
  const { total } = await matching.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { total, rows: rows.map((row) => ({ ...row, fieldName: fieldIn(say, row.field) })) }
}

/** The conflict, locked until the end of the command, and where its record lives. */
async function conflictHeld(ctx: Ctx, conflictId: number, kinds: readonly ImportKind[]) {
  const conflict = (await conflictsFor(ctx.db, ctx.actor, hiddenRecords(ctx, kinds))
    .where('c.id', '=', conflictId)
    .select(viewed)
    .forUpdate('c')
    .executeTakeFirst()) as ConflictView | undefined
  const target = conflict && kinds.find((kind) => kind.target.record === conflict.record)?.target
  if (!conflict || !target?.table) throw new Refusal('conflict.unknown', 404)
  return { conflict, target: { ...target, table: target.table } }
}

export async function decide(
  ctx: Ctx,
  input: { conflictId: number; decision: 'keep' | 'take'; reason: string },
  kinds: readonly ImportKind[],
) {
  const { db, actor, now } = ctx
  const { conflict, target } = await conflictHeld(ctx, input.conflictId, kinds)
  if (conflict.decision !== null) throw new Refusal('conflict.decided-already', 409)

  const { recordId, field, national } = conflict
  if (input.decision === 'keep') await keepLocal(db, target.table, recordId, field, national)
  else if (target.assign?.[field]) await target.assign[field](db, recordId, national)
  else await takeNational(db, target.table, recordId, field, national)
  await closeConflict(db, conflict, { ...input, accountId: actor.accountId, at: now.toISOString() })
  if (input.decision === 'take' && settled.includes(conflict.record)) await settleRegister(db)
  if (input.decision === 'take' && conflict.personId !== null) await renewDerived(ctx, conflict.personId)
  ctx.subject(`conflict:${conflict.conflictId}`)
  return {}
}

/** Undoes a decision, as long as nothing has happened to the field since. */
export async function reopen(ctx: Ctx, input: { conflictId: number; reason: string }, kinds: readonly ImportKind[]) {
  const { db, actor, now } = ctx
  const { conflict, target } = await conflictHeld(ctx, input.conflictId, kinds)
  ctx.subject(`conflict:${conflict.conflictId}`)
  if (conflict.decision === null) throw new Refusal('conflict.not-decided', 409)
  const { record, recordId, field, local, national } = conflict
  const corrected = await isCorrected(db, target.table, recordId, field)
  // After "keep" the field is still a correction, after "take" it is none: anything else came later.
  if (corrected !== (conflict.decision === 'keep') || (await asksAgain(db, conflict)))
    throw new Refusal('conflict.moved-on', 409)

  if (conflict.decision === 'take') {
    if (target.assign?.[field]) await target.assign[field](db, recordId, local)
    else await setColumn(db, target.table, recordId, field, local)
    await noteChange(db, {
      kind: record,
      recordId,
      personId: conflict.personId,
      fields: { [field]: { from: national, to: local } },
      source: 'local',
      accountId: actor.accountId,
      reason: input.reason,
      at: now,
    })
  }
  await markCorrected(db, target.table, recordId, field)
  await openAgain(db, conflict.conflictId)
  if (conflict.decision === 'take' && settled.includes(record)) await settleRegister(db)
  if (conflict.decision === 'take' && conflict.personId !== null) await renewDerived(ctx, conflict.personId)
  return {}
}

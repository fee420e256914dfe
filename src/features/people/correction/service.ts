import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../../platform/http/context.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { settleHeadcount } from '../headcount/queries.ts'
import { settleWords } from '../settle/queries.ts'
import { settleRegister } from '../settle/service.ts'
import { renewDerived } from '../derived/service.ts'
import {
  closeConflict,
  deleteRecord,
  insertRecord,
  nationalTraces,
  noteChange,
  personToCorrect,
  recordToCorrect,
  renewConflict,
  type Standing,
  unitExists,
  writeField,
} from './queries.ts'
import {
  type AddableKind,
  completed,
  correctable,
  type CorrectableKind,
  nationalValue,
  objectionTo,
  type Plain,
  readField,
} from './rules.ts'

interface Target {
  kind: CorrectableKind
  recordId: number
  field: string
  reason: string
  version?: number | undefined
}

/** Corrects one field. From then on an import that says otherwise asks instead of overwriting. */
export async function correct(ctx: Ctx, input: Target & { value: Plain }) {
  const { db, today } = ctx
  const record = await standing(ctx, input)
  const read = readField(input.kind, input.field, input.value, { today, nip: record.nip })
  if (!read.ok) throw new Refusal(read.code, 422, read.params)
  if (read.value === record.facts[input.field]) throw new Refusal('correction.same', 409)
  const objection = objectionTo(input.kind, { ...record.facts, [input.field]: read.value })
  if (objection) throw new Refusal(objection.code, 422, objection.params)
  if (input.field === 'unitNationalId' && !(await unitExists(db, String(read.value))))
    throw new Refusal('people.unit-unknown', 404)

  await renewConflict(db, input.kind, record.recordId, input.field, read.value)
  return write(ctx, input, record, read.value, 'local')
}

/** Takes the national value again and forgets that the field was corrected. */
export async function restore(ctx: Ctx, input: Target) {
  const { db, actor, now } = ctx
  const record = await standing(ctx, input)
  const mark = record.local[input.field]
  if (!mark) throw new Refusal('correction.not-corrected', 409)
  const { conflict, changes } = await nationalTraces(db, input.kind, record.recordId, input.field)
  const value = nationalValue(mark, conflict, changes)
  if (value === undefined) throw new Refusal('correction.national-unknown', 409)

  await closeConflict(db, input.kind, record.recordId, input.field, { accountId: actor.accountId, at: now })
  return write(ctx, input, record, value, 'national')
}

async function standing(ctx: Ctx, input: Target): Promise<Standing> {
  const record = await recordToCorrect(ctx.db, ctx.actor, input.kind, input.recordId)
  if (!record) throw new Refusal('correction.record-unknown', 404)
  ctx.subject(record.personId === null ? `${input.kind}:${record.recordId}` : `person:${record.personId}`)
  if (!Object.hasOwn(correctable[input.kind], input.field))
    throw new Refusal('correction.field-unknown', 422, { field: input.field })
  if (input.version !== undefined && input.version !== record.version) throw new Refusal('correction.stale', 409)
  return record
}

async function write(ctx: Ctx, input: Target, record: Standing, to: Plain, source: 'local' | 'national') {
  const { db, actor, now } = ctx
  await writeField(db, input.kind, record.recordId, input.field, to, source)
  await noteChange(db, {
    kind: input.kind,
    recordId: record.recordId,
    personId: record.personId,
    fields: { [input.field]: { from: record.facts[input.field] ?? null, to } },
    source,
    accountId: actor.accountId,
    reason: input.reason,
    at: now,
  })
  await settle(ctx, input, record)
  if (record.personId !== null) await renewDerived(ctx, record.personId)
  return { version: record.version + 1 }
}

const structural = ['statusCode', 'unitNationalId', 'postKind', 'postTitle', 'postSinceOn', 'headNationalId']
const counted = ['employment', 'sex', 'educationCode', 'gradeCode']

/** Only what the field has to do with is derived again. */
async function settle({ db }: Ctx, { kind, field }: Target, { recordId }: Standing): Promise<void> {
  if (structural.includes(field) && (kind === 'person' || kind === 'unit')) await settleRegister(db)
  else if (kind === 'person' && field === 'name') await settleWords(db, recordId as PersonId)
  else if (kind === 'person' && counted.includes(field)) await settleHeadcount(db)
}

/** Adds a record that only this register has. */
export async function addRecord(
  ctx: Ctx,
  input: { personId: PersonId; kind: AddableKind; values: Record<string, Plain>; reason: string },
) {
  const { db, actor, today, now } = ctx
  const person = await ownerOf(ctx, input.personId, input.kind)
  ctx.subject(`person:${input.personId}`)
  const typed: Record<string, Plain> = {}
  for (const [field, value] of Object.entries(input.values)) {
    const read =
      value === null ? { ok: true as const, value } : readField(input.kind, field, value, { today, nip: person.nip })
    if (!read.ok) throw new Refusal(read.code, 422, read.params)
    typed[field] = read.value
  }
  const facts = completed(input.kind, typed)
  for (const [field, { required }] of Object.entries(correctable[input.kind])) {
    facts[field] ??= null
    if (required && facts[field] === null) throw new Refusal('import.required', 422, { field })
  }
  const objection = objectionTo(input.kind, facts)
  if (objection) throw new Refusal(objection.code, 422, objection.params)

  const key = `local:${randomUUID()}`
  const recordId = await insertRecord(db, input.kind, { personId: input.personId, key, facts, at: now })
  const fields = Object.entries(facts).flatMap(([field, to]) => (to === null ? [] : [[field, { from: null, to }]]))
  await noteChange(db, {
    kind: input.kind,
    recordId,
    personId: input.personId,
    fields: Object.fromEntries(fields) as Record<string, { from: null; to: unknown }>,
    source: 'local',
    accountId: actor.accountId,
    reason: input.reason,
    at: now,
  })
  await renewDerived(ctx, input.personId)
  return { recordId }
}

async function ownerOf({ db, actor }: Ctx, personId: PersonId, kind: AddableKind) {
  const person = await personToCorrect(db, actor, personId, 'people.correct')
  if (!person) throw new Refusal('people.unknown', 404)
  if (kind === 'sanction' && !(await personToCorrect(db, actor, personId, 'people.sanctions')))
    throw new Refusal('account.not-allowed', 403)
  return person
}

/** Removes a record of local origin; what the nation has is corrected, never removed. */
export async function removeRecord(ctx: Ctx, input: { kind: AddableKind; recordId: number; reason: string }) {
  const { db, actor, now } = ctx
  const record = await recordToCorrect(db, actor, input.kind, input.recordId)
  if (!record) throw new Refusal('correction.record-unknown', 404)
  ctx.subject(`person:${record.personId}`)
  if (record.source !== 'local') throw new Refusal('correction.national-stays', 409)
  await deleteRecord(db, input.kind, record.recordId)
  const fields = Object.entries(record.facts).flatMap(([field, from]) =>
    from === null ? [] : [[field, { from, to: null }]],
  )
  await noteChange(db, {
    kind: input.kind,
    recordId: record.recordId,
    personId: record.personId,
    fields: Object.fromEntries(fields) as Record<string, { from: Plain; to: null }>,
    source: 'local',
    accountId: actor.accountId,
    reason: input.reason,
    at: now,
  })
  if (record.personId !== null) await renewDerived(ctx, record.personId)
  return {}
}

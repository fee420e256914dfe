import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import type { Actor } from '../../../shared/actor.ts'
import type { AccountId, PersonId } from '../../../shared/ids.ts'
import { snake } from '../import/kind/rules.ts'
import '../tables.ts'
import { visibleTo } from '../visible/queries.ts'

export interface ConflictView {
  conflictId: number
  record: string
  recordId: number
  personId: PersonId | null
  nip: string | null
  name: string | null
  field: string
  local: unknown
  national: unknown
  foundAt: string
  decision: 'keep' | 'take' | null
  decidedBy: string | null
  decidedAt: string | null
}

/** Conflicts about persons whom the actor may correct, and about units; `hidden` are records of other permissions. */
export const conflictsFor = (db: Db, actor: Actor, hidden: readonly string[]) =>
  db
    .selectFrom('conflict as c')
    .leftJoin('person', 'person.id', 'c.person_id')
    .leftJoin('account as a', 'a.id', 'c.decided_by')
    .where((eb) => eb.or([eb('c.person_id', 'is', null), visibleTo(actor, 'people.correct')(eb as never)]))
    .where(sql<boolean>`not c.record_kind = any(${hidden}::text[])`)

export const viewed = [
  'c.id as conflictId',
  'c.record_kind as record',
  'c.record_id as recordId',
  'c.person_id as personId',
  'person.nip',
  'person.name',
  'c.field',
  'c.local_value as local',
  'c.national_value as national',
  'c.found_at as foundAt',
  'c.decision',
  'a.name as decidedBy',
  'c.decided_at as decidedAt',
] as const

/** Remembers the refused national value, so that the next import does not ask the same question again. */
export const keepLocal = (db: Db, table: string, id: number, field: string, national: unknown) =>
  sql`
    update ${sql.table(table)}
    set local = local || jsonb_build_object(${field}::text, jsonb_build_object('kept', ${JSON.stringify(national)}::jsonb)),
      version = version + 1
    where id = ${id}`.execute(db)

/** Sets a column to the national value and forgets that it was corrected here. */
export async function takeNational(db: Db, table: string, id: number, field: string, national: unknown): Promise<void> {
  await setColumn(db, table, id, field, national)
  await forgetCorrection(db, table, id, field)
}

export async function setColumn(db: Db, table: string, id: number, field: string, value: unknown): Promise<void> {
  const column = sql.ref(snake(field))
  const record = JSON.stringify({ [snake(field)]: value })
  await sql`
    update ${sql.table(table)}
    set ${column} = (jsonb_populate_record(null::${sql.table(table)}, ${record}::jsonb)).${column}
    where id = ${id}`.execute(db)
}

/** Marks a field as corrected here with no national value refused yet, as it is while a conflict is open. */
export const markCorrected = (db: Db, table: string, id: number, field: string) =>
  sql`
    update ${sql.table(table)} set local = local || jsonb_build_object(${field}::text, '{}'::jsonb), version = version + 1
    where id = ${id}`.execute(db)

/** Whether a field of a record stands as corrected here. */
export async function isCorrected(db: Db, table: string, id: number, field: string): Promise<boolean> {
  const { rows } = await sql<{ corrected: boolean }>`
    select local ? ${field}::text as corrected from ${sql.table(table)} where id = ${id}`.execute(db)
  return rows[0]?.corrected ?? false
}

export const forgetCorrection = (db: Db, table: string, id: number, field: string) =>
  sql`update ${sql.table(table)} set local = local - ${field}::text, version = version + 1 where id = ${id}`.execute(db)

export async function closeConflict(
  db: Db,
  conflict: ConflictView,
  by: { decision: 'keep' | 'take'; reason: string; accountId: AccountId; at: string },
): Promise<void> {
  await db
    .updateTable('conflict')
    .set({ decision: by.decision, decided_by: by.accountId, decided_at: by.at })
    .where('id', '=', conflict.conflictId)
    .execute()
  if (by.decision === 'keep') return
  await sql`
    insert into register_change (record_kind, record_id, person_id, fields, source, account_id, reason)
    values (${conflict.record}, ${conflict.recordId}, ${conflict.personId},
      ${JSON.stringify({ [conflict.field]: { from: conflict.local, to: conflict.national } })}::jsonb, 'national',
      ${by.accountId}, ${by.reason})`.execute(db)
}

/** Another import may have asked the same question again since. */
export const asksAgain = async (db: Db, { record, recordId, field }: ConflictView): Promise<boolean> =>
  (await db
    .selectFrom('conflict')
    .where('record_kind', '=', record as never)
    .where('record_id', '=', recordId)
    .where('field', '=', field)
    .where('decision', 'is', null)
    .select('id')
    .executeTakeFirst()) !== undefined

export const openAgain = (db: Db, conflictId: number) =>
  db
    .updateTable('conflict')
    .set({ decision: null, decided_by: null, decided_at: null })
    .where('id', '=', conflictId)
    .execute()

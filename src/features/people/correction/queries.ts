import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import type { Actor } from '../../../shared/actor.ts'
import type { AccountId, PersonId } from '../../../shared/ids.ts'
import { snake } from '../import/kind/rules.ts'
import type { LocalFields } from '../merge/rules.ts'
import { personsVisibleTo } from '../visible/queries.ts'
import { correctable, type CorrectableKind, type Plain } from './rules.ts'

/** A record as it stands, locked until the end of the command. */
export interface Standing {
  recordId: number
  personId: PersonId | null
  nip: string | null
  version: number
  source: 'national' | 'local'
  local: LocalFields
  facts: Record<string, Plain>
}

// Unit and post are facts of a person by the names the nation gives them, as in an import.
const placeFacts: Readonly<Record<string, ReturnType<typeof sql>>> = {
  unitNationalId: sql`(select u.national_id from unit u where u.id = r.unit_id)`,
  postKind: sql`(select o.kind from post o where o.id = r.post_id)`,
  postTitle: sql`(select o.title from post o where o.id = r.post_id)`,
}

const factsOf = (kind: CorrectableKind) =>
  sql.join(
    Object.keys(correctable[kind]).map((field) => {
      const place = kind === 'person' ? placeFacts[field] : undefined
      return sql`${sql.lit(field)}, ${place ?? sql`r.${sql.ref(snake(field))}`}`
    }),
  )

/** The record, if it belongs to a person whom the actor may correct; units belong to the city. Undefined otherwise. */
export async function recordToCorrect(
  db: Db,
  actor: Actor,
  kind: CorrectableKind,
  recordId: number,
): Promise<Standing | undefined> {
  const owner = kind === 'unit' ? sql`null::int` : kind === 'person' ? sql`r.id` : sql`r.person_id`
  const { rows } = await sql<Omit<Standing, 'nip'>>`
    select r.id as "recordId", ${owner} as "personId", r.version, r.source, r.local, jsonb_build_object(${factsOf(kind)}) as facts
    from ${sql.table(kind)} r where r.id = ${recordId} for update`.execute(db)
  const record = rows[0]
  if (!record || record.personId === null) return record && { ...record, nip: null }
  const person = await personsVisibleTo(db, actor, 'people.correct')
    .where('person.id', '=', record.personId)
    .$if(kind === 'sanction', (q) =>
      q.where('person.id', 'in', personsVisibleTo(db, actor, 'people.sanctions').select('person.id')),
    )
    .select('person.nip')
    .executeTakeFirst()
  return person && { ...record, nip: person.nip }
}

/** Whether the actor may correct this person; answers the NIP. */
export const personToCorrect = (
  db: Db,
  actor: Actor,
  personId: PersonId,
  permission: 'people.correct' | 'people.sanctions',
) => personsVisibleTo(db, actor, permission).where('person.id', '=', personId).select('person.nip').executeTakeFirst()

/** Writes one field of a record and marks it as corrected here, or as national again. */
export async function writeField(
  db: Db,
  kind: CorrectableKind,
  recordId: number,
  field: string,
  value: Plain,
  mark: 'local' | 'national',
): Promise<void> {
  if (kind === 'person' && placeFacts[field]) await placePerson(db, recordId, { [field]: value })
  else {
    const column = sql.ref(snake(field))
    const record = JSON.stringify({ [snake(field)]: value })
    await sql`
      update ${sql.table(kind)}
      set ${column} = (jsonb_populate_record(null::${sql.table(kind)}, ${record}::jsonb)).${column}
      where id = ${recordId}`.execute(db)
  }
  const local =
    mark === 'national'
      ? sql`local - ${field}::text`
      : sql`local || jsonb_build_object(${field}::text, coalesce(local -> ${field}::text, '{}'))`
  await sql`update ${sql.table(kind)} set local = ${local}, version = version + 1 where id = ${recordId}`.execute(db)
}

/**
 * Moves a person to a unit or into a post, which is made when the unit does not have it. What belongs to a post goes
 * along as long as its kind is the same.
 */
async function placePerson(
  db: Db,
  personId: number,
  to: { unitNationalId?: Plain; postKind?: Plain; postTitle?: Plain },
): Promise<void> {
  const { unitNationalId = null, postKind = null, postTitle = null } = to
  const target = sql`
    select p.id, coalesce((select u.id from unit u where u.national_id = ${unitNationalId}::text), p.unit_id) as unit_id,
      coalesce(${postKind}::text, o.kind) as kind, coalesce(${postTitle}::text, o.title) as title,
      case when o.kind = coalesce(${postKind}::text, o.kind) then o.echelon_code end as echelon_code,
      case when o.kind = coalesce(${postKind}::text, o.kind) then o.functional_level end as functional_level,
      case when o.kind = coalesce(${postKind}::text, o.kind) then o.post_class end as post_class
    from person p left join post o on o.id = p.post_id where p.id = ${personId}`
  await sql`
    with target as (${target})
    insert into post (unit_id, kind, title, echelon_code, functional_level, post_class)
    select unit_id, coalesce(kind, 'general'), title, echelon_code, functional_level, post_class from target
    where unit_id is not null and title is not null
    on conflict (unit_id, kind, title) do nothing`.execute(db)
  await sql`
    with target as (${target})
    update person set unit_id = t.unit_id, post_id = (
      select o.id from post o where o.unit_id = t.unit_id and o.kind = coalesce(t.kind, 'general') and o.title = t.title)
    from target t where person.id = t.id`.execute(db)
}

export const unitExists = async (db: Db, nationalId: string): Promise<boolean> =>
  (await db.selectFrom('unit').where('national_id', '=', nationalId).select('id').executeTakeFirst()) !== undefined

export interface Deed {
  kind: string
  recordId: number
  personId: PersonId | null
  fields: Record<string, { from: unknown; to: unknown }>
  source: 'national' | 'local'
  accountId: AccountId
  reason: string
  at: Date
}

export const noteChange = (db: Db, deed: Deed) =>
  db
    .insertInto('register_change')
    .values({
      record_kind: deed.kind as never,
      record_id: deed.recordId,
      person_id: deed.personId,
      fields: JSON.stringify(deed.fields),
      source: deed.source,
      account_id: deed.accountId,
      reason: deed.reason,
      changed_at: deed.at.toISOString(),
    })
    .execute()

/** An open conflict must show what stands here now. */
export const renewConflict = (db: Db, kind: CorrectableKind, recordId: number, field: string, value: Plain) =>
  sql`
    update conflict set local_value = ${JSON.stringify(value)}::jsonb
    where record_kind = ${kind} and record_id = ${recordId} and field = ${field} and decision is null`.execute(db)

export const closeConflict = (
  db: Db,
  kind: CorrectableKind,
  recordId: number,
  field: string,
  by: { accountId: AccountId; at: Date },
) =>
  sql`
    update conflict set decision = 'take', decided_by = ${by.accountId}, decided_at = ${by.at.toISOString()}::timestamptz
    where record_kind = ${kind} and record_id = ${recordId} and field = ${field} and decision is null`.execute(db)

/** What is known of a field's national value: an open conflict's, and the field's changes, the latest first. */
export async function nationalTraces(db: Db, kind: CorrectableKind, recordId: number, field: string) {
  const conflict = await db
    .selectFrom('conflict')
    .where('record_kind', '=', kind)
    .where('record_id', '=', recordId)
    .where('field', '=', field)
    .where('decision', 'is', null)
    .select('national_value as value')
    .executeTakeFirst()
  const { rows } = await sql<{ source: 'national' | 'local'; from: Plain }>`
    select source, fields -> ${field}::text -> 'from' as "from" from register_change
    where record_kind = ${kind} and record_id = ${recordId} and fields ? ${field}::text
    order by id desc limit 100`.execute(db)
  return { conflict: conflict as { value: Plain } | undefined, changes: rows }
}

/** Adds a record of local origin. Its key can never meet a national one. */
export async function insertRecord(
  db: Db,
  kind: CorrectableKind,
  record: { personId: PersonId; key: string; facts: Record<string, unknown>; at: Date },
): Promise<number> {
  const columns = Object.keys(record.facts).map(snake)
  const row = JSON.stringify(
    Object.fromEntries(Object.entries(record.facts).map(([name, value]) => [snake(name), value])),
  )
  const { rows } = await sql<{ id: number }>`
    insert into ${sql.table(kind)} (person_id, record_key, source, recorded_at, ${sql.join(columns.map((c) => sql.ref(c)))})
    select ${record.personId}, ${record.key}, 'local', ${record.at.toISOString()}::timestamptz,
      ${sql.join(columns.map((c) => sql.ref(`f.${c}`)))}
    from jsonb_populate_record(null::${sql.table(kind)}, ${row}::jsonb) f
    returning id`.execute(db)
  return rows[0]!.id
}

export const deleteRecord = (db: Db, kind: CorrectableKind, recordId: number) =>
  sql`delete from ${sql.table(kind)} where id = ${recordId}`.execute(db)

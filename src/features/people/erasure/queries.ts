import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import type { AccountId, PersonId } from '../../../shared/ids.ts'
import { personsVisibleTo } from '../visible/queries.ts'
import type { Actor } from '../../../shared/actor.ts'
import { erased, patterns, type Traces } from './rules.ts'

export const personToErase = (db: Db, actor: Actor, personId: PersonId) =>
  personsVisibleTo(db, actor, 'people.erase')
    .where('person.id', '=', personId)
    .select([
      'person.nip',
      'person.nip_old as nipOld',
      'person.national_id as nationalId',
      'person.name',
      'person.email',
    ])
    .executeTakeFirst()

/** The person's account; one that was made for the NIP and never tied to the person is theirs too. */
export const accountsOf = (db: Db, personId: PersonId, nip: string) =>
  db
    .selectFrom('account')
    .where((w) => w.or([w('person_id', '=', personId), w('nip', '=', nip)]))
    .select(['id as accountId', 'email'])
    .execute()

/** An import that is reading or applying could bring the person back while they are being erased. */
export const importsAtWork = (db: Db) =>
  db.selectFrom('import').where('status', 'in', ['reading', 'applying']).select('id').limit(1).executeTakeFirst()

/**
 * Removes the rows of imports that are the person's: by NIP, and rejected ones without a good NIP by number or exact name.
 * Answers the uploads in which the person was found, whose original files still hold them.
 */
export async function removeImported(db: Db, traces: Traces, nip: string): Promise<string[]> {
  const { like, number, nameValue } = patterns(traces)
  const { rows } = await sql<{ id: number }>`
    with found as materialized (
      select r.file_id, r.row_number, r.nip from import_row r
      where r.nip = ${nip}
        or (r.original::text like any(${like}::text[]) and r.original::text ~ ${number}::text)
        or (r.nip is null and r.original::text ~ ${nameValue}::text)
    ),
    gone as (
      delete from import_row r using found f
      where r.file_id = f.file_id and r.row_number = f.row_number and (f.nip is null or f.nip = ${nip})
    ),
    persons as (delete from import_person p where p.nip = ${nip} returning p.import_id)
    select f.import_id as id from found join import_file f on f.id = found.file_id
    union
    select import_id from persons`.execute(db)
  const ids = rows.map((row) => row.id)
  const files = await sql<{ key: string }>`
    select file_key as key from import where id = any(${ids}::int[]) and file_key is not null`.execute(db)
  await sql`update import set file_key = null where id = any(${ids}::int[])`.execute(db)
  return files.rows.map((row) => row.key)
}

/** Takes the person's hand off what they did for others, then removes their account with its sessions, tokens and roles. */
export async function removeAccount(db: Db, accountId: AccountId): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.conrelid::regclass::text as "table", a.attname as "column"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'account'::regclass and c.confdeltype = 'a'`.execute(db)
  for (const { table, column } of rows)
    await sql`update ${sql.raw(table)} set ${sql.ref(column)} = null where ${sql.ref(column)} = ${accountId}`.execute(
      db,
    )
  await db.deleteFrom('idempotency').where('account_id', '=', accountId).execute()
  await db.deleteFrom('account').where('id', '=', accountId).execute()
}

/** Removes the person; what belongs to them goes along by its foreign keys. */
export async function removePerson(
  db: Db,
  personId: PersonId,
  traces: { nip: string; nationalId: string | null; name: string },
) {
  await sql`
    update appraisal set rater_nip = null, rater_name = null, rater_post = null
    where rater_nip = ${traces.nip} or (rater_nip is null and rater_name = ${traces.name})`.execute(db)
  await sql`update unit set head_national_id = null where head_national_id = ${traces.nationalId}::text`.execute(db)
  await db.deleteFrom('person').where('id', '=', personId).execute()
}

interface Place {
  table: string
  columns: { name: string; type: string }[]
}

/** Every column that can hold words, of every table but the audit log, which is append-only by law and design. */
async function wordyTables(db: Db): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select quote_ident(t.table_schema) || '.' || quote_ident(t.table_name) as "table",
      jsonb_agg(jsonb_build_object('name', c.column_name, 'type', c.data_type)) as columns
    from information_schema.tables t
    join information_schema.columns c using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and t.table_schema not in ('pg_catalog', 'information_schema')
      and t.table_name <> 'audit' and c.is_generated = 'NEVER'
      and c.data_type in ('text', 'character varying', 'json', 'jsonb')
    group by 1`.execute(db)
  return rows
}

/** Takes the person out of whatever else still names them: notes, reasons, other persons' changes, answers kept for repeats. */
export async function scrub(db: Db, traces: Traces): Promise<void> {
  const { words, bareNumber, number, like } = patterns(traces)
  for (const { table, columns } of await wordyTables(db)) {
    const clean = columns.map(({ name, type }) => {
      const column = sql`${sql.ref(name)}::text`
      const text = type.startsWith('json')
        ? sql`regexp_replace(${column}, ${bareNumber}::text, ${'\\1null'}::text, 'g')`
        : column
      return sql`${sql.ref(name)} = regexp_replace(${text}, ${words}::text, ${`\\1${erased}`}::text, 'g')::${sql.raw(type)}`
    })
    const whole = sql`concat_ws(' ', ${sql.join(columns.map(({ name }) => sql`${sql.ref(name)}::text`))})`
    await sql`
      update ${sql.raw(table)} set ${sql.join(clean)}
      where ${whole} like any(${like}::text[]) and ${whole} ~ ${number}::text`.execute(db)
  }
}

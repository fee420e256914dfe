import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../../platform/db/open.ts'
import '../../tables.ts'
import type { Applying } from '../kind/rules.ts'

/** `f.grade_code = …` pieces and lists of column names; the names come from the kinds' own tables, never from a file. */
export const columnList = (columns: readonly string[], prefix = ''): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.raw(`${prefix}"${column}"`)))

const reason = (code: string) => JSON.stringify([{ code, column: '', value: null, params: {} }])

/** Rejects rows whose person the register does not have after all, because the file that brings the person was not applied. */
export async function rejectStrangers(db: Db, { fileId }: Applying): Promise<void> {
  await sql`
    update import_row r set outcome = 'rejected', reasons = r.reasons || ${reason('import.person-not-applied')}::jsonb
    where r.file_id = ${fileId} and r.outcome in ('new', 'changed', 'conflict')
      and not exists (select from person p where p.nip = r.nip)`.execute(db)
}

/** Rejects rows whose record has moved on since the preview: nobody has agreed to overwrite what stands there now. */
export async function rejectStale(db: Db, { fileId }: Applying, table: string): Promise<void> {
  await sql`
    update import_row r
    set outcome = 'rejected', reasons = r.reasons || ${reason('import.changed-since-preview')}::jsonb
    where r.file_id = ${fileId} and r.outcome in ('changed', 'conflict')
      and not exists (select from ${sql.table(table)} t where t.id = r.record_id and t.version = r.record_version)`.execute(
    db,
  )
}

/** Rejects new rows that found their place taken; `inserted` says which ones landed (as a set of `row_number`). */
export async function rejectTaken(db: Db, { fileId }: Applying, landed: RawBuilder<unknown>): Promise<void> {
  await sql`
    update import_row r
    set outcome = 'rejected', reasons = r.reasons || ${reason('import.changed-since-preview')}::jsonb
    where r.file_id = ${fileId} and r.outcome = 'new' and not exists (${landed})`.execute(db)
}

/** A row changes its record when one of its fields is not a conflict. */
export const changes = sql`r.changes @? '$.* ? (!exists(@.conflict))'`

/** Notes what is about to be changed, and asks what has to be decided. To be called after the stale rows are out. */
export async function noteChanges(
  db: Db,
  file: Applying,
  record: string,
  personId: RawBuilder<unknown>,
): Promise<void> {
  await sql`
    insert into register_change (record_kind, record_id, person_id, fields, source, import_id)
    select ${record}, r.record_id, ${personId},
      (select jsonb_object_agg(c.key, c.value) from jsonb_each(r.changes) c where not c.value ? 'conflict'),
      'national', ${file.importId}
    from import_row r
    where r.file_id = ${file.fileId} and r.outcome in ('changed', 'conflict') and ${changes}`.execute(db)
  await sql`
    insert into conflict (record_kind, record_id, person_id, field, local_value, national_value, import_id)
    select ${record}, r.record_id, ${personId}, c.key, c.value -> 'from', c.value -> 'to', ${file.importId}
    from import_row r, jsonb_each(r.changes) c
    where r.file_id = ${file.fileId} and r.outcome = 'conflict' and c.value ? 'conflict'
    on conflict (record_kind, record_id, field) where decision is null do update
    set local_value = excluded.local_value, national_value = excluded.national_value,
      import_id = excluded.import_id, found_at = now()
    where conflict.national_value is distinct from excluded.national_value
      or conflict.local_value is distinct from excluded.local_value`.execute(db)
  await sql`
    update conflict c set decision = 'keep', decided_at = now()
    from import_row r, jsonb_array_elements(r.reasons) n
    where r.file_id = ${file.fileId} and r.outcome <> 'rejected' and n ->> 'code' = 'import.conflict-settled'
      and c.record_kind = ${record} and c.record_id = r.record_id and c.field = n ->> 'column' and c.decision is null`.execute(
    db,
  )
}

/** Takes a file for this transaction; false when it has been dealt with already. */
export async function lockFile(db: Db, fileId: number): Promise<boolean> {
  const file = await db
    .selectFrom('import_file')
    .where('id', '=', fileId)
    .select('status')
    .forUpdate()
    .executeTakeFirst()
  return file?.status === 'read'
}

export const finishFile = (
  db: Db,
  fileId: number,
  { status, at, refusal }: { status: 'applied' | 'failed'; at?: string; refusal?: object },
) =>
  db
    .updateTable('import_file')
    .set({ status, applied_at: at ?? null, ...(refusal ? { refusal: JSON.stringify(refusal) } : {}) })
    .where('id', '=', fileId)
    .execute()

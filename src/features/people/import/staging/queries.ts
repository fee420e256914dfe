import { sql } from 'kysely'
import type { Db } from '../../../../platform/db/open.ts'
import type { ImportId, PersonId } from '../../../../shared/ids.ts'
import type { RefusalParams } from '../../../../shared/refusal.ts'
import '../../tables.ts'
import type { Owner, PersonRef } from '../kind/rules.ts'
import { type Outcome, soundJson } from './rules.ts'

/** One row as it goes into `import_row`. `original` is JSON text already. */
export interface StagedRow {
  fileId: number
  row: number
  place: string | null
  outcome: Outcome
  nip: string | null
  recordKey: string | null
  original: string
  facts: object | null
  changes: object | null
  reasons: readonly object[]
  recordId: number | null
  recordVersion: number | null
}

/** Writes a piece in one statement. The originals are put in as text: making objects of them again would cost as much as reading them. */
export async function insertRows(db: Db, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return
  const json = `[${rows.map(({ original, ...row }) => `${JSON.stringify(row).slice(0, -1)},"original":${original}}`).join(',')}]`
  await sql`
    insert into import_row
      (file_id, row_number, place, outcome, nip, record_key, original, facts, changes, reasons, record_id, record_version)
    select r."fileId", r."row", r.place, r.outcome, r.nip, r."recordKey", r.original, r.facts, r.changes, r.reasons,
      r."recordId", r."recordVersion"
    from json_to_recordset(${json}::json) as r("fileId" int, "row" int, place text, outcome text, nip text, "recordKey" text,
      original json, facts jsonb, changes jsonb, reasons jsonb, "recordId" int, "recordVersion" int)`.execute(db)
}

export interface FoundFile {
  path: string
  kind: string | null
  status: 'read' | 'rejected'
  refusal: { code: string; params: RefusalParams } | null
  columns: readonly string[]
}

/** Writes the files of an import and answers their numbers, in order. */
export async function insertFiles(db: Db, importId: ImportId, files: readonly FoundFile[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into import_file (import_id, path, kind, status, refusal, columns)
    select ${importId}, f.path, f.kind, f.status, f.refusal, f.columns
    from jsonb_to_recordset(${soundJson(files.map((file, n) => ({ n, ...file })))}::jsonb)
      as f(n int, path text, kind text, status text, refusal jsonb, columns jsonb)
    order by f.n
    returning id`.execute(db)
  return rows.map((row) => row.id).toSorted((a, b) => a - b)
}

/** Counts rows per file and over the import, from the rows themselves. */
export async function countRows(db: Db, importId: ImportId): Promise<void> {
  await sql`
    update import_file f set counts = coalesce(c.counts, '{}')
    from (
      select f.id, (
        select jsonb_object_agg(outcome, n)
        from (select outcome, count(*) as n from import_row where file_id = f.id group by outcome) o
      ) as counts
      from import_file f where f.import_id = ${importId}
    ) c
    where c.id = f.id`.execute(db)
  await sql`
    update import set counts = coalesce((
      select jsonb_object_agg(key, n) from (
        select key, sum(value::int) as n from import_file, jsonb_each_text(counts)
        where import_id = ${importId} group by key
      ) total
    ), '{}')
    where id = ${importId}`.execute(db)
}

export interface Persons {
  byNip: Map<string, Owner>
  byNationalId: Map<string, Owner>
  /** Those that this import itself brings, with the row that brings them. */
  stagedByNip: Map<string, Owner & { fileId: number; row: number }>
  stagedByNationalId: Map<string, Owner & { fileId: number; row: number }>
}

/** Everybody these rows may mean: in the register, and among the persons of the same import. */
export async function personsFor(db: Db, importId: ImportId, refs: readonly PersonRef[]): Promise<Persons> {
  const nips = [...new Set(refs.flatMap(({ nip }) => nip ?? []))]
  const nationalIds = [...new Set(refs.flatMap(({ nationalId }) => nationalId ?? []))]
  // Joined and not `= any(…)`: a thousand numbers in a list would be compared with every row of a table without statistics.
  const known = await sql<Owner & { personId: PersonId }>`
    select p.id as "personId", p.nip, p.national_id as "nationalId", p.name
    from unnest(${nips}::text[]) k(nip) join person p on p.nip = k.nip
    union
    select p.id, p.nip, p.national_id, p.name
    from unnest(${nationalIds}::text[]) k(id) join person p on p.national_id = k.id`.execute(db)
  const staged = await sql<Owner & { fileId: number; row: number }>`
    select p.person_id as "personId", p.nip, p.national_id as "nationalId", p.name, p.file_id as "fileId", p.row_number as "row"
    from unnest(${nips}::text[]) k(nip) join import_person p on p.import_id = ${importId} and p.nip = k.nip
    union
    select p.person_id, p.nip, p.national_id, p.name, p.file_id, p.row_number
    from unnest(${nationalIds}::text[]) k(id) join import_person p on p.import_id = ${importId} and p.national_id = k.id`.execute(
    db,
  )
  return {
    byNip: new Map(known.rows.map((p) => [p.nip, p])),
    byNationalId: new Map(known.rows.flatMap((p) => (p.nationalId === null ? [] : [[p.nationalId, p]]))),
    stagedByNip: new Map(staged.rows.map((p) => [p.nip, p])),
    stagedByNationalId: new Map(staged.rows.flatMap((p) => (p.nationalId === null ? [] : [[p.nationalId, p]]))),
  }
}

export type StagedPerson = Owner & { fileId: number; row: number }

export async function insertPersons(db: Db, importId: ImportId, persons: readonly StagedPerson[]): Promise<void> {
  if (persons.length === 0) return
  await sql`
    insert into import_person (import_id, nip, national_id, person_id, name, file_id, row_number)
    select ${importId}, p.nip, p."nationalId", p."personId", p.name, p."fileId", p."row"
    from jsonb_to_recordset(${JSON.stringify(persons)}::jsonb)
      as p(nip text, "nationalId" text, "personId" int, name text, "fileId" int, "row" int)`.execute(db)
}

export interface EarlierRow {
  nip: string | null
  recordKey: string
  path: string
  kind: string
  row: number
  place: string | null
  original: Record<string, unknown>
}

const earlier = sql`r.nip, r.record_key as "recordKey", f.path, f.kind, r.row_number as "row", r.place, r.original`

/** Rows of these files that stand already, with the same record key (of the same person, where there is one). */
export async function earlierRows(
  db: Db,
  fileIds: readonly number[],
  keys: readonly { nip: string | null; recordKey: string }[],
): Promise<EarlierRow[]> {
  const owned = keys[0]?.nip !== null
  const { rows } = await sql<EarlierRow>`
    select ${earlier}
    from json_to_recordset(${JSON.stringify(keys)}::json) as k(nip text, "recordKey" text)
    join import_row r on r.file_id = any(${fileIds}::int[]) and r.record_key = k."recordKey"
      ${owned ? sql`and r.nip = k.nip` : sql``} and r.outcome <> 'rejected'
    join import_file f on f.id = r.file_id`.execute(db)
  return rows
}

/** The rows at these places. */
export async function rowsAt(db: Db, places: readonly { fileId: number; row: number }[]): Promise<EarlierRow[]> {
  if (places.length === 0) return []
  const { rows } = await sql<EarlierRow>`
    select ${earlier}
    from json_to_recordset(${JSON.stringify(places)}::json) as k("fileId" int, "row" int)
    join import_row r on r.file_id = k."fileId" and r.row_number = k."row"
    join import_file f on f.id = r.file_id`.execute(db)
  return rows
}

/** The fields of these records that wait for a decision. */
export async function openConflicts(db: Db, record: string, ids: readonly number[]): Promise<Map<number, string[]>> {
  const open = new Map<number, string[]>()
  if (ids.length === 0) return open
  const { rows } = await sql<{ id: number; fields: string[] }>`
    select record_id as id, array_agg(field) as fields from conflict
    where record_kind = ${record} and record_id = any(${ids}::int[]) and decision is null
    group by record_id`.execute(db)
  for (const { id, fields } of rows) open.set(id, fields)
  return open
}

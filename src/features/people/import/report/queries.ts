import { sql } from 'kysely'
import type { Db } from '../../../../platform/db/open.ts'
import type { ImportId } from '../../../../shared/ids.ts'
import type { Changes, Outcome } from '../staging/rules.ts'
import type { Note } from '../kind/rules.ts'

export interface RowView {
  fileId: number
  path: string
  kind: string | null
  row: number
  place: string | null
  outcome: Outcome
  nip: string | null
  name: string | null
  reasons: Note[]
  changes: Changes | null
}

export interface RowFilter {
  importId: ImportId
  fileId?: number | undefined
  outcome?: Outcome | undefined
  search?: string | undefined
  hiddenKinds: readonly string[]
}

const matching = ({ importId, fileId, outcome, search, hiddenKinds }: RowFilter) => sql`
  from import_row r
  join import_file f on f.id = r.file_id
  left join person p on p.nip = r.nip
  left join import_person b on b.import_id = f.import_id and b.nip = r.nip
  where f.import_id = ${importId}
    and not coalesce(f.kind, '') = any(${hiddenKinds}::text[])
    ${fileId === undefined ? sql`` : sql`and r.file_id = ${fileId}`}
    ${outcome === undefined ? sql`` : sql`and r.outcome = ${outcome}`}
    ${search ? sql`and r.original::text ilike ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}` : sql``}`

export async function rowsOf(
  db: Db,
  filter: RowFilter & { limit: number; offset: number },
): Promise<{ rows: RowView[]; total: number }> {
  const { rows } = await sql<RowView>`
    select r.file_id as "fileId", f.path, f.kind, r.row_number as "row", r.place, r.outcome, r.nip,
      coalesce(p.name, b.name, case when r.nip is null then coalesce(r.facts ->> 'name', r.original ->> 'namaUnor', r.original ->> 'nama') end) as name,
      r.reasons, r.changes
    ${matching(filter)}
    order by r.file_id, r.row_number limit ${filter.limit} offset ${filter.offset}`.execute(db)
  const total = await sql<{ total: number }>`select count(*) as total ${matching(filter)}`.execute(db)
  return { rows, total: total.rows[0]!.total }
}

export interface ReportRow extends RowView {
  original: Record<string, unknown>
}

/** The next rows of a kind's files after this place. */
export async function reportPage(
  db: Db,
  fileIds: readonly number[],
  outcomes: readonly Outcome[],
  after: { fileId: number; row: number },
): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select r.file_id as "fileId", f.path, f.kind, r.row_number as "row", r.place, r.outcome, r.nip, null as name,
      r.reasons, r.changes, r.original
    from import_row r join import_file f on f.id = r.file_id
    where r.file_id = any(${fileIds}::int[]) and r.outcome = any(${outcomes}::text[])
      and (r.file_id, r.row_number) > (${after.fileId}, ${after.row})
    order by r.file_id, r.row_number limit 500`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import type { AccountId, ImportId } from '../../../shared/ids.ts'
import type { RefusalParams } from '../../../shared/refusal.ts'
import type { ImportStatus } from '../tables.ts'
import type { Outcome } from './staging/rules.ts'

export interface ImportView {
  importId: ImportId
  name: string
  status: ImportStatus
  bytes: number | null
  counts: Partial<Record<Outcome, number>>
  refusal: { code: string; params: RefusalParams } | null
  jobId: string | null
  createdBy: string | null
  createdAt: string
  confirmedAt: string | null
  finishedAt: string | null
}

// A job that was cancelled or that gave up cannot tell its import any more: the import's state follows from both; one that is gone was over long ago.
const status = sql<ImportStatus>`
  case when i.status in ('reading', 'applying') and i.job_id is not null then
    case when j.id is null then 'failed' when j.status in ('failed', 'cancelled') then j.status else i.status end
  else i.status end`

export const importViews = (db: Db) =>
  db
    .selectFrom('import as i')
    .leftJoin('job as j', (join) => join.on(sql<boolean>`j.id = i.job_id`))
    .leftJoin('account as a', 'a.id', 'i.created_by')
    .select([
      'i.id as importId',
      'i.name',
      status.as('status'),
      'i.bytes',
      'i.counts',
      sql<ImportView['refusal']>`coalesce(i.refusal, j.refusal)`.as('refusal'),
      'i.job_id as jobId',
      'a.name as createdBy',
      'i.created_at as createdAt',
      'i.confirmed_at as confirmedAt',
      'i.finished_at as finishedAt',
    ])

export const importView = (db: Db, importId: ImportId): Promise<ImportView | undefined> =>
  importViews(db).where('i.id', '=', importId).executeTakeFirst() as Promise<ImportView | undefined>

/** Takes the import for this transaction, so that two confirmations cannot both start a job. */
export const lockImport = (db: Db, importId: ImportId) =>
  db.selectFrom('import').where('id', '=', importId).selectAll().forUpdate().executeTakeFirst()

export async function insertImport(
  db: Db,
  row: { name: string; fileKey: string; bytes: number; createdBy: AccountId | null; createdAt: string },
): Promise<ImportId> {
  const { id } = await db
    .insertInto('import')
    .values({
      name: row.name,
      status: 'reading',
      file_key: row.fileKey,
      bytes: row.bytes,
      created_by: row.createdBy,
      created_at: row.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const setImport = (
  db: Db,
  importId: ImportId,
  set: {
    status?: ImportStatus
    job_id?: string | null
    refusal?: string | null
    confirmed_at?: string
    finished_at?: string | null
    file_key?: null
  },
) => db.updateTable('import').set(set).where('id', '=', importId).execute()

export interface FileView {
  fileId: number
  path: string
  kind: string | null
  status: 'read' | 'rejected' | 'applied' | 'failed'
  refusal: { code: string; params: RefusalParams } | null
  counts: Partial<Record<Outcome, number>>
  columns: string[]
  appliedAt: string | null
}

export const filesOf = (db: Db, importId: ImportId): Promise<FileView[]> =>
  db
    .selectFrom('import_file')
    .where('import_id', '=', importId)
    .select(['id as fileId', 'path', 'kind', 'status', 'refusal', 'counts', 'columns', 'applied_at as appliedAt'])
    .orderBy('id')
    .execute() as unknown as Promise<FileView[]>

export const removeStaged = async (db: Db, importId: ImportId): Promise<void> => {
  await db.deleteFrom('import_file').where('import_id', '=', importId).execute()
  await db.deleteFrom('import_person').where('import_id', '=', importId).execute()
}

export const isCancelled = async (db: Db, jobId: string): Promise<boolean> =>
  (await db.selectFrom('job').where('id', '=', jobId).select('cancel_requested').executeTakeFirst())
    ?.cancel_requested ?? false

import { sql } from 'kysely'
import type { AccountId } from '../../shared/ids.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Db } from '../db/open.ts'
import type { JobStatus } from '../tables.ts'

export async function insertJob(
  db: Db,
  job: { id: string; name: string; accountId: AccountId | null; payload: object },
): Promise<void> {
  await db
    .insertInto('job')
    .values({
      id: job.id,
      name: job.name,
      account_id: job.accountId,
      payload: JSON.stringify(job.payload),
      status: 'waiting',
    })
    .execute()
}

/** Marks the job as running; false when it was cancelled or finished in the meantime. */
export async function startJobRow(db: Db, id: string): Promise<boolean> {
  const result = await db
    .updateTable('job')
    .set({ status: 'running', attempts: sql`attempts + 1`, started_at: sql`coalesce(started_at, now())` })
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'running'])
    .where('cancel_requested', '=', false)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Writes the progress and says whether somebody wants the job to stop. */
export async function noteProgress(
  db: Db,
  id: string,
  at: { done: number; total: number | undefined; note: string | undefined },
): Promise<boolean> {
  const row = await db
    .updateTable('job')
    .set({ done: at.done, total: at.total ?? null, note: at.note ?? null })
    .where('id', '=', id)
    .returning('cancel_requested')
    .executeTakeFirst()
  return row?.cancel_requested ?? false
}

export async function finishJob(db: Db, id: string, status: JobStatus, refusal?: Refusal): Promise<void> {
  await db
    .updateTable('job')
    .set({
      status,
      finished_at: sql`now()`,
      refusal: refusal ? JSON.stringify({ code: refusal.code, params: refusal.params }) : null,
    })
    .where('id', '=', id)
    .execute()
}

/** Jobs that a dead process left running. */
export async function orphanedJobs(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('job').where('status', '=', 'running').select('id').execute()
  return rows.map((row) => row.id)
}

export interface JobView {
  jobId: string
  name: string
  status: JobStatus
  done: number
  total: number | null
  note: string | null
  refusal: { code: string; params: Record<string, string | number> } | null
  createdAt: string
  finishedAt: string | null
}

const view = [
  'id as jobId',
  'name',
  'status',
  'done',
  'total',
  'note',
  'refusal',
  'created_at as createdAt',
  'finished_at as finishedAt',
] as const

/** The jobs an account may see: its own, or all of them. */
export const jobsOf = (db: Db, owner: AccountId | 'all') =>
  db
    .selectFrom('job')
    .select(view)
    .$if(owner !== 'all', (q) => q.where('account_id', '=', owner as AccountId))

export const requestCancel = (db: Db, id: string) =>
  db
    .updateTable('job')
    .set({ cancel_requested: true, status: sql`case when status = 'waiting' then 'cancelled' else status end` })
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'running'])
    .execute()

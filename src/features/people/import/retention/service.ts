import { sql } from 'kysely'
import { reading, writing } from '../../../../platform/db/open.ts'
import type { JobRun } from '../../../../platform/jobs/jobs.ts'
import { removeSome } from '../../../../platform/retention/queries.ts'
import { retention } from '../../../../platform/retention/rules.ts'
import { removeInBatches } from '../../../../platform/retention/service.ts'
import { settingOf } from '../../../../platform/settings/queries.ts'
import { removeFiles } from '../../erasure/jobs.ts'
import { removeStaged, setImport } from '../queries.ts'
import { overdueImport, removeSomeRows } from './queries.ts'

const day = 24 * 3600 * 1000

/**
 * Removes what imports leave behind once their time is over: the upload, the rows as they came, conflicts that were
 * decided. The import itself stays, with its name and numbers: records name it as where they come from. A preview that
 * nobody confirmed in all that time counts as discarded.
 */
export async function forgetOldImports({ services, signal }: JobRun): Promise<void> {
  const { kysely } = services.database
  const now = services.clock()
  const days = await reading(kysely, (db) => settingOf(db, retention.imports))
  const before = new Date(now.getTime() - days * day)
  for (;;) {
    if (signal.aborted) return
    const overdue = await writing(kysely, (db) => overdueImport(db, before))
    if (!overdue) break
    const { importId, fileKey, status } = overdue
    await removeInBatches(kysely, signal, (db, atOnce) => removeSomeRows(db, importId, atOnce))
    await writing(kysely, async (db) => {
      await removeStaged(db, importId)
      const unfinished = status === 'preview' && { status: 'cancelled' as const, finished_at: now.toISOString() }
      await setImport(db, importId, { file_key: null, ...unfinished })
      if (fileKey !== null) await services.jobs.start(db, removeFiles.name, { fileKeys: [fileKey] }, null)
    })
  }
  const decided = sql`decided_at < ${before.toISOString()}::timestamptz`
  await removeInBatches(kysely, signal, (db, atOnce) => removeSome(db, 'conflict', decided, atOnce))
}

import { join } from 'node:path'
import { writing } from '../../../../platform/db/open.ts'
import type { JobRun } from '../../../../platform/jobs/jobs.ts'
import { dayIn } from '../../../../shared/dates.ts'
import type { ImportId } from '../../../../shared/ids.ts'
import { findFiles, type RefusedMember } from '../finding/service.ts'
import type { ImportKind } from '../kind/rules.ts'
import { isCancelled, lockImport, removeStaged, setImport } from '../queries.ts'
import { Spool } from '../spool/service.ts'
import { countRows, type FoundFile, insertFiles, insertRows } from '../staging/queries.ts'
import { stageRows } from '../staging/service.ts'

/** Reads an upload into a preview. Whatever an interrupted run left is removed first, so it may be run again. */
export async function readImport(job: JobRun, importId: ImportId, kinds: readonly ImportKind[]): Promise<void> {
  const { kysely } = job.services.database
  const folder = join(job.services.config.dataDir, 'spool', String(importId))
  await Spool.clear(folder)
  const source = await writing(kysely, async (db) => {
    const row = await lockImport(db, importId)
    if (row?.status !== 'reading' || row.file_key === null) return undefined
    await removeStaged(db, importId)
    return { key: row.file_key, name: row.name }
  })
  if (!source) return
  const spool = await Spool.open(folder)
  try {
    const path = await job.services.files.localPath(source.key)
    const { files, refusedMembers } = await findFiles(job, { path, name: source.name }, kinds, spool)
    const fileIds = await writing(kysely, (db) => insertFound(db, importId, files, refusedMembers))
    const today = dayIn(job.services.region.timeZone, job.services.clock())
    const known = files.map(({ path, kind }, n) => ({ fileId: fileIds[n]!, path, kind }))
    await stageRows({ job, importId, today, files: known, spool }, kinds)
    await writing(kysely, async (db) => {
      await countRows(db, importId)
      const readable = files.some((file) => file.status === 'read')
      const refusal = files.length === 1 ? files[0]!.refusal : { code: 'import.nothing-readable', params: {} }
      await setImport(
        db,
        importId,
        readable
          ? { status: 'preview' }
          : {
              status: 'failed',
              finished_at: job.services.clock().toISOString(),
              refusal: JSON.stringify(refusal ?? { code: 'file.empty', params: {} }),
            },
      )
    })
  } catch (error) {
    if (job.signal.aborted) await writing(kysely, (db) => cancelIfAsked(db, job, importId))
    throw error
  } finally {
    await spool.remove()
  }
}

type Db = Parameters<typeof insertFiles>[0]

async function insertFound(
  db: Db,
  importId: ImportId,
  files: readonly FoundFile[],
  refusedMembers: readonly RefusedMember[],
): Promise<number[]> {
  const fileIds = await insertFiles(db, importId, files)
  for (let from = 0; from < refusedMembers.length; from += 1000)
    await insertRows(
      db,
      refusedMembers.slice(from, from + 1000).map(({ file, row, place, code, params }) => ({
        fileId: fileIds[file]!,
        row,
        place,
        outcome: 'rejected' as const,
        nip: null,
        recordKey: null,
        original: '{}',
        facts: null,
        changes: null,
        reasons: [{ code, column: '', value: null, params }],
        recordId: null,
        recordVersion: null,
      })),
    )
  return fileIds
}

/** The server may also be stopping: then the job goes on at the next start. */
async function cancelIfAsked(db: Db, job: JobRun, importId: ImportId): Promise<void> {
  if (!(await isCancelled(db, job.id))) return
  await removeStaged(db, importId)
  await setImport(db, importId, { status: 'cancelled', finished_at: job.services.clock().toISOString() })
}

import { appendAudit } from '../../../../platform/audit/append.ts'
import { type Db, reading, writing } from '../../../../platform/db/open.ts'
import { nobody } from '../../../../platform/http/context.ts'
import type { JobRun } from '../../../../platform/jobs/jobs.ts'
import type { ImportId } from '../../../../shared/ids.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import { settleRegister } from '../../settle/service.ts'
import type { ImportKind } from '../kind/rules.ts'
import { type FileView, filesOf, importView, isCancelled, lockImport, setImport } from '../queries.ts'
import { countRows } from '../staging/queries.ts'
import { finishFile, lockFile } from './queries.ts'

/**
 * Writes an accepted preview into the register: each file in one transaction, all of it or nothing, in the order in
 * which the kinds depend on each other. A file that is applied already is passed over, so it may be run again.
 */
export async function applyImport(
  job: JobRun,
  importId: ImportId,
  kinds: readonly ImportKind[],
  afterwards: readonly string[],
): Promise<void> {
  const { kysely } = job.services.database
  const imported = await reading(kysely, (db) => importView(db, importId))
  if (imported?.status !== 'applying') return
  const files = inOrder(await reading(kysely, (db) => filesOf(db, importId)), kinds)
  try {
    for (const [done, { file, kind }] of files.entries()) {
      job.signal.throwIfAborted()
      job.progress(done, files.length, 'import.progress.applying')
      await applyFile(job, importId, file.fileId, kind)
    }
    await writing(kysely, (db) => finish(db, job, importId, afterwards))
  } catch (error) {
    // What is applied stays; the rest can be confirmed again.
    if (job.signal.aborted)
      await writing(kysely, async (db) => {
        if (await isCancelled(db, job.id)) await setImport(db, importId, { status: 'preview' })
      })
    throw error
  }
}

function inOrder(files: readonly FileView[], kinds: readonly ImportKind[]): { file: FileView; kind: ImportKind }[] {
  return files
    .flatMap((file) => {
      const kind = file.status === 'read' ? kinds.find((k) => k.name === file.kind) : undefined
      return kind ? [{ file, kind }] : []
    })
    .toSorted((a, b) => a.kind.order - b.kind.order)
}

async function applyFile(job: JobRun, importId: ImportId, fileId: number, kind: ImportKind): Promise<void> {
  const { kysely } = job.services.database
  const at = job.services.clock().toISOString()
  try {
    await writing(kysely, async (db) => {
      if (!(await lockFile(db, fileId))) return
      await kind.target.apply(db, { fileId, importId })
      await finishFile(db, fileId, { status: 'applied', at })
    })
  } catch (error) {
    if (!isDataFault(error)) throw error
    const refusal = error instanceof Refusal ? error : new Refusal('import.file-failed')
    await writing(kysely, (db) =>
      finishFile(db, fileId, { status: 'failed', refusal: { code: refusal.code, params: refusal.params } }),
    )
  }
}

/** What the data themselves break costs their file; a lost connection or a full disk is tried again with the whole job. */
const isDataFault = (error: unknown): boolean =>
  error instanceof Refusal || /^(?:22|23|P0)/.test((error as { code?: string }).code ?? '')

async function finish(db: Db, job: JobRun, importId: ImportId, afterwards: readonly string[]): Promise<void> {
  if ((await lockImport(db, importId))?.status !== 'applying') return
  await settleRegister(db)
  await countRows(db, importId)
  await db.deleteFrom('import_person').where('import_id', '=', importId).execute()
  const files = await filesOf(db, importId)
  const landed = files.some((file) => file.status === 'applied')
  const now = job.services.clock()
  await setImport(db, importId, {
    status: landed ? 'done' : 'failed',
    refusal: landed ? null : JSON.stringify({ code: 'import.nothing-applied', params: {} }),
    finished_at: now.toISOString(),
  })
  const actor = { ...nobody, accountId: job.accountId ?? nobody.accountId }
  await appendAudit(db, { at: now, actor, operation: 'import/applied', subject: `import:${importId}`, outcome: 'done' })
  if (landed) for (const name of afterwards) await job.services.jobs.start(db, name, { importId }, job.accountId)
}

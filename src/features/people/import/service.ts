import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../../platform/http/context.ts'
import { requestCancel } from '../../../platform/jobs/queries.ts'
import { sayIn } from '../../../platform/words/words.ts'
import { reachOf } from '../../../shared/actor.ts'
import type { ImportId } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { Language } from '../../../shared/words.ts'
import type { ImportKind } from './kind/rules.ts'
import {
  type FileView,
  filesOf,
  type ImportView,
  importView,
  importViews,
  insertImport,
  lockImport,
  removeStaged,
  setImport,
} from './queries.ts'
import { noRows } from './staging/rules.ts'

export async function upload(ctx: Ctx, input: { name?: string | undefined }) {
  const { db, services, actor, now } = ctx
  if (!ctx.upload) throw new Refusal('file.missing', 422)
  const fileKey = `imports/${randomUUID()}`
  await services.files.put(fileKey, ctx.upload.path)
  const importId = await insertImport(db, {
    name: input.name || ctx.upload.name,
    fileKey,
    bytes: ctx.upload.bytes,
    createdBy: actor.accountId,
    createdAt: now.toISOString(),
  })
  const jobId = await services.jobs.start(db, 'import.read', { importId }, actor.accountId)
  await setImport(db, importId, { job_id: jobId })
  ctx.subject(`import:${importId}`)
  return { importId, jobId }
}

export async function listImports({ db, actor }: Ctx, { limit, offset }: { limit: number; offset: number }) {
  const rows = await importViews(db).orderBy('i.id', 'desc').limit(limit).offset(offset).execute()
  const { total } = await db
    .selectFrom('import')
    .select((s) => s.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: rows.map((row) => inWords(row as ImportView, actor.language)), total }
}

export async function showImport(ctx: Ctx, { importId }: { importId: ImportId }, kinds: readonly ImportKind[]) {
  const { db, actor } = ctx
  const hidden = hiddenKinds(ctx, kinds)
  const found = await importView(db, importId)
  if (!found) throw new Refusal('import.unknown', 404)
  const files = await filesOf(db, importId)
  return {
    ...inWords(found, actor.language),
    files: files.map((file) => ({
      ...inWords(file, actor.language),
      hidden: file.kind !== null && hidden.includes(file.kind),
    })),
  }
}

const inWords = <T extends ImportView | FileView>(view: T, language: Language) => ({
  ...view,
  counts: { ...noRows(), ...view.counts },
  refusal: view.refusal && {
    code: view.refusal.code,
    message: sayIn(language, view.refusal.code, view.refusal.params),
  },
})

export async function confirm(ctx: Ctx, { importId }: { importId: ImportId }) {
  const { db, services, actor, now } = ctx
  const row = await lockImport(db, importId)
  const found = row && (await importView(db, importId))
  if (!found) throw new Refusal('import.unknown', 404)
  // After a job that gave up, what it had not applied can be confirmed again.
  const again = row.status === 'applying' && (found.status === 'failed' || found.status === 'cancelled')
  if (found.status !== 'preview' && !again) throw new Refusal('import.not-to-confirm', 409)
  const jobId = await services.jobs.start(db, 'import.apply', { importId }, actor.accountId)
  await setImport(db, importId, { status: 'applying', job_id: jobId, confirmed_at: now.toISOString() })
  ctx.subject(`import:${importId}`)
  return { jobId }
}

export async function discard(ctx: Ctx, { importId }: { importId: ImportId }) {
  const { db, services, now } = ctx
  const row = await lockImport(db, importId)
  const found = row && (await importView(db, importId))
  if (!found) throw new Refusal('import.unknown', 404)
  if (found.status === 'done') throw new Refusal('import.already-applied', 409)
  if (row.job_id !== null) await requestCancel(db, row.job_id)
  // An applying job stops after its file and turns the import back into a preview, which can then be discarded.
  if (found.status !== 'applying') {
    await removeStaged(db, importId)
    await setImport(db, importId, { status: 'cancelled', finished_at: now.toISOString(), file_key: null })
    if (row.file_key !== null) await services.files.remove(row.file_key)
  }
  ctx.subject(`import:${importId}`)
  return {}
}

/** Kinds whose rows this actor may not see, although the import itself is open to them. */
export const hiddenKinds = ({ actor }: Ctx, kinds: readonly ImportKind[]): string[] =>
  kinds.filter(({ permission }) => permission && !reachOf(actor, permission).city).map(({ name }) => name)

import { reading } from '../../../../platform/db/open.ts'
import type { Ctx, FileAnswer, Services } from '../../../../platform/http/context.ts'
import { type Column, rowsToXlsx, type Sheet } from '../../../../platform/rows/write.ts'
import { sayIn } from '../../../../platform/words/words.ts'
import type { ImportId } from '../../../../shared/ids.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { ImportKind } from '../kind/rules.ts'
import { type FileView, filesOf, type ImportView, importView } from '../queries.ts'
import { hiddenKinds } from '../service.ts'
import { outcomes } from '../contract.ts'
import { type Outcome, placeOf, shown } from '../staging/rules.ts'
import { type ReportRow, reportPage, type RowFilter, rowsOf } from './queries.ts'
import { columnIn, fieldIn, languageSay, type Say, sentenceOf } from './rules.ts'

export async function listRows(
  ctx: Ctx,
  input: Omit<RowFilter, 'hiddenKinds'> & { limit: number; offset: number },
  kinds: readonly ImportKind[],
) {
  const say = languageSay(sayIn, ctx.actor.language)
  const { rows, total } = await rowsOf(ctx.db, { ...input, hiddenKinds: hiddenKinds(ctx, kinds) })
  return {
    total,
    rows: rows.map(({ place, ...row }) => ({
      ...row,
      ...placeOf(row.path, row.row, place),
      reasons: row.reasons.map((note) => ({
        code: note.code,
        message: say(note.code, note.params),
        column: columnIn(say, note),
        value: note.value === null ? null : shown(note.value),
      })),
      changes: Object.entries(row.changes ?? {}).map(([field, { from, to, conflict }]) => ({
        field,
        name: fieldIn(say, field),
        from,
        to,
        conflict: conflict === true,
      })),
      said: sentenceOf(say, row.reasons, row.changes),
    })),
  }
}

/** The report as a workbook, written while it is read: a summary, then a sheet per kind with the rows as they came. */
export async function report(
  ctx: Ctx,
  { importId, all }: { importId: ImportId; all: boolean },
  kinds: readonly ImportKind[],
): Promise<FileAnswer> {
  const imported = await importView(ctx.db, importId)
  if (!imported) throw new Refusal('import.unknown', 404)
  const hidden = hiddenKinds(ctx, kinds)
  const files = (await filesOf(ctx.db, importId)).filter(({ kind }) => kind === null || !hidden.includes(kind))
  const say = languageSay(sayIn, ctx.actor.language)
  const wanted = all ? outcomes : outcomes.filter((outcome) => outcome !== 'same' && outcome !== 'new')
  return {
    name: `${say('import.report.name')} ${importId}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: rowsToXlsx(sheets(ctx.services, say, imported, files, wanted)),
  }
}

function* sheets(
  services: Services,
  say: Say,
  imported: ImportView,
  files: readonly FileView[],
  wanted: readonly Outcome[],
): Generator<Sheet> {
  yield summary(say, imported, files)
  const kinds = [...new Set(files.flatMap(({ kind }) => kind ?? []))]
  for (const kind of kinds) {
    const ofKind = files.filter((file) => file.kind === kind)
    if (ofKind.every(({ counts }) => wanted.every((outcome) => !counts[outcome]))) continue
    const original = [...new Set(ofKind.flatMap(({ columns }) => columns))]
    // Original columns are told apart from ours by their place, so that even a column named "outcome" keeps its own.
    const columns: Column[] = [
      ...original.map((heading, n) => ({ field: `o${n}`, heading })),
      ...['outcome', 'file', 'row', 'column', 'value', 'reason'].map((field) => ({
        field,
        heading: say(`import.heading.${field}`),
      })),
    ]
    const fileIds = ofKind.map(({ fileId }) => fileId)
    yield { name: kind, columns, rows: reportRows(services, say, fileIds, wanted, original) }
  }
}

const summary = (say: Say, imported: ImportView, files: readonly FileView[]): Sheet => ({
  name: say('import.report.summary'),
  columns: [
    ...['file', 'kind', 'status', 'reason'].map((field) => ({ field, heading: say(`import.heading.${field}`) })),
    ...outcomes.map((field) => ({ field, heading: say(`import.outcome.${field}`) })),
  ],
  rows: [
    ...files.map((file) => lineOf(say, { ...file, file: file.path, status: say(`import.file-status.${file.status}`) })),
    lineOf(say, { ...imported, file: imported.name, kind: null, status: say(`import.status.${imported.status}`) }),
  ],
})

const lineOf = (
  say: Say,
  of: Pick<FileView, 'counts' | 'refusal' | 'kind'> & { file: string; status: string },
): Record<string, unknown> => ({
  file: of.file,
  kind: of.kind,
  status: of.status,
  reason: of.refusal && say(of.refusal.code, of.refusal.params),
  ...Object.fromEntries(outcomes.map((outcome) => [outcome, of.counts[outcome] ?? 0])),
})

async function* reportRows(
  { database }: Services,
  say: Say,
  fileIds: readonly number[],
  wanted: readonly Outcome[],
  original: readonly string[],
): AsyncGenerator<Record<string, unknown>> {
  let after = { fileId: 0, row: -1 }
  for (;;) {
    const page = await reading(database.kysely, (db) => reportPage(db, fileIds, wanted, after))
    for (const row of page) yield reportLine(say, row, original)
    const last = page.at(-1)
    if (!last) return
    after = { fileId: last.fileId, row: last.row }
  }
}

function reportLine(say: Say, row: ReportRow, original: readonly string[]): Record<string, unknown> {
  const at = placeOf(row.path, row.row, row.place)
  const named = row.reasons.filter((note) => note.column)
  return {
    ...Object.fromEntries(original.map((column, n) => [`o${n}`, row.original[column]])),
    outcome: say(`import.outcome.${row.outcome}`),
    file: at.path,
    row: at.row,
    column: named.map((note) => columnIn(say, note)).join(' | ') || null,
    value: named.map(({ value }) => shown(value)).join(' | ') || null,
    reason: sentenceOf(say, row.reasons, row.changes) || null,
  }
}

import { type Db, writing } from '../../../../platform/db/open.ts'
import type { JobRun } from '../../../../platform/jobs/jobs.ts'
import type { Day } from '../../../../shared/dates.ts'
import type { ImportId } from '../../../../shared/ids.ts'
import { readIdentities, readOwners } from '../ownership/service.ts'
import { type FileInfo, type Arrived, type Piece, rejectRepeated } from '../repetition/service.ts'
import { type ImportKind, inSql, type Known, type Screen } from '../kind/rules.ts'
import type { Spool, Spooled } from '../spool/service.ts'
import { insertPersons, insertRows, openConflicts, personsFor, type StagedRow } from './queries.ts'
import { type Decided, decide } from './rules.ts'

interface Staging {
  job: JobRun
  importId: ImportId
  today: Day
  files: readonly FileInfo[]
  spool: Spool
}

/** Judges every spooled row, kind after kind in the order in which they depend on each other, and stages the outcome. */
export async function stageRows(staging: Staging, kinds: readonly ImportKind[]): Promise<void> {
  const { job, importId, spool } = staging
  const total = [...spool.rows.values()].reduce((sum, n) => sum + n, 0)
  let done = 0
  for (const kind of kinds.toSorted((a, b) => a.order - b.order)) {
    const screen = kind.target.screen?.(importId)
    if (screen?.see)
      for await (const chunk of spool.chunks(kind.name))
        for (const row of chunk) {
          const read = kind.read(row.values, { path: pathOf(row, staging.files), today: staging.today })
          if (read.ok) screen.see({ ...read.facts }, read.recordKey)
        }
    for await (const chunk of spool.chunks(kind.name)) {
      job.signal.throwIfAborted()
      const piece: Piece = { ...staging, kind, kinds, rows: chunk.map((row) => arrived(row, kind, staging)) }
      await writing(job.services.database.kysely, (db) => stagePiece(db, piece, screen))
      done += chunk.length
      job.progress(done, total, 'import.progress.comparing')
    }
  }
}

/** Members of a file of many carry their own path. */
const pathOf = (row: Spooled, files: readonly FileInfo[]): string =>
  row.place === null ? files[row.file]!.path : row.place.slice(0, row.place.lastIndexOf('#'))

function arrived(row: Spooled, kind: ImportKind, { files, today }: Staging): Arrived {
  const path = pathOf(row, files)
  const read = kind.read(row.values, { path, today })
  return {
    ...row,
    path,
    candidate: {
      fileId: files[row.file]!.fileId,
      row: row.row,
      owner: null,
      ref: read.person,
      recordKey: read.ok ? read.recordKey : '',
      facts: read.ok ? { ...read.facts } : {},
      warnings: read.ok ? [...read.warnings] : [],
      reasons: read.ok ? [] : [...read.reasons],
    },
    repeats: false,
  }
}

async function stagePiece(db: Db, piece: Piece, screen: Screen | undefined): Promise<void> {
  const { kind, rows, importId } = piece
  const { target } = kind
  const sound = () => rows.filter((r) => r.candidate.reasons.length === 0 && !r.repeats)
  const refs = rows.flatMap(({ candidate }) => [
    candidate.ref,
    ...Object.keys(target.links ?? {}).flatMap((fact) => linkOf(candidate.facts[fact])),
  ])
  const persons = target.owner === 'none' && refs.length === 0 ? undefined : await personsFor(db, importId, refs)

  if (persons && target.owner === 'itself') readIdentities(sound(), persons)
  else if (persons && target.owner === 'person') readOwners(sound(), persons, target.links ?? {})
  await rejectRepeated(db, piece, sound(), persons)
  await screen?.judge(
    db,
    sound().map((r) => r.candidate),
  )

  const standing = sound()
  const known = await target.load(
    db,
    standing.map((r) => r.candidate),
  )
  const corrected = known.flatMap((record) => (record && Object.keys(record.local).length > 0 ? [record.id] : []))
  const open = await openConflicts(db, target.record, corrected)
  const staged = new Map(
    standing.map((arrived, n) => {
      const record = known[n]
      const { appendOnly } = target
      const decided = decide(record, arrived.candidate.facts, { appendOnly, open: record && open.get(record.id) })
      // A post's own facts are worked out from all its holders, changed or not.
      const facts = decided.facts ?? (target.owner === 'itself' ? (record?.facts ?? null) : null)
      return [arrived, stagedRow(arrived, { ...decided, facts }, record)]
    }),
  )
  await insertRows(
    db,
    rows.map((arrived) => staged.get(arrived) ?? stagedRow(arrived, fallen(arrived), undefined)),
  )
  if (target.owner === 'itself')
    await insertPersons(
      db,
      importId,
      standing.flatMap(({ candidate }) =>
        candidate.owner ? [{ ...candidate.owner, fileId: candidate.fileId, row: candidate.row }] : [],
      ),
    )
}

const linkOf = (nip: unknown) => (typeof nip === 'string' ? [{ nip }] : [])

/** What becomes of a row that does not stand. */
const fallen = ({ repeats, candidate }: Arrived): Decided => ({
  outcome: repeats ? 'same' : 'rejected',
  facts: null,
  changes: null,
  reasons: candidate.reasons,
})

function stagedRow({ candidate, place, raw }: Arrived, decided: Decided, known: Known | undefined): StagedRow {
  return {
    fileId: candidate.fileId,
    row: candidate.row,
    place,
    outcome: decided.outcome,
    nip: candidate.owner?.nip ?? candidate.ref.nip ?? null,
    recordKey: candidate.reasons.length === 0 ? candidate.recordKey : null,
    original: raw,
    facts: decided.facts && inSql(decided.facts),
    changes: decided.changes,
    reasons: [...decided.reasons, ...candidate.warnings],
    recordId: known?.id ?? null,
    recordVersion: known?.version ?? null,
  }
}

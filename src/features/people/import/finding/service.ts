import { readRows } from '../../../../platform/rows/read.ts'
import type { JobRun } from '../../../../platform/jobs/jobs.ts'
import { nipInPath } from '../../national/rules.ts'
import type { ImportKind } from '../kind/rules.ts'
import type { Spool } from '../spool/service.ts'
import type { FoundFile } from '../staging/queries.ts'

interface Found extends FoundFile {
  columnNames: Set<string>
  rows: number
}

/** A refusal of one member of a file of many: it becomes a rejected row. */
export interface RefusedMember {
  file: number
  row: number
  place: string
  code: string
  params: Record<string, string | number>
}

const mostColumns = 2000

/**
 * Reads the upload once: says which files are in it and of which kind, and spools their rows. The web service answers
 * person by person, so the many files of a folder that are named by a NIP are one file here, and one transaction.
 */
export async function findFiles(
  job: Pick<JobRun, 'signal' | 'progress'>,
  source: { path: string; name: string },
  kinds: readonly ImportKind[],
  spool: Spool,
): Promise<{ files: FoundFile[]; refusedMembers: RefusedMember[] }> {
  const files: Found[] = []
  const groups = new Map<string, number>()
  const refusedMembers: RefusedMember[] = []
  let open = { path: '', index: -1 }
  let read = 0

  for await (const event of readRows(source, {}, job.signal)) {
    if (event.type === 'file') {
      closeEmpty()
      open = { path: event.path, index: -1 }
    } else if (event.type === 'row') {
      if (open.path !== event.path || open.index < 0)
        open = { path: event.path, index: fileFor(event.path, Object.keys(event.values)) }
      const file = files[open.index]!
      if (file.kind === null) continue
      for (const column of Object.keys(event.values))
        if (file.columnNames.size < mostColumns) file.columnNames.add(column)
      file.rows += 1
      const member = file.path !== event.path
      const full = spool.add(
        file.kind,
        open.index,
        member ? file.rows : event.row,
        member ? `${event.path}#${event.row}` : null,
        event.values,
      )
      if (full) await full
      if (++read % 500 === 0) job.progress(read, undefined, 'import.progress.reading')
    } else refuse(event.path, event.code, event.params)
  }
  closeEmpty()
  await spool.seal()
  return { files: files.map(foundFile), refusedMembers }

  function fileFor(path: string, columns: readonly string[]): number {
    const kind = kinds.find((k) => k.matches(path, columns))?.name ?? null
    const group = kind === null ? undefined : groupOf(path)
    if (group === undefined) return add(path, kind)
    const key = `${kind}\n${group}`
    const known = groups.get(key)
    if (known !== undefined) return known
    const index = add(group, kind)
    groups.set(key, index)
    return index
  }

  function add(path: string, kind: string | null): number {
    const refusal = kind === null ? { code: 'import.kind-unknown', params: {} } : null
    const status = kind === null ? 'rejected' : 'read'
    return files.push({ path, kind, status, refusal, columns: [], columnNames: new Set(), rows: 0 }) - 1
  }

  /** A file without rows is still a file of the import; a person without records is not worth a line. */
  function closeEmpty(): void {
    if (open.path !== '' && open.index < 0 && groupOf(open.path) === undefined) open.index = fileFor(open.path, [])
  }

  /** Rows read before the fault stay; the file then says that it is not complete. */
  function refuse(path: string, code: string, params: Record<string, string | number>): void {
    const begun = open.path === path && open.index >= 0
    const index = begun ? open.index : groupOf(path) === undefined ? add(path, null) : fileFor(path, [])
    open = { path, index }
    const file = files[index]!
    if (file.path === path) {
      file.refusal = { code, params }
      if (file.rows === 0) file.status = 'rejected'
      return
    }
    file.rows += 1
    refusedMembers.push({ file: index, row: file.rows, place: `${path}#0`, code, params })
  }
}

const foundFile = ({ path, kind, status, refusal, columnNames }: Found): FoundFile => ({
  path,
  kind,
  status,
  refusal,
  columns: [...columnNames],
})

/** `data.zip/rw-kursus/196608011988031001.json` → `data.zip/rw-kursus/*.json` */
function groupOf(path: string): string | undefined {
  const at = path.lastIndexOf('/') + 1
  const name = path.slice(at)
  if (nipInPath(name) === undefined) return undefined
  return `${path.slice(0, at)}*${/\.\w{1,5}$/.exec(name)?.[0] ?? ''}`
}

import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day } from '../../../../shared/dates.ts'
import { type RowEvent, readRows } from '../../../../platform/rows/read.ts'
import { kindOf, type NationalKind, readRecord } from '../../../people/national/rules.ts'
import type { Reason } from '../../reason/rules.ts'
import { type Entry, entryOf, isNeeded } from '../assembly/rules.ts'
import type { Spill } from '../spill/service.ts'

/** What could not be taken: a file, or a cell of a row. */
export interface Complaint {
  path: string
  row?: number
  column?: string
  value?: string | null
  reason: Reason
}

type Tell = (complaint: Complaint) => void

/** A record known by the national id of its person alone, and where it stands. */
type Orphan = { nationalId: string; path: string; row: number; entry: Entry }
type Known = { nationalId: string; nip: string }

/** National records that hold nothing the index looks at. */
const unused: readonly NationalKind[] = ['ref-unor', 'rw-golongan']

/**
 * Reads everything under these paths into buckets `n…` by the first six digits of the NIP: records of one person meet
 * in one bucket, and the buckets in their order are the persons in theirs. A record with a national id instead of a
 * NIP waits in a bucket `i…` for the main data that names both.
 */
export async function gather(paths: readonly string[], today: Day, spill: Spill, tell: Tell): Promise<void> {
  for (const path of paths) {
    for await (const file of filesUnder(path, tell)) {
      const reader = new FileReader(today, spill, tell)
      for await (const event of readRows({ path: file, name: file })) reader.take(event)
    }
  }
  adoptOrphans(spill, tell)
}

async function* filesUnder(path: string, tell: Tell): AsyncGenerator<string> {
  const found = await stat(path).catch(() => null)
  if (found === null) tell({ path, reason: { code: 'index.command.missing', params: {} } })
  else if (!found.isDirectory()) yield path
  else {
    const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort()
    for (const name of names) yield* filesUnder(join(path, name), tell)
  }
}

class FileReader {
  private readonly today: Day
  private readonly spill: Spill
  private readonly tell: Tell
  private path = ''
  private kind: NationalKind | undefined | 'not yet known' = 'not yet known'

  constructor(today: Day, spill: Spill, tell: Tell) {
    this.today = today
    this.spill = spill
    this.tell = tell
  }

  take(event: RowEvent): void {
    if (event.path !== this.path || event.type === 'file') {
      this.path = event.path
      this.kind = 'not yet known'
    }
    if (event.type === 'refused') this.tell({ path: event.path, reason: { code: event.code, params: event.params } })
    else if (event.type === 'row') this.takeRow(event)
  }

  private takeRow({ path, row, values }: Extract<RowEvent, { type: 'row' }>): void {
    if (this.kind === 'not yet known') {
      this.kind = kindOf(path, Object.keys(values))
      if (this.kind === undefined) this.tell({ path, reason: { code: 'index.command.unknown-kind', params: {} } })
    }
    if (this.kind === undefined || unused.includes(this.kind)) return
    const read = readRecord(this.kind, values, { path, today: this.today })
    if (!read.ok) {
      for (const { column, value, code, params } of read.reasons) {
        this.tell({ path, row, column, value, reason: { code, params } })
      }
      return
    }
    if (!isNeeded(read.kind)) return
    const { nip, nationalId } = read.person
    const entry = entryOf(nip ?? '', read.kind, read.recordKey, read.facts)
    if (nip !== undefined) {
      this.spill.add(bucketOfNip(nip), entry)
      if (read.kind === 'person' && nationalId !== undefined) {
        this.spill.add(bucketOfId(nationalId), { nationalId, nip } satisfies Known)
      }
    } else if (nationalId !== undefined) {
      this.spill.add(bucketOfId(nationalId), { nationalId, path, row, entry } satisfies Orphan)
    }
  }
}

/** Joins the records that wait for a NIP with the main data, bucket by bucket. */
function adoptOrphans(spill: Spill, tell: Tell): void {
  for (const bucket of spill.buckets('i')) {
    const nips = new Map<string, string>()
    const entries = spill.entries<Known | Orphan>(bucket)
    for (const entry of entries) if ('nip' in entry) nips.set(entry.nationalId, entry.nip)
    for (const orphan of entries) {
      if ('nip' in orphan) continue
      const { nationalId, path, row } = orphan
      const nip = nips.get(nationalId)
      const [, kind, key, facts] = orphan.entry
      if (nip !== undefined) spill.add(bucketOfNip(nip), [nip, kind, key, facts])
      else tell({ path, row, reason: { code: 'index.command.unknown-person', params: { nationalId } } })
    }
  }
}

const bucketOfNip = (nip: string): string => `n${nip.slice(0, 6)}`

function bucketOfId(nationalId: string): string {
  let hash = 0
  for (let i = 0; i < nationalId.length; i++) hash = (hash * 31 + nationalId.charCodeAt(i)) % 65_521
  return `i${hash % 256}`
}

import type { Db } from '../../../../platform/db/open.ts'
import type { Day } from '../../../../shared/dates.ts'
import type { ImportId } from '../../../../shared/ids.ts'
import type { Candidate, ImportKind } from '../kind/rules.ts'
import type { Spooled } from '../spool/service.ts'
import { type EarlierRow, earlierRows, type Persons, rowsAt, type StagedPerson } from '../staging/queries.ts'
import { placeOf } from '../staging/rules.ts'

export interface FileInfo {
  fileId: number
  path: string
  kind: string | null
}

/** A row with what is known about it so far. `repeats`: an earlier row of this import says exactly the same. */
export interface Arrived extends Spooled {
  path: string
  candidate: Candidate
  repeats: boolean
}

/** Rows of one kind that are judged together. */
export interface Piece {
  importId: ImportId
  today: Day
  files: readonly FileInfo[]
  kind: ImportKind
  kinds: readonly ImportKind[]
  rows: readonly Arrived[]
}

interface Place {
  facts: object
  path: string
  row: number
}

/**
 * The first row of a record stands. A later one of the same key counts as the same when it says the same, else it is
 * rejected with the place of the first: which of the two is right is for a person to say.
 */
export async function rejectRepeated(
  db: Db,
  piece: Piece,
  rows: readonly Arrived[],
  persons: Persons | undefined,
): Promise<void> {
  const itself = piece.kind.target.owner === 'itself'
  const seen = itself && persons ? await personsSeen(db, piece, persons) : await recordsSeen(db, piece, rows)
  for (const arrived of rows) {
    const { candidate } = arrived
    const key = keyOf(candidate.owner?.nip ?? null, candidate.recordKey)
    const idKey = itself && candidate.owner?.nationalId ? `id\n${candidate.owner.nationalId}` : undefined
    const first = seen.get(key) ?? (idKey === undefined ? undefined : seen.get(idKey))
    if (first === undefined) {
      const here = { facts: candidate.facts, ...placeOf(arrived.path, arrived.row, arrived.place) }
      seen.set(key, here)
      if (idKey !== undefined) seen.set(idKey, here)
    } else if (JSON.stringify(first.facts) === JSON.stringify(candidate.facts)) {
      arrived.repeats = true
      candidate.reasons.push(note('import.repeated', first))
    } else candidate.reasons.push(note('import.duplicate', first))
  }
}

const note = (code: string, { path, row }: Place) => ({ code, column: '', value: null, params: { path, row } })
const keyOf = (nip: string | null, recordKey: string): string => `${nip ?? ''}\n${recordKey}`

async function recordsSeen(db: Db, piece: Piece, rows: readonly Arrived[]): Promise<Map<string, Place>> {
  if (rows.length === 0) return new Map()
  // Two kinds may bring the same records, as the older and the newer yearly appraisal do.
  const sharing = piece.kinds.filter((k) => k.target.record === piece.kind.target.record).map((k) => k.name)
  const fileIds = piece.files.filter((f) => f.kind !== null && sharing.includes(f.kind)).map((f) => f.fileId)
  const keys = rows.map(({ candidate }) => ({ nip: candidate.owner?.nip ?? null, recordKey: candidate.recordKey }))
  const earlier = await earlierRows(db, fileIds, keys)
  return new Map(earlier.map((row) => [keyOf(row.nip, row.recordKey), placeIn(row, piece)]))
}

async function personsSeen(db: Db, piece: Piece, persons: Persons): Promise<Map<string, Place>> {
  const staged: StagedPerson[] = [...persons.stagedByNip.values(), ...persons.stagedByNationalId.values()]
  const earlier = new Map((await rowsAt(db, staged)).map((row) => [row.nip, placeIn(row, piece)]))
  return new Map(
    staged.flatMap(({ nip, nationalId }) => {
      const place = earlier.get(nip)
      if (!place) return []
      return [
        [keyOf(nip, nip), place] as const,
        ...(nationalId === null ? [] : [[`id\n${nationalId}`, place] as const]),
      ]
    }),
  )
}

/** The facts of an earlier row are read again from its original: staged ones are already merged with the register's. */
function placeIn(row: EarlierRow, { kinds, today }: Piece): Place {
  const { path, row: number } = placeOf(row.path, row.row, row.place)
  const read = kinds.find((k) => k.name === row.kind)?.read(row.original, { path, today })
  return { facts: read?.ok ? read.facts : {}, path, row: number }
}

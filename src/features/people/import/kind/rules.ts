import type { Db } from '../../../../platform/db/open.ts'
import type { Day } from '../../../../shared/dates.ts'
import type { ImportId, PersonId } from '../../../../shared/ids.ts'
import type { RefusalParams } from '../../../../shared/refusal.ts'
import type { Permission } from '../../../../shared/roles.ts'
import type { LocalFields } from '../../merge/rules.ts'

/** What there is to say about a row. `column` is the file's own name of it; null or empty where the whole row is meant. */
export interface Note {
  code: string
  column: string | null
  value: unknown
  params: RefusalParams
}

/** Whom a row names: a NIP, or the national id of a person where it carries no NIP. */
export interface PersonRef {
  nip?: string
  nationalId?: string
}

/** A row that stands as facts, or all reasons why it does not. */
export type Read =
  | { ok: true; person: PersonRef; recordKey: string; facts: object; warnings: readonly Note[] }
  | { ok: false; person: PersonRef; reasons: readonly Note[] }

/** A person a row belongs to; `personId` is null where the same import brings the person. */
export interface Owner {
  personId: PersonId | null
  nip: string
  nationalId: string | null
  name: string
}

/** A row on its way: it stands until something is put into `reasons`. */
export interface Candidate {
  fileId: number
  row: number
  owner: Owner | null
  ref: PersonRef
  recordKey: string
  facts: Record<string, unknown>
  warnings: Note[]
  reasons: Note[]
}

/** A record of the register as it stands; its facts have the names of the incoming ones. */
export interface Known {
  id: number
  version: number
  local: LocalFields
  facts: object
}

/** What needs all rows of a kind at once, such as circles; made anew for every reading. */
export interface Screen {
  /** Meets every sound row of the kind before the first one is judged. */
  see?(facts: Record<string, unknown>, recordKey: string): void
  /** Rejects rows, or changes their facts. */
  judge(db: Db, rows: readonly Candidate[]): Promise<void>
}

/** One file that is being applied, inside its own transaction. */
export interface Applying {
  fileId: number
  importId: ImportId
}

/** Where the rows of a kind land. */
export interface Target {
  /** Kind of record in conflicts and in the history of changes. */
  record: string
  /** The table with `local` and `version`, where a record can have corrections. */
  table?: string
  /** How a field is set that is no column of the table, when a conflict is decided for the national value. */
  assign?: Readonly<Record<string, (db: Db, recordId: number, value: unknown) => Promise<void>>>
  /** The record belongs to a person, is the person, or has none. */
  owner: 'person' | 'itself' | 'none'
  /** Nothing is overwritten: a row that differs from its record of the same key is rejected. */
  appendOnly?: boolean
  /** Facts that name other persons by NIP, and the column a reason names. */
  links?: Readonly<Record<string, string>>
  screen?(importId: ImportId): Screen
  /** The register's records of these rows, in their order. */
  load(db: Db, rows: readonly Candidate[]): Promise<(Known | undefined)[]>
  /** Writes what `import_row` holds for this file. Rows that no longer fit are marked by `rejectStale` first. */
  apply(db: Db, file: Applying): Promise<void>
}

/** One kind of file. Features bring their own; `order` puts what others depend on first (units 0, persons 10, histories 20). */
export interface ImportKind {
  name: string
  order: number
  /** Who may see its rows, where the right to import is not enough. */
  permission?: Permission
  /** `columns` are those of the file's first row; none where it has no rows. */
  matches(path: string, columns: readonly string[]): boolean
  read(values: Readonly<Record<string, unknown>>, at: { path: string; today: Day }): Read
  target: Target
}

/** `titleFront` in TypeScript is `title_front` in SQL. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export const inSql = (facts: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [snake(name), value]))

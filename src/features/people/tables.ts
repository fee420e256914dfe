import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { AccountId, ImportId, PersonId, PostId, UnitId } from '../../shared/ids.ts'
import type { Day } from '../../shared/dates.ts'
import type { Instant } from '../../platform/db/tables.ts'
import type { Json } from '../../platform/tables.ts'
import type { CountedBy } from './headcount/rules.ts'
import type { Employment, FunctionalLevel, PostKind, RecordKind, Sex } from './record/rules.ts'

/** The national value of each locally corrected field that was refused (`kept`), or nothing where none arrived yet. */
export type LocalFields = Record<string, { kept?: unknown }>

/** Where a record came from; every record of the register has these. */
interface Origin {
  id: Generated<number>
  source: Generated<'national' | 'local'>
  import_id: ImportId | null
  recorded_at: Generated<Instant>
  local: Generated<Json<LocalFields>>
  version: Generated<number>
}

/** A record of a person's history. `record_key` is the national id, or a stable key made of the facts. */
interface History extends Origin {
  person_id: PersonId
  record_key: string
}

type Counts = Record<string, number>
type RefusalNote = { code: string; params: Record<string, string | number> }
export type ImportStatus = 'reading' | 'preview' | 'applying' | 'done' | 'failed' | 'cancelled'
export type RowOutcome = 'new' | 'changed' | 'same' | 'conflict' | 'rejected'

declare module '../../platform/db/tables.ts' {
  interface Tables {
    import: {
      id: Generated<ImportId>
      name: string
      status: ImportStatus
      file_key: string | null
      bytes: number | null
      refusal: Json<RefusalNote> | null
      counts: Generated<Json<Counts>>
      job_id: string | null
      created_by: AccountId | null
      created_at: Generated<Instant>
      confirmed_at: Instant | null
      finished_at: Instant | null
    }
    import_file: {
      id: Generated<number>
      import_id: ImportId
      path: string
      kind: string | null
      status: 'read' | 'rejected' | 'applied' | 'failed'
      refusal: Json<RefusalNote> | null
      counts: Generated<Json<Counts>>
      /** Every column of the file, in the order in which they came. */
      columns: Generated<Json<string[]>>
      applied_at: Instant | null
    }
    import_row: {
      file_id: number
      row_number: number
      place: string | null
      outcome: RowOutcome
      nip: string | null
      record_key: string | null
      original: Json<Record<string, unknown>>
      facts: Json<Record<string, unknown>> | null
      changes: Json<Record<string, { from: unknown; to: unknown; conflict?: true }>> | null
      reasons: Generated<
        Json<{ code: string; column: string | null; value: unknown; params: Record<string, string | number> }[]>
      >
      record_id: number | null
      record_version: number | null
    }
    import_person: {
      import_id: ImportId
      nip: string
      national_id: string | null
      person_id: PersonId | null
      name: string
      file_id: number
      row_number: number
    }
    unit: Omit<Origin, 'id'> & {
      id: Generated<UnitId>
      national_id: string | null
      name: string
      parent_id: UnitId | null
      head_title: string | null
      echelon_code: string | null
      head_national_id: string | null
    }
    unit_tree: { ancestor_id: UnitId; unit_id: UnitId; depth: number }
    unit_headcount: {
      unit_id: UnitId
      staff: number
      persons: number
      counts: Json<{ by: CountedBy; key: string | null; persons: number }[]>
    }
    post: {
      id: Generated<PostId>
      unit_id: UnitId
      kind: PostKind
      title: string
      national_id: string | null
      echelon_code: string | null
      functional_level: FunctionalLevel | null
      post_class: number | null
    }
    person: Omit<Origin, 'id'> & {
      id: Generated<PersonId>
      national_id: string | null
      nip: string
      nip_old: string | null
      name: string
      title_front: string | null
      title_back: string | null
      birth_place: string | null
      born_on: Day
      sex: Sex
      employment: Employment
      status_code: string
      education_code: string | null
      grade_code: string | null
      grade_since_on: Day | null
      appointed_on: Day | null
      confirmed_on: Day | null
      retires_on: Day | null
      post_since_on: Day | null
      email: string | null
      unit_id: UnitId | null
      post_id: PostId | null
      supervisor_id: PersonId | null
      search: Generated<string>
    }
    supervisor_exception: {
      person_id: PersonId
      id: GeneratedAlways<number>
      supervisor_id: PersonId
      reason: string
      recorded_by: AccountId | null
      recorded_at: Generated<Instant>
      local: ColumnType<LocalFields, string | undefined, string>
      version: Generated<number>
    }
    education: History & {
      level_code: string
      name: string | null
      school: string | null
      year: number | null
      graduated_on: Day | null
      first: Generated<boolean>
      diploma_number: string | null
    }
    training: History & {
      kind: 'structural' | 'course'
      name: string
      type_code: string | null
      structural_code: string | null
      certificate_class: string | null
      hours: number | null
      year: number | null
      started_on: Day | null
      ended_on: Day | null
      provider: string | null
      certificate_number: string | null
    }
    appraisal: History & {
      year: number
      result: 1 | 2 | 3 | null
      behaviour: 1 | 2 | 3 | null
      predicate: 1 | 2 | 3 | 4 | 5 | null
      value: number | null
      rater_nip: string | null
      rater_name: string | null
      rater_post: string | null
    }
    rank: History & {
      grade_code: string
      since_on: Day
      promotion_kind: string | null
      decree_number: string | null
      decree_on: Day | null
      service_years: number | null
      service_months: number | null
    }
    posting: History & {
      post_kind: PostKind
      title: string
      unit_national_id: string | null
      unit_name: string | null
      echelon_code: string | null
      since_on: Day
      decree_number: string | null
      decree_on: Day | null
    }
    sanction: History & {
      type_code: string | null
      level: 'R' | 'S' | 'B'
      since_on: Day
      until_on: Day | null
      decree_number: string | null
      decree_on: Day | null
      revoked_on: Day | null
    }
    register_change: {
      id: Generated<number>
      record_kind: RecordKind
      record_id: number
      person_id: PersonId | null
      fields: Json<Record<string, { from: unknown; to: unknown }>>
      source: 'national' | 'local'
      import_id: ImportId | null
      account_id: AccountId | null
      reason: string | null
      changed_at: Generated<Instant>
    }
    conflict: {
      id: Generated<number>
      record_kind: RecordKind
      record_id: number
      person_id: PersonId | null
      field: string
      local_value: Json<unknown>
      national_value: Json<unknown>
      import_id: ImportId | null
      found_at: Generated<Instant>
      decision: 'keep' | 'take' | null
      decided_by: AccountId | null
      decided_at: Instant | null
    }
  }
}

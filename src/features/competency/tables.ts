import type { Generated } from 'kysely'
import type { AccountId, ImportId, PersonId, PostId, UnitId } from '../../shared/ids.ts'
import type { Day } from '../../shared/dates.ts'
import type { Instant } from '../../platform/db/tables.ts'
import type { Json } from '../../platform/tables.ts'
import type { RaterKind } from './assessment/rules.ts'
import type { Certainty, GapBand } from './gap/rules.ts'
import type { PrecisionRaters, UnknownReason } from './precision/rules.ts'
import type { CompetencyCode, Level } from './rules.ts'
import type { GapSummary } from './summary/rules.ts'

declare module '../../platform/db/tables.ts' {
  interface Tables {
    assessment: {
      id: Generated<number>
      person_id: PersonId
      competency_code: CompetencyCode
      level: Level
      rater_kind: RaterKind
      rater_person_id: PersonId | null
      assessed_on: Day
      note: string | null
      record_key: string
      source: Generated<'national' | 'local'>
      import_id: ImportId | null
      account_id: AccountId | null
      recorded_at: Generated<Instant>
    }
    post_standard: {
      id: Generated<number>
      post_id: PostId
      competency_code: CompetencyCode
      level: Level | null
      effective_from: Day
      legal_basis: string
      reason: string
      set_by: AccountId | null
      set_at: Generated<Instant>
    }
    gap: {
      person_id: PersonId
      competency_code: CompetencyCode
      unit_id: UnitId | null
      required: Level
      level: Level | null
      gap: number | null
      band: GapBand | null
      low: number | null
      high: number | null
      certainty: Certainty
      rater_kind: RaterKind | null
      computed_on: Day
      rule_set: string
    }
    unit_gap: { unit_id: UnitId; competency_code: CompetencyCode; summary: Json<GapSummary> }
    rating_precision: {
      competency_code: CompetencyCode
      raters: PrecisionRaters
      standard_error: number | null
      degrees_of_freedom: number | null
      unknown_reason: UnknownReason | null
      alpha: number | null
      kappa: number | null
      icc: number | null
      targets: number
      computed_at: Generated<Instant>
    }
  }
}

import type { Generated } from 'kysely'
import type { AccountId, PersonId, PlanId, ProgrammeId, UnitId } from '../../shared/ids.ts'
import type { Day } from '../../shared/dates.ts'
import type { Instant } from '../../platform/db/tables.ts'
import type { Json } from '../../platform/tables.ts'
import type { CompetencyCode, Level } from '../competency/rules.ts'
import type { JobKind } from '../competency/standards/rules.ts'
import type { NeedRoute, VoiceSource } from './need/rules.ts'
import type { PlanOutcome, PlanSettings, PlanStatus, Reason, SeatReason } from './plan/rules.ts'
import type { Audience, Category, EffectSource, ProgrammeKind } from './programme/rules.ts'

declare module '../../platform/db/tables.ts' {
  interface Tables {
    programme: {
      id: Generated<ProgrammeId>
      code: string
      name: string
      purpose: string
      kind: ProgrammeKind
      form: string
      lesson_hours: number
      weeks: number
      online: boolean
      provider: string
      curriculum: string | null
      category: Category
      fixed_rupiah: number
      seat_rupiah: number
      min_seats: number
      max_seats: number
      most_sessions: number
      audience: Json<Audience>
      prerequisite_id: ProgrammeId | null
      retired_on: Day | null
      synthetic: Generated<boolean>
      version: Generated<number>
      changed_by: AccountId | null
      changed_at: Generated<Instant>
    }
    programme_effect: {
      programme_id: ProgrammeId
      competency_code: CompetencyCode
      target_level: Level
      gain: number
      standard_error: number
      source: EffectSource
      basis: string
    }
    need_voice: {
      id: Generated<number>
      year: number
      source: VoiceSource
      title: string
      reason: string
      legal_basis: string | null
      competency_code: CompetencyCode | null
      unit_id: UnitId | null
      person_id: PersonId | null
      aim: JobKind | null
      strength: number
      account_id: AccountId | null
      recorded_at: Generated<Instant>
      withdrawn_at: Instant | null
    }
    need_route: {
      year: number
      competency_code: CompetencyCode
      unit_id: UnitId
      route: NeedRoute
      reason: string
      decided_by: AccountId | null
      decided_at: Generated<Instant>
    }
    plan: {
      id: Generated<PlanId>
      year: number
      name: string
      status: Generated<PlanStatus>
      revision_of: PlanId | null
      settings: Json<PlanSettings>
      version: Generated<number>
      job_id: string | null
      outcome: Json<PlanOutcome> | null
      solved_at: Instant | null
      created_by: AccountId | null
      created_at: Generated<Instant>
      proposed_at: Instant | null
      decided_by: AccountId | null
      decided_at: Instant | null
      decision_note: string | null
    }
    plan_input: { plan_id: PlanId; input: Json<unknown>; sha256: string; stored_at: Generated<Instant> }
    plan_session: {
      id: Generated<number>
      plan_id: PlanId
      programme_id: ProgrammeId
      key: number
      first_week: number
      weeks: number
      runs: boolean
      seats: number
      fixed_rupiah: number
      seat_rupiah: number
      reason: Json<Reason> | null
    }
    plan_seat: {
      session_id: number
      person_id: PersonId
      plan_id: PlanId
      benefit: number
      why: Json<SeatReason[]>
    }
    plan_left_out: {
      plan_id: PlanId
      person_id: PersonId
      programme_id: ProgrammeId
      benefit: number
      reason: Json<Reason>
    }
    plan_pin: {
      id: Generated<number>
      plan_id: PlanId
      programme_id: ProgrammeId
      person_id: PersonId | null
      first_week: number | null
      wish: 'in' | 'out'
      reason: string
      account_id: AccountId | null
      recorded_at: Generated<Instant>
    }
    plan_comment: {
      id: Generated<number>
      plan_id: PlanId
      unit_id: UnitId | null
      stance: 'agrees' | 'asks' | 'objects'
      text: string
      account_id: AccountId | null
      recorded_at: Generated<Instant>
    }
  }
}

import type { ColumnType, Generated } from 'kysely'
import type { AccountId, PersonId, UnitId } from '../shared/ids.ts'
import type { Day } from '../shared/dates.ts'
import type { Role } from '../shared/roles.ts'
import type { Language } from '../shared/words.ts'
import type { Instant } from './db/tables.ts'

/** JSON goes in as text and comes back parsed. */
export type Json<T> = ColumnType<T, string, string>

declare module './db/tables.ts' {
  interface Tables {
    account: {
      id: Generated<AccountId>
      person_id: PersonId | null
      name: string
      email: string | null
      nip: string | null
      password_hash: string | null
      must_change_password: Generated<boolean>
      first_password_at: Instant | null
      language: Generated<Language>
      demo: Generated<boolean>
      disabled_at: Instant | null
      last_seen_at: Instant | null
      created_at: Generated<Instant>
    }
    role_grant: {
      account_id: AccountId
      role: Role
      unit_id: UnitId | null
      granted_by: AccountId | null
      granted_at: Generated<Instant>
    }
    derived_role: { person_id: PersonId; role: Role }
    account_candidate: {
      person_id: PersonId
      nip: string
      name: string
      email: string | null
      unit_id: UnitId | null
      active: boolean
    }
    unit_name: { unit_id: UnitId; national_id: string | null; name: string }
    unit_within: { ancestor_id: UnitId; unit_id: UnitId; depth: number }
    password_sheet: {
      id: string
      job_id: string
      unit_id: UnitId | null
      seed: Buffer | null
      file_key: string | null
      accounts: Generated<number>
      created_by: AccountId | null
      created_at: Generated<Instant>
      taken_by: AccountId | null
      taken_at: Instant | null
      ticket_hash: Buffer | null
      discarded_by: AccountId | null
      discarded_at: Instant | null
    }
    password_sheet_account: { sheet_id: string; account_id: AccountId }
    session: {
      id: Generated<number>
      token_hash: Buffer
      account_id: AccountId
      device: string
      created_at: Generated<Instant>
      last_seen_at: Generated<Instant>
      expires_at: Instant
    }
    api_token: {
      id: Generated<number>
      token_hash: Buffer
      account_id: AccountId
      name: string
      expires_on: string
      last_used_at: Instant | null
      created_at: Generated<Instant>
    }
    sign_in_attempt: { bucket: string; failures: number; last_failed_at: Instant }
    first_administrator: { secret_hash: Buffer; created_at: Generated<Instant>; used_at: Instant | null }
    password_reset: { secret_hash: Buffer; account_id: AccountId; expires_at: Instant }
    audit: {
      id: number
      at: Instant
      account_id: AccountId | null
      operation: string
      subject: string | null
      outcome: 'done' | 'refused'
      code: string | null
      reason: string | null
      previous_hash: string
      hash: string
    }
    idempotency: {
      account_id: AccountId
      key: string
      operation: string
      request_hash: string
      response: Json<unknown>
      created_at: Generated<Instant>
    }
    job: {
      id: string
      name: string
      account_id: AccountId | null
      payload: Json<unknown>
      status: JobStatus
      done: Generated<number>
      total: number | null
      note: string | null
      attempts: Generated<number>
      refusal: Json<{ code: string; params: Record<string, string | number> }> | null
      cancel_requested: Generated<boolean>
      created_at: Generated<Instant>
      started_at: Instant | null
      finished_at: Instant | null
    }
    rule_set: {
      name: string
      version: number
      effective_from: Day
      effective_to: Day | null
      legal_basis: string
      confidence: string
      body: Json<unknown>
      reason: string | null
      created_by: AccountId | null
      created_at: Generated<Instant>
    }
    setting: { key: string; value: Json<unknown>; updated_by: AccountId | null; updated_at: Generated<Instant> }
  }
}

export type JobStatus = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

import { sql } from 'kysely'
import type { Actor } from '../../shared/actor.ts'
import type { Db } from '../db/open.ts'

export interface AuditEntry {
  at: Date
  actor: Actor
  operation: string
  subject: string | undefined
  outcome: 'done' | 'refused'
  code?: string
  reason?: string | undefined
}

/** Appends to the audit log in the same transaction as the deed. The database function takes the chain's lock, so rows never fork. */
export async function appendAudit(db: Db, entry: AuditEntry): Promise<void> {
  await sql`select append_audit(${entry.at.toISOString()}, ${entry.actor.accountId || null}::integer, ${entry.operation}, ${entry.subject ?? null}, ${entry.outcome}, ${entry.code ?? null}, ${entry.reason ?? null})`.execute(
    db,
  )
}

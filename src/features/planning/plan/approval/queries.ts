import type { AccountId, PlanId } from '../../../../shared/ids.ts'
import type { Db } from '../../../../platform/db/open.ts'

export const markProposed = (db: Db, planId: PlanId, at: Date) =>
  db
    .updateTable('plan')
    .set({ status: 'proposed', proposed_at: at.toISOString() as never, decision_note: null })
    .where('id', '=', planId)
    .execute()

/** Makes a proposed plan a draft again, with the reason where the leader gave one. */
export const markDraft = (db: Db, planId: PlanId, decision: { by: AccountId; at: Date; note: string } | null) =>
  db
    .updateTable('plan')
    .set({
      status: 'draft',
      proposed_at: null,
      ...(decision && {
        decided_by: decision.by,
        decided_at: decision.at.toISOString() as never,
        decision_note: decision.note,
      }),
    })
    .where('id', '=', planId)
    .execute()

/** Fixes the plan; whichever was approved for the year before is replaced in the same step. */
export async function markApproved(
  db: Db,
  plan: { planId: PlanId; year: number },
  decision: { by: AccountId; at: Date; note: string },
): Promise<void> {
  await db
    .updateTable('plan')
    .set({ status: 'replaced' })
    .where('year', '=', plan.year)
    .where('status', '=', 'approved')
    .execute()
  await db
    .updateTable('plan')
    .set({
      status: 'approved',
      decided_by: decision.by,
      decided_at: decision.at.toISOString() as never,
      decision_note: decision.note || null,
    })
    .where('id', '=', plan.planId)
    .execute()
}

import type { PlanId, UnitId } from '../../../../shared/ids.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Ctx } from '../../../../platform/http/context.ts'
import { sayIn } from '../../../../platform/words/words.ts'
import { mayCommentPlan } from '../access.ts'
import { planVisibleTo } from '../queries.ts'
import { unitVisibleTo } from '../seat/queries.ts'
import { commentsOn, insertComment } from './queries.ts'

export async function listPlanComments(
  { db, actor }: Ctx,
  { planId, limit, offset }: { planId: PlanId; limit: number; offset: number },
) {
  if (!(await planVisibleTo(db, actor, planId))) throw new Refusal('planning.plan-unknown', 404)
  const { rows, total } = await commentsOn(db, actor, planId, limit, offset)
  return {
    total,
    rows: rows.map((row) => ({ ...row, stanceWords: sayIn(actor.language, `planning.stance.${row.stance}`) })),
  }
}

export async function commentPlan(
  { db, actor, subject }: Ctx,
  input: { planId: PlanId; unitId: UnitId; stance: 'agrees' | 'asks' | 'objects'; text: string },
) {
  const plan = await planVisibleTo(db, actor, input.planId)
  if (!plan) throw new Refusal('planning.plan-unknown', 404)
  if (plan.status !== 'proposed') throw new Refusal('planning.not-proposed', 409)
  if (!mayCommentPlan(actor, plan, input.unitId)) throw new Refusal('planning.not-your-office', 403)
  if (!(await unitVisibleTo(db, actor, input.unitId))) throw new Refusal('planning.unit-unknown', 404)
  subject(`plan:${input.planId}`)
  return { commentId: await insertComment(db, { ...input, accountId: actor.accountId }) }
}

import type { PlanId } from '../../../../shared/ids.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Ctx } from '../../../../platform/http/context.ts'
import { mayChangePlan, mayDecidePlan, mayProposePlan, mayRevisePlan } from '../access.ts'
import { copyPins, insertPlan, planToChange } from '../queries.ts'
import { markApproved, markDraft, markProposed } from './queries.ts'

export async function proposePlan(ctx: Ctx, { planId }: { planId: PlanId }) {
  const plan = await planFor(ctx, planId)
  if (!mayChangePlan(ctx.actor, plan)) throw new Refusal('planning.not-a-draft', 409)
  if (!mayProposePlan(ctx.actor, plan)) throw new Refusal('planning.not-solved', 409)
  await markProposed(ctx.db, planId, ctx.now)
  return {}
}

export async function withdrawProposal(ctx: Ctx, { planId }: { planId: PlanId }) {
  const plan = await planFor(ctx, planId)
  if (plan.status !== 'proposed') throw new Refusal('planning.not-proposed', 409)
  await markDraft(ctx.db, planId, null)
  return {}
}

export async function approvePlan(ctx: Ctx, { planId, note }: { planId: PlanId; note: string }) {
  const plan = await planFor(ctx, planId)
  if (!mayDecidePlan(ctx.actor, plan)) throw new Refusal('planning.not-proposed', 409)
  await markApproved(ctx.db, plan, { by: ctx.actor.accountId, at: ctx.now, note })
  return {}
}

export async function returnPlan(ctx: Ctx, { planId, note }: { planId: PlanId; note: string }) {
  const plan = await planFor(ctx, planId)
  if (!mayDecidePlan(ctx.actor, plan)) throw new Refusal('planning.not-proposed', 409)
  await markDraft(ctx.db, planId, { by: ctx.actor.accountId, at: ctx.now, note })
  return {}
}

export async function revisePlan(ctx: Ctx, { planId, name }: { planId: PlanId; name: string }) {
  const plan = await planFor(ctx, planId)
  if (!mayRevisePlan(ctx.actor, plan)) throw new Refusal('planning.not-approved', 409)
  const { db, actor, subject } = ctx
  const { year, settings } = plan
  const revision = await insertPlan(db, { year, name, settings, revisionOf: planId, createdBy: actor.accountId })
  await copyPins(db, planId, revision)
  subject(`plan:${revision}`)
  return { planId: revision }
}

async function planFor({ db, actor, subject }: Ctx, planId: PlanId) {
  const plan = await planToChange(db, actor, planId)
  if (!plan) throw new Refusal('planning.plan-unknown', 404)
  subject(`plan:${planId}`)
  return plan
}

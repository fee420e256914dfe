import { type Actor, holds, reachOf } from '../../../shared/actor.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { type PlanStatus, planStatuses } from './rules.ts'

/** In which states a plan may be read: the development office and the leader read all, heads what is put before them, everybody what is fixed. */
export function readableStatuses(actor: Actor): readonly PlanStatus[] {
  const reach = reachOf(actor, 'planning.read')
  if (reach.city) return planStatuses
  if (reach.offices.length > 0) return ['proposed', 'approved', 'replaced']
  return reach.self || reach.team ? ['approved'] : []
}

export const mayReadPlan = (actor: Actor, plan: { status: PlanStatus }): boolean =>
  readableStatuses(actor).includes(plan.status)

/** Only a draft changes; what was proposed or approved is what people have read. */
export const mayChangePlan = (actor: Actor, plan: { status: PlanStatus }): boolean =>
  holds(actor, 'planning.manage') && plan.status === 'draft'

export const mayProposePlan = (actor: Actor, plan: { status: PlanStatus; solvedAt: string | null }): boolean =>
  mayChangePlan(actor, plan) && plan.solvedAt !== null

export const mayDecidePlan = (actor: Actor, plan: { status: PlanStatus }): boolean =>
  holds(actor, 'planning.approve') && plan.status === 'proposed'

export const mayRevisePlan = (actor: Actor, plan: { status: PlanStatus }): boolean =>
  holds(actor, 'planning.manage') && plan.status === 'approved'

/** A head speaks for the own office while the plan can still be changed; the development office may note what was said for any. */
export function mayCommentPlan(actor: Actor, plan: { status: PlanStatus }, unitId?: UnitId): boolean {
  const reach = reachOf(actor, 'planning.comment')
  return (
    plan.status === 'proposed' &&
    (reach.city || (unitId === undefined ? reach.offices.length > 0 : reach.offices.includes(unitId)))
  )
}

import type { UnitId } from '../../../../shared/ids.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Ctx } from '../../../../platform/http/context.ts'
import type { CompetencyCode } from '../../../competency/rules.ts'
import { competenciesAsked } from '../../../competency/service.ts'
import { officesSeen } from '../office/queries.ts'
import { type NeedRoute, planningYear } from '../rules.ts'
import { type NeedKey, removeRoute, routeOf, saveRoute } from './queries.ts'

interface Which {
  year?: number | undefined
  competency: CompetencyCode
  unitId: UnitId
}

/** Sets or changes the way a need is met, and says what stood before. */
export async function routeNeed(ctx: Ctx, input: Which & { route: NeedRoute; reason: string }) {
  const { db, actor, now } = ctx
  const need = await needMeant(ctx, input)
  const before = await routeOf(db, need)
  await saveRoute(db, need, { route: input.route, reason: input.reason, accountId: actor.accountId, at: now })
  return { before: before ?? null }
}

export async function unrouteNeed(ctx: Ctx, input: Which) {
  const need = await needMeant(ctx, input)
  const before = await routeOf(ctx.db, need)
  if (!before) throw new Refusal('planning.need-not-routed', 409)
  await removeRoute(ctx.db, need)
  return { before }
}

async function needMeant({ db, actor, today, subject }: Ctx, { year, competency, unitId }: Which): Promise<NeedKey> {
  subject(`need:${competency}:${unitId}`)
  const { competencies } = await competenciesAsked(db, today)
  if (!competencies.has(competency)) throw new Refusal('planning.competency-unknown', 422, { code: competency })
  const offices = await officesSeen(db, actor)
  if (!offices.some(({ officeId }) => officeId === unitId)) throw new Refusal('planning.office-unknown', 404)
  return { year: year ?? planningYear(today), competency, unitId }
}

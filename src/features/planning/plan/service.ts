import type { PersonId, PlanId, ProgrammeId } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { sayIn } from '../../../platform/words/words.ts'
import { personsVisibleTo } from '../../people/visible/queries.ts'
import { planningParametersOn } from '../parameters/queries.ts'
import { mayChangePlan, mayCommentPlan, mayDecidePlan, mayProposePlan, mayRevisePlan } from './access.ts'
import { daysOf, weeksIn } from './calendar/rules.ts'
import {
  contraryPin,
  copyPins,
  deletePin,
  forgetResult,
  insertPin,
  insertPlan,
  pinsWithNames,
  type PlanFilter,
  plansMatching,
  planToChange,
  planVisibleTo,
  programmeTaught,
  saveSettings,
  sessionsOf,
  setJob,
} from './queries.ts'
import type { PlanSettings } from './rules.ts'
import { usualSettings } from './settings/rules.ts'
import { solveJob } from './solving/rules.ts'

export async function listPlans({ db, actor }: Ctx, filter: PlanFilter) {
  const { rows, total } = await plansMatching(db, actor, filter)
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      statusWords: sayIn(actor.language, `planning.status.${row.status}`),
      people: row.outcome?.measures.people ?? null,
      levelsClosed: row.outcome?.measures.levelsClosed ?? null,
      rupiah: row.outcome?.measures.rupiah ?? null,
    })),
  }
}

export async function showPlan({ db, actor }: Ctx, { planId }: { planId: PlanId }) {
  const plan = await planVisibleTo(db, actor, planId)
  if (!plan) throw new Refusal('planning.plan-unknown', 404)
  const sessions = await sessionsOf(db, planId)
  return {
    ...plan,
    statusWords: sayIn(actor.language, `planning.status.${plan.status}`),
    may: {
      change: mayChangePlan(actor, plan),
      propose: mayProposePlan(actor, plan),
      decide: mayDecidePlan(actor, plan),
      revise: mayRevisePlan(actor, plan),
      comment: mayCommentPlan(actor, plan),
    },
    sessions: sessions.map((session) => ({ ...session, ...daysOf(plan.year, session) })),
    pins: await pinsWithNames(db, planId),
  }
}

export async function startPlan({ db, today }: Ctx, { year }: { year: number }) {
  const parameters = await planningParametersOn(db, today)
  return { year, settings: usualSettings(parameters, year), weeks: weeksIn(year), basis: parameters.basis }
}

export async function createPlan(
  { db, actor, today, subject }: Ctx,
  { year, name, from }: { year: number; name: string; from?: PlanId | undefined },
) {
  const model = from === undefined ? undefined : await planVisibleTo(db, actor, from)
  if (from !== undefined && !model) throw new Refusal('planning.plan-unknown', 404)
  const usual = usualSettings(await planningParametersOn(db, today), year)
  // The weeks without training belong to the year, not to the plan that is copied.
  const settings = model
    ? { ...model.settings, ...(model.year === year ? {} : { blackoutWeeks: usual.blackoutWeeks }) }
    : usual
  const planId = await insertPlan(db, { year, name, settings, revisionOf: null, createdBy: actor.accountId })
  if (model) await copyPins(db, model.planId, planId)
  subject(`plan:${planId}`)
  return { planId }
}

export async function changePlan(
  { db, actor, subject }: Ctx,
  { planId, version, name, settings }: { planId: PlanId; version: number; name: string; settings: PlanSettings },
) {
  const plan = await draftOf({ db, actor }, planId)
  if (plan.version !== version) throw new Refusal('planning.changed-meanwhile', 409)
  const last = weeksIn(plan.year)
  if (settings.blackoutWeeks.some((week) => week > last)) throw new Refusal('planning.week-unknown', 422, { last })
  await saveSettings(db, planId, name, settings)
  await forgetResult(db, planId)
  subject(`plan:${planId}`)
  return { version: version + 1 }
}

export async function solvePlan({ db, actor, services, subject }: Ctx, { planId }: { planId: PlanId }) {
  const plan = await draftOf({ db, actor }, planId)
  if (plan.settings.budgets.every(({ rupiah }) => rupiah === 0)) throw new Refusal('planning.no-budget', 409)
  const jobId = await services.jobs.start(db, solveJob, { planId }, actor.accountId)
  await setJob(db, planId, jobId)
  subject(`plan:${planId}`)
  return { jobId }
}

export async function addPin(
  { db, actor, subject }: Ctx,
  input: {
    planId: PlanId
    programmeId: ProgrammeId
    personId?: PersonId | undefined
    firstWeek?: number | undefined
    wish: 'in' | 'out'
    reason: string
  },
) {
  const { planId, programmeId, wish, reason } = input
  const pin = {
    planId,
    programmeId,
    personId: input.personId ?? null,
    firstWeek: input.firstWeek ?? null,
    wish,
    reason,
  }
  await draftOf({ db, actor }, planId)
  if (!(await programmeTaught(db, programmeId))) throw new Refusal('planning.programme-unknown', 404)
  if (pin.personId !== null) {
    const person = personsVisibleTo(db, actor, 'planning.manage').where('person.id', '=', pin.personId)
    if (!(await person.select('person.id').executeTakeFirst())) throw new Refusal('planning.person-unknown', 404)
  }
  const contrary = await contraryPin(db, planId, pin)
  if (contrary) throw new Refusal('planning.pin-contradicts', 409, { reason: contrary.reason })
  const pinId = await insertPin(db, { ...pin, accountId: actor.accountId })
  await forgetResult(db, planId)
  subject(`plan:${planId}`)
  return { pinId }
}

export async function removePin({ db, actor, subject }: Ctx, { planId, pinId }: { planId: PlanId; pinId: number }) {
  await draftOf({ db, actor }, planId)
  if (!(await deletePin(db, planId, pinId))) throw new Refusal('planning.pin-unknown', 404)
  await forgetResult(db, planId)
  subject(`plan:${planId}`)
  return {}
}

/** The draft that somebody wants to change. @throws Refusal where it is unknown, no draft, or not theirs */
async function draftOf({ db, actor }: Pick<Ctx, 'db' | 'actor'>, planId: PlanId) {
  const plan = await planToChange(db, actor, planId)
  if (!plan) throw new Refusal('planning.plan-unknown', 404)
  if (!mayChangePlan(actor, plan)) throw new Refusal('planning.not-a-draft', 409)
  return plan
}

import { yearOf } from '../../../../shared/dates.ts'
import type { PersonId, PlanId, UnitId } from '../../../../shared/ids.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Ctx } from '../../../../platform/http/context.ts'
import { sayIn } from '../../../../platform/words/words.ts'
import { showDictionary } from '../../../competency/standards/service.ts'
import { awayLimit } from '../../optimum/problem/rules.ts'
import { developmentForm } from '../../programme/form/rules.ts'
import { daysOf, workWeek } from '../calendar/rules.ts'
import { planVisibleTo } from '../queries.ts'
import type { Reason, SeatReason } from '../rules.ts'
import {
  approvedSince,
  awayByWeek,
  documentRows,
  leftOutMatching,
  leftOutOfPerson,
  personVisibleTo,
  type SeatFilter,
  seatsMatching,
  seatsOfPerson,
  staffOf,
  unitVisibleTo,
} from './queries.ts'

export async function listPlanSeats(
  ctx: Ctx,
  filter: SeatFilter & { sessionId?: number | undefined; week?: number | undefined },
) {
  const { year } = await readable(ctx, filter.planId)
  const named = await namer(ctx)
  const { rows, total } = await seatsMatching(ctx.db, ctx.actor, filter)
  return {
    total,
    rows: rows.map((row) => {
      const why = named.gains(row.why)
      return { ...row, ...daysOf(year, row), why, whyWords: why.map(named.gainWords).join('; ') }
    }),
  }
}

export async function listPlanLeftOut(ctx: Ctx, filter: SeatFilter & { code?: string | undefined }) {
  await readable(ctx, filter.planId)
  const { rows, total } = await leftOutMatching(ctx.db, ctx.actor, filter)
  return { total, rows: rows.map((row) => ({ ...row, reasonWords: reasonWords(ctx, row.reason) })) }
}

export async function showPlanOfPerson(ctx: Ctx, { personId }: { personId?: PersonId | undefined }) {
  const { db, actor, today } = ctx
  const asked = personId ?? actor.personId
  const person = asked === null ? undefined : await personVisibleTo(db, actor, asked)
  if (!person) throw new Refusal('planning.person-unknown', 404)
  const plans = await approvedSince(db, yearOf(today))
  const ids = plans.map(({ planId }) => planId)
  const named = await namer(ctx)
  const seats = ids.length === 0 ? [] : await seatsOfPerson(db, person.personId, ids)
  const leftOut = ids.length === 0 ? [] : await leftOutOfPerson(db, person.personId, ids)
  return {
    ...person,
    years: plans.map((plan) => {
      const mine = seats.filter(({ planId }) => planId === plan.planId)
      return {
        ...plan,
        hoursPlanned: mine.reduce((sum, { hours }) => sum + hours, 0),
        seats: mine.map((seat) => ({ ...seat, ...daysOf(plan.year, seat), why: named.gains(seat.why) })),
        leftOut: leftOut
          .filter(({ planId }) => planId === plan.planId)
          .map((row) => ({ ...row, reasonWords: reasonWords(ctx, row.reason) })),
      }
    }),
  }
}

export async function showPlanOfUnit(ctx: Ctx, { planId, unitId }: { planId: PlanId; unitId: UnitId }) {
  const plan = await readable(ctx, planId)
  const unit = await unitVisibleTo(ctx.db, ctx.actor, unitId)
  if (!unit) throw new Refusal('planning.unit-unknown', 404)
  const { staff, people, hours } = await staffOf(ctx.db, unitId, planId)
  return {
    planId,
    ...unit,
    staff,
    people,
    hours,
    spare: awayLimit(plan.settings.awayShare, staff),
    weeks: (await awayByWeek(ctx.db, planId, unitId)).map((row) => ({
      ...row,
      from: workWeek(plan.year, row.week).from,
    })),
  }
}

export async function listPlanDocument(
  ctx: Ctx,
  { planId, limit, offset }: { planId: PlanId; limit: number; offset: number },
) {
  const { year } = await readable(ctx, planId)
  const named = await namer(ctx)
  const rows = await documentRows(ctx.db, planId, limit, offset)
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      ...row,
      ...daysOf(year, row),
      competencies: row.competencies.map(named.competency).join(', '),
      target: row.kinds.map((kind) => sayIn(ctx.actor.language, `planning.target.${kind}`)).join(', '),
      form: developmentForm(row.form)?.name[ctx.actor.language] ?? row.form,
      path: sayIn(ctx.actor.language, `planning.programme.path.${developmentForm(row.form)?.path ?? 'klasikal'}`),
    })),
  }
}

async function readable({ db, actor }: Ctx, planId: PlanId) {
  const plan = await planVisibleTo(db, actor, planId)
  if (!plan) throw new Refusal('planning.plan-unknown', 404)
  return plan
}

async function namer(ctx: Ctx) {
  const { actor } = ctx
  const names = new Map((await showDictionary(ctx)).competencies.map(({ competency, name }) => [competency, name]))
  const competency = (code: string) => names.get(code) ?? code
  const number = new Intl.NumberFormat(actor.language, { maximumFractionDigits: 2 })
  return {
    competency,
    gains: (why: readonly SeatReason[]) => why.map((one) => ({ ...one, competencyName: competency(one.competency) })),
    gainWords: (one: SeatReason & { competencyName: string }) =>
      sayIn(actor.language, 'planning.why.gap', {
        competency: one.competencyName,
        level: one.level,
        required: one.required,
        gain: number.format(one.gain),
      }),
  }
}

const reasonWords = ({ actor }: Ctx, { code, values }: Reason): string =>
  sayIn(actor.language, `planning.reason.${code}`, values)

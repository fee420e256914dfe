import { sql } from 'kysely'
import type { AccountId, PersonId, PlanId, ProgrammeId } from '../../../shared/ids.ts'
import type { Actor } from '../../../shared/actor.ts'
import type { Db } from '../../../platform/db/open.ts'
import { readableStatuses } from './access.ts'
import type { PlanSettings, PlanStatus } from './rules.ts'

export interface PlanFilter {
  year?: number | undefined
  status?: PlanStatus | undefined
  limit: number
  offset: number
}

/** Plans in a state that the actor may read. */
const plansVisibleTo = (db: Db, actor: Actor) => {
  const statuses = readableStatuses(actor)
  return db.selectFrom('plan').where((w) => (statuses.length === 0 ? w.lit(false) : w('plan.status', 'in', statuses)))
}

const view = [
  'plan.id as planId',
  'plan.year',
  'plan.name',
  'plan.status',
  'plan.revision_of as revisionOf',
  'plan.version',
  'plan.job_id as jobId',
  'plan.solved_at as solvedAt',
  'plan.created_at as createdAt',
  'plan.outcome',
  'author.name as createdBy',
] as const

export async function plansMatching(db: Db, actor: Actor, { year, status, limit, offset }: PlanFilter) {
  const matching = plansVisibleTo(db, actor)
    .$if(year !== undefined, (q) => q.where('plan.year', '=', year!))
    .$if(status !== undefined, (q) => q.where('plan.status', '=', status!))
  const rows = await matching
    .leftJoin('account as author', 'author.id', 'plan.created_by')
    .select(view)
    .orderBy('plan.year', 'desc')
    .orderBy('plan.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await matching.select((s) => s.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

export const planVisibleTo = (db: Db, actor: Actor, planId: PlanId) =>
  plansVisibleTo(db, actor)
    .leftJoin('account as author', 'author.id', 'plan.created_by')
    .leftJoin('account as judge', 'judge.id', 'plan.decided_by')
    .leftJoin('plan_input', 'plan_input.plan_id', 'plan.id')
    .where('plan.id', '=', planId)
    .select([
      ...view,
      'plan.settings',
      'plan.proposed_at as proposedAt',
      'plan.decided_at as decidedAt',
      'plan.decision_note as decisionNote',
      'judge.name as decidedBy',
      'plan_input.sha256 as inputSha256',
    ])
    .executeTakeFirst()

/** The plan with a lock on it, so that of two who change it one waits and then sees what the other did. */
export const planToChange = (db: Db, actor: Actor, planId: PlanId) =>
  plansVisibleTo(db, actor)
    .where('plan.id', '=', planId)
    .select([
      'plan.id as planId',
      'plan.year',
      'plan.status',
      'plan.version',
      'plan.settings',
      'plan.revision_of as revisionOf',
      'plan.job_id as jobId',
      'plan.solved_at as solvedAt',
    ])
    .forUpdate()
    .executeTakeFirst()

export const sessionsOf = (db: Db, planId: PlanId) =>
  db
    .selectFrom('plan_session as s')
    .innerJoin('programme as p', 'p.id', 's.programme_id')
    .where('s.plan_id', '=', planId)
    .select([
      's.id as sessionId',
      's.programme_id as programmeId',
      'p.name as programmeName',
      'p.kind',
      'p.category',
      'p.online',
      'p.lesson_hours as hours',
      's.first_week as firstWeek',
      's.weeks',
      's.runs',
      's.seats',
      'p.max_seats as maxSeats',
      's.reason',
      sql<number>`case when s.runs then s.fixed_rupiah + s.seats * s.seat_rupiah else 0 end`.as('rupiah'),
    ])
    .orderBy('s.first_week')
    .orderBy('p.name')
    .orderBy('s.id')
    .execute()

export const pinsWithNames = (db: Db, planId: PlanId) =>
  db
    .selectFrom('plan_pin as n')
    .innerJoin('programme as p', 'p.id', 'n.programme_id')
    .leftJoin('person', 'person.id', 'n.person_id')
    .where('n.plan_id', '=', planId)
    .select([
      'n.id as pinId',
      'n.programme_id as programmeId',
      'p.name as programmeName',
      'n.person_id as personId',
      'person.name as personName',
      'n.first_week as firstWeek',
      'n.wish',
      'n.reason',
    ])
    .orderBy('n.id')
    .execute()

export async function insertPlan(
  db: Db,
  plan: {
    year: number
    name: string
    settings: PlanSettings
    revisionOf: PlanId | null
    createdBy: AccountId | null
  },
): Promise<PlanId> {
  const { id } = await db
    .insertInto('plan')
    .values({
      year: plan.year,
      name: plan.name,
      settings: JSON.stringify(plan.settings),
      revision_of: plan.revisionOf,
      created_by: plan.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const copyPins = (db: Db, from: PlanId, to: PlanId) =>
  db
    .insertInto('plan_pin')
    .columns(['plan_id', 'programme_id', 'person_id', 'first_week', 'wish', 'reason', 'account_id'])
    .expression((s) =>
      s
        .selectFrom('plan_pin')
        .where('plan_id', '=', from)
        .select([sql.lit(to).as('plan_id'), 'programme_id', 'person_id', 'first_week', 'wish', 'reason', 'account_id'])
        .orderBy('id'),
    )
    .execute()

/** Writes new settings; the result of the old ones goes, as it answers another question. */
export async function saveSettings(db: Db, planId: PlanId, name: string, settings: PlanSettings): Promise<void> {
  await db
    .updateTable('plan')
    .set((s) => ({ name, settings: JSON.stringify(settings), version: s('version', '+', 1) }))
    .where('id', '=', planId)
    .execute()
}

/** Takes out what was solved before. */
export async function forgetResult(db: Db, planId: PlanId): Promise<void> {
  await db.deleteFrom('plan_left_out').where('plan_id', '=', planId).execute()
  await db.deleteFrom('plan_session').where('plan_id', '=', planId).execute()
  await db.deleteFrom('plan_input').where('plan_id', '=', planId).execute()
  await db.updateTable('plan').set({ outcome: null, solved_at: null, job_id: null }).where('id', '=', planId).execute()
}

export const setJob = (db: Db, planId: PlanId, jobId: string) =>
  db.updateTable('plan').set({ job_id: jobId }).where('id', '=', planId).execute()

export async function insertPin(
  db: Db,
  pin: {
    planId: PlanId
    programmeId: ProgrammeId
    personId: PersonId | null
    firstWeek: number | null
    wish: 'in' | 'out'
    reason: string
    accountId: AccountId | null
  },
): Promise<number> {
  const { id } = await db
    .insertInto('plan_pin')
    .values({
      plan_id: pin.planId,
      programme_id: pin.programmeId,
      person_id: pin.personId,
      first_week: pin.firstWeek,
      wish: pin.wish,
      reason: pin.reason,
      account_id: pin.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const deletePin = async (db: Db, planId: PlanId, pinId: number): Promise<boolean> =>
  (await db.deleteFrom('plan_pin').where('plan_id', '=', planId).where('id', '=', pinId).executeTakeFirst())
    .numDeletedRows > 0n

/** Whether a pin of this plan says the opposite of what is wished now. */
export const contraryPin = (
  db: Db,
  planId: PlanId,
  {
    programmeId,
    personId,
    firstWeek,
    wish,
  }: { programmeId: ProgrammeId; personId: PersonId | null; firstWeek: number | null; wish: 'in' | 'out' },
) =>
  db
    .selectFrom('plan_pin')
    .where('plan_id', '=', planId)
    .where('programme_id', '=', programmeId)
    .where('person_id', 'is not distinct from', personId)
    .where('wish', '!=', wish)
    .where((w) =>
      firstWeek === null ? w.lit(true) : w.or([w('first_week', 'is', null), w('first_week', '=', firstWeek)]),
    )
    .select(['id as pinId', 'reason'])
    .limit(1)
    .executeTakeFirst()

export const programmeTaught = (db: Db, programmeId: ProgrammeId) =>
  db
    .selectFrom('programme')
    .where('id', '=', programmeId)
    .where('retired_on', 'is', null)
    .select('id')
    .executeTakeFirst()

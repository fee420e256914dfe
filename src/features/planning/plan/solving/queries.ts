import type { PlanId } from '../../../../shared/ids.ts'
import type { Db } from '../../../../platform/db/open.ts'

/** The draft as long as it still waits for this very job. */
export const planOfJob = (db: Db, planId: PlanId, jobId: string) =>
  db
    .selectFrom('plan')
    .where('id', '=', planId)
    .where('status', '=', 'draft')
    .where('job_id', '=', jobId)
    .select(['id as planId', 'year', 'settings', 'revision_of as revisionOf'])
    .executeTakeFirst()

/** Runs and seats of a plan; a run without seats has nobody. */
export const approvedSeats = (db: Db, planId: PlanId) =>
  db
    .selectFrom('plan_session as s')
    .leftJoin('plan_seat as seat', 'seat.session_id', 's.id')
    .where('s.plan_id', '=', planId)
    .where('s.runs', '=', true)
    .select(['s.programme_id as programmeId', 's.first_week as firstWeek', 'seat.person_id as personId'])
    .execute()

import { sql } from 'kysely'
import type { PersonId, PlanId, ProgrammeId } from '../../../../shared/ids.ts'
import type { Db } from '../../../../platform/db/open.ts'
import type { PlanOutcome, SeatReason } from '../rules.ts'

export interface Result {
  planId: PlanId
  outcome: PlanOutcome
  /** The input as text, and its hash: what the plan can be solved again from. */
  input: string
  sha256: string
  at: Date
  sessions: readonly {
    key: number
    programmeId: ProgrammeId
    firstWeek: number
    weeks: number
    runs: boolean
    fixedRupiah: number
    seatRupiah: number
  }[]
  seats: readonly { personId: PersonId; key: number; why: readonly SeatReason[]; benefit: number }[]
}

/** Writes what was solved in place of what was solved before, in a handful of statements whatever its size. */
export async function saveResult(db: Db, result: Result): Promise<void> {
  const { planId, sessions, seats } = result
  await db.deleteFrom('plan_left_out').where('plan_id', '=', planId).execute()
  await db.deleteFrom('plan_session').where('plan_id', '=', planId).execute()
  await sql`
    insert into plan_input (plan_id, input, sha256) values (${planId}, ${result.input}, ${result.sha256})
    on conflict (plan_id) do update set input = excluded.input, sha256 = excluded.sha256, stored_at = now()`.execute(db)
  const filled = Map.groupBy(seats, ({ key }) => key)
  await sql`
    insert into plan_session (plan_id, programme_id, key, first_week, weeks, runs, seats, fixed_rupiah, seat_rupiah)
    select ${planId}, x.* from jsonb_to_recordset(${JSON.stringify(
      sessions.map((s) => ({
        programme_id: s.programmeId,
        key: s.key,
        first_week: s.firstWeek,
        weeks: s.weeks,
        runs: s.runs,
        seats: filled.get(s.key)?.length ?? 0,
        fixed_rupiah: s.fixedRupiah,
        seat_rupiah: s.seatRupiah,
      })),
    )}::jsonb) as x(programme_id int, key int, first_week int, weeks int, runs boolean, seats int, fixed_rupiah bigint,
      seat_rupiah bigint)`.execute(db)
  await sql`
    insert into plan_seat (session_id, person_id, plan_id, benefit, why)
    select s.id, x.person_id, ${planId}, x.benefit, x.why
    from jsonb_to_recordset(${JSON.stringify(
      seats.map((seat) => ({ person_id: seat.personId, key: seat.key, benefit: seat.benefit, why: seat.why })),
    )}::jsonb) as x(person_id int, key int, benefit int, why jsonb)
    join plan_session s on s.plan_id = ${planId} and s.key = x.key
    join person p on p.id = x.person_id`.execute(db)
  await db
    .updateTable('plan')
    .set({ outcome: JSON.stringify(result.outcome), solved_at: result.at.toISOString() as never })
    .where('id', '=', planId)
    .execute()
}

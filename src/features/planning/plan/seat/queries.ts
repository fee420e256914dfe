import { sql } from 'kysely'
import type { Actor } from '../../../../shared/actor.ts'
import type { PersonId, PlanId, ProgrammeId, UnitId } from '../../../../shared/ids.ts'
import type { Db } from '../../../../platform/db/open.ts'
import { personsVisibleTo, unitsVisibleTo } from '../../../people/visible/queries.ts'
import { inactiveStatusCodes } from '../../../people/status/rules.ts'

export interface SeatFilter {
  planId: PlanId
  unitId?: UnitId | undefined
  programmeId?: ProgrammeId | undefined
  search?: string | undefined
  limit: number
  offset: number
}

/** The persons of a filter whom the actor may see. */
const personsOf = (db: Db, actor: Actor, { unitId, search }: SeatFilter) =>
  personsVisibleTo(db, actor, 'planning.read')
    .$if(unitId !== undefined, (q) =>
      q.where('person.unit_id', 'in', (s) =>
        s.selectFrom('unit_tree').where('ancestor_id', '=', unitId!).select('unit_tree.unit_id'),
      ),
    )
    .$if(search !== undefined, (q) => q.where('person.name', 'ilike', `%${search!.replaceAll(/[%_\\]/g, '\\$&')}%`))

export async function seatsMatching(
  db: Db,
  actor: Actor,
  filter: SeatFilter & { sessionId?: number | undefined; week?: number | undefined },
) {
  const { planId, programmeId, sessionId, week } = filter
  const matching = personsOf(db, actor, filter)
    .innerJoin('plan_seat as seat', 'seat.person_id', 'person.id')
    .innerJoin('plan_session as s', 's.id', 'seat.session_id')
    .where('seat.plan_id', '=', planId)
    .$if(programmeId !== undefined, (q) => q.where('s.programme_id', '=', programmeId!))
    .$if(sessionId !== undefined, (q) => q.where('s.id', '=', sessionId!))
    .$if(week !== undefined, (q) => q.where(sql<boolean>`${week!} between s.first_week and s.first_week + s.weeks - 1`))
  const rows = await matching
    .innerJoin('programme as p', 'p.id', 's.programme_id')
    .leftJoin('post', 'post.id', 'person.post_id')
    .leftJoin('unit', 'unit.id', 'person.unit_id')
    .select([
      's.id as sessionId',
      'person.id as personId',
      'person.name',
      'person.nip',
      'post.title as postTitle',
      'unit.name as unitName',
      'p.id as programmeId',
      'p.name as programmeName',
      'p.lesson_hours as hours',
      'p.online',
      's.first_week as firstWeek',
      's.weeks',
      'seat.why',
    ])
    .orderBy('person.name')
    .orderBy('person.id')
    .orderBy('s.first_week')
    .orderBy('s.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const { total } = await matching.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

export async function leftOutMatching(db: Db, actor: Actor, filter: SeatFilter & { code?: string | undefined }) {
  const { planId, programmeId, code } = filter
  const matching = personsOf(db, actor, filter)
    .innerJoin('plan_left_out as l', 'l.person_id', 'person.id')
    .where('l.plan_id', '=', planId)
    .$if(programmeId !== undefined, (q) => q.where('l.programme_id', '=', programmeId!))
    .$if(code !== undefined, (q) => q.where(sql`l.reason ->> 'code'`, '=', code!))
  const rows = await matching
    .innerJoin('programme as p', 'p.id', 'l.programme_id')
    .leftJoin('unit', 'unit.id', 'person.unit_id')
    .select([
      'person.id as personId',
      'person.name',
      'person.nip',
      'unit.name as unitName',
      'p.id as programmeId',
      'p.name as programmeName',
      'l.benefit',
      'l.reason',
    ])
    .orderBy('l.benefit', 'desc')
    .orderBy('person.name')
    .orderBy('person.id')
    .orderBy('p.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const { total } = await matching.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

export const personVisibleTo = (db: Db, actor: Actor, personId: PersonId) =>
  personsVisibleTo(db, actor, 'planning.read')
    .where('person.id', '=', personId)
    .select(['person.id as personId', 'person.name'])
    .executeTakeFirst()

/** Approved plans from a year on. */
export const approvedSince = (db: Db, year: number) =>
  db
    .selectFrom('plan')
    .where('status', '=', 'approved')
    .where('year', '>=', year)
    .select(['id as planId', 'year', 'decided_at as approvedAt'])
    .orderBy('year')
    .execute()

export const seatsOfPerson = (db: Db, personId: PersonId, plans: readonly PlanId[]) =>
  db
    .selectFrom('plan_seat as seat')
    .innerJoin('plan_session as s', 's.id', 'seat.session_id')
    .innerJoin('programme as p', 'p.id', 's.programme_id')
    .where('seat.person_id', '=', personId)
    .where('seat.plan_id', 'in', plans)
    .select([
      'seat.plan_id as planId',
      'p.id as programmeId',
      'p.name as programmeName',
      'p.lesson_hours as hours',
      'p.online',
      'p.provider',
      's.first_week as firstWeek',
      's.weeks',
      'seat.why',
    ])
    .orderBy('s.first_week')
    .orderBy('p.name')
    .execute()

export const leftOutOfPerson = (db: Db, personId: PersonId, plans: readonly PlanId[]) =>
  db
    .selectFrom('plan_left_out as l')
    .innerJoin('programme as p', 'p.id', 'l.programme_id')
    .where('l.person_id', '=', personId)
    .where('l.plan_id', 'in', plans)
    .select(['l.plan_id as planId', 'p.id as programmeId', 'p.name as programmeName', 'l.reason'])
    .orderBy('l.benefit', 'desc')
    .orderBy('p.id')
    .execute()

export const unitVisibleTo = (db: Db, actor: Actor, unitId: UnitId) =>
  unitsVisibleTo(db, actor, 'planning.read')
    .where('unit.id', '=', unitId)
    .select(['unit.id as unitId', 'unit.name as unitName'])
    .executeTakeFirst()

/** Who of a unit, with everything below it, sits in which week: in class, and online. */
export async function awayByWeek(db: Db, planId: PlanId, unitId: UnitId) {
  const { rows } = await sql<{ week: number; away: number; online: number }>`
    select w.week, count(*) filter (where not p.online)::int as away, count(*) filter (where p.online)::int as online
    from plan_seat seat
    join plan_session s on s.id = seat.session_id
    join programme p on p.id = s.programme_id
    join person on person.id = seat.person_id
    join unit_tree t on t.unit_id = person.unit_id and t.ancestor_id = ${unitId}
    cross join lateral generate_series(s.first_week, s.first_week + s.weeks - 1) as w(week)
    where seat.plan_id = ${planId}
    group by w.week
    order by w.week`.execute(db)
  return rows
}

export const staffOf = async (db: Db, unitId: UnitId, planId: PlanId) => {
  const { rows } = await sql<{ staff: number; people: number; hours: number }>`
    select count(distinct person.id)::int as staff, count(distinct seat.person_id)::int as people,
      coalesce(sum(p.lesson_hours), 0)::int as hours
    from person
    join unit_tree t on t.unit_id = person.unit_id and t.ancestor_id = ${unitId}
    left join plan_seat seat on seat.person_id = person.id and seat.plan_id = ${planId}
    left join plan_session s on s.id = seat.session_id
    left join programme p on p.id = s.programme_id
    where person.status_code not in (${sql.join(inactiveStatusCodes)})`.execute(db)
  return rows[0]!
}

/** One row per session that runs, with the competencies it is for and the kinds of post whose holders attend. */
export async function documentRows(db: Db, planId: PlanId, limit: number, offset: number) {
  const { rows } = await sql<{
    programmeName: string
    competencies: string[]
    kinds: string[]
    seats: number
    form: string
    provider: string
    curriculum: string | null
    firstWeek: number
    weeks: number
    hours: number
    rupiah: number
    total: number
  }>`
    select p.name as "programmeName",
      array(select e.competency_code from programme_effect e where e.programme_id = p.id order by 1) as competencies,
      array(select distinct coalesce(post.kind, 'none') from plan_seat seat join person on person.id = seat.person_id
        left join post on post.id = person.post_id where seat.session_id = s.id order by 1) as kinds,
      s.seats, p.form, p.provider, p.curriculum, s.first_week as "firstWeek", s.weeks, p.lesson_hours as hours,
      (s.fixed_rupiah + s.seats * s.seat_rupiah) as rupiah, count(*) over ()::int as total
    from plan_session s join programme p on p.id = s.programme_id
    where s.plan_id = ${planId} and s.runs
    order by s.first_week, p.name, s.id
    limit ${limit} offset ${offset}`.execute(db)
  return rows
}

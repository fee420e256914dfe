import { sql } from 'kysely'
import { Kept } from '../../../platform/db/kept.ts'
import type { Db } from '../../../platform/db/open.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { inactiveStatusCodes } from '../status/rules.ts'

const inactive = sql.join(inactiveStatusCodes.map((code) => sql.lit(code)))

/**
 * Counts anew who is at work in each unit with everything below it, by one thing at a time. Each person is read once and
 * counted upwards, however deep the tree is; only what differs is written.
 */
export async function settleHeadcount(db: Db): Promise<void> {
  await sql`
    with staff as (
      select p.unit_id, p.employment, o.kind as post_kind, p.education_code as education, p.sex,
        case when p.employment = 'PPPK' then 'PPPK ' || p.grade_code
             when p.grade_code ~ '^[1-4]' then 'PNS ' || (array['I', 'II', 'III', 'IV'])[left(p.grade_code, 1)::int]
        end as grade_group
      from person p left join post o on o.id = p.post_id
      where p.unit_id is not null and p.status_code not in (${inactive})
    ),
    own as materialized (
      select s.unit_id,
        case when grouping(s.employment) = 0 then 'employment' when grouping(s.post_kind) = 0 then 'postKind'
          when grouping(s.education) = 0 then 'education' when grouping(s.sex) = 0 then 'sex'
          when grouping(s.grade_group) = 0 then 'gradeGroup' end as by,
        coalesce(s.employment, s.post_kind, s.education, s.sex, s.grade_group) as key, count(*)::int as persons
      from staff s
      group by s.unit_id,
        grouping sets ((s.employment), (s.post_kind), (s.education), (s.sex), (s.grade_group), ())
    ),
    below as (
      select t.ancestor_id as unit_id, o.by, o.key, sum(o.persons)::int as persons,
        sum(o.persons) filter (where t.depth = 0)::int as staff
      from own o join unit_tree t on t.unit_id = o.unit_id
      group by t.ancestor_id, o.by, o.key
    ),
    wanted as materialized (
      select b.unit_id, coalesce(max(b.staff) filter (where b.by is null), 0) as staff,
        max(b.persons) filter (where b.by is null) as persons,
        jsonb_agg(jsonb_build_object('by', b.by, 'key', b.key, 'persons', b.persons) order by b.by, b.key)
          filter (where b.by is not null) as counts
      from below b group by b.unit_id
    ),
    gone as (
      delete from unit_headcount h where not exists (select from wanted w where w.unit_id = h.unit_id)
    )
    insert into unit_headcount as h (unit_id, staff, persons, counts)
    select unit_id, staff, persons, counts from wanted
    on conflict (unit_id) do update set staff = excluded.staff, persons = excluded.persons, counts = excluded.counts
    where (h.staff, h.persons, h.counts) is distinct from (excluded.staff, excluded.persons, excluded.counts)`.execute(
    db,
  )
}

// The same for every reader who may see the unit.
const counts = new Kept<number>({ milliseconds: 30_000 })

/** Everybody at work in the unit and below it; without a unit, in the whole city. */
export const headcount = (db: Db, unitId: UnitId | undefined): Promise<number> =>
  counts.of(db, String(unitId), () => countStaff(db, unitId))

async function countStaff(db: Db, unitId: UnitId | undefined): Promise<number> {
  const { rows } = await (
    unitId === undefined
      ? sql<{ persons: number }>`
          select coalesce(sum(staff), 0)::int + (
            select count(*) from person where unit_id is null and status_code not in (${inactive}))::int as persons
          from unit_headcount`
      : sql<{ persons: number }>`select persons from unit_headcount where unit_id = ${unitId}`
  ).execute(db)
  return rows[0]?.persons ?? 0
}

import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { inactiveStatusCodes } from '../status/rules.ts'

/** Deeper than any organisation; ends the climb where units stand above each other in a circle. */
const deepest = 40

const inactive = sql.join(inactiveStatusCodes)

// Name, NIP and post in small letters without punctuation, the way `searchWords` reads a question.
const punctuation = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'
const words = sql`
  select p.id, regexp_replace(trim(translate(replace(lower(concat_ws(' ', p.name, p.nip, o.title)), '''', ''),
    ${sql.lit(punctuation)}, ${sql.lit(' '.repeat(punctuation.length))})), ' +', ' ', 'g') as search
  from person p left join post o on o.id = p.post_id`

/** Rebuilds `unit_tree`, writing only what differs. */
export async function settleTree(db: Db): Promise<void> {
  await sql`
    with recursive climb (ancestor_id, unit_id, depth) as (
      select id, id, 0 from unit
      union all
      select u.parent_id, c.unit_id, c.depth + 1
      from climb c join unit u on u.id = c.ancestor_id
      where u.parent_id is not null and c.depth < ${deepest}
    ),
    wanted as materialized (
      select ancestor_id, unit_id, min(depth) as depth from climb group by ancestor_id, unit_id
    ),
    gone as (
      delete from unit_tree t
      where not exists (select from wanted w where w.ancestor_id = t.ancestor_id and w.unit_id = t.unit_id)
    )
    insert into unit_tree (ancestor_id, unit_id, depth)
    select ancestor_id, unit_id, depth from wanted
    on conflict (ancestor_id, unit_id) do update set depth = excluded.depth
    where unit_tree.depth <> excluded.depth`.execute(db)
}

// The named head (`PemimpinPnsId`) leads; else who holds the unit's best structural post, the longest in it.
// `level` counts the units above: whoever heads several units acts from the highest, and a supervisor always stands in a
// higher one, so that the structure can hold no circle of supervisors, not even where units stand in a circle.
const structure = sql`
  heads as materialized (
    select distinct on (unit_id) unit_id, person_id from (
      select u.id as unit_id, p.id as person_id, 0 as preference, null::text as echelon_code, null::date as since_on
      from unit u join person p on p.national_id = u.head_national_id
      where p.status_code not in (${inactive})
      union all
      select p.unit_id, p.id, 1, nullif(nullif(o.echelon_code, '99'), '00'), p.post_since_on
      from person p join post o on o.id = p.post_id
      where o.kind = 'structural' and p.unit_id is not null and p.status_code not in (${inactive})
    ) candidate
    order by unit_id, preference, echelon_code nulls last, since_on nulls last, person_id
  ),
  levels as materialized (select unit_id, count(*) as level from unit_tree group by unit_id),
  seats as materialized (
    select distinct on (h.person_id) h.person_id, h.unit_id
    from heads h join levels l on l.unit_id = h.unit_id
    order by h.person_id, l.level, h.unit_id
  ),
  head_supervisors as materialized (
    select distinct on (s.person_id) s.person_id, above.person_id as supervisor_id
    from seats s
    join levels own on own.unit_id = s.unit_id
    join unit_tree t on t.unit_id = s.unit_id
    join levels l on l.unit_id = t.ancestor_id and l.level < own.level
    join heads above on above.unit_id = t.ancestor_id and above.person_id <> s.person_id
    order by s.person_id, t.depth
  ),
  unit_supervisors as materialized (
    select distinct on (t.unit_id) t.unit_id, h.person_id as supervisor_id
    from unit_tree t join heads h on h.unit_id = t.ancestor_id
    order by t.unit_id, t.depth
  ),
  structural as (
    select p.id as person_id,
      case when p.status_code in (${inactive}) then null
           when s.person_id is not null then hs.supervisor_id
           else us.supervisor_id end as supervisor_id
    from person p
    left join seats s on s.person_id = p.id
    left join head_supervisors hs on hs.person_id = p.id
    left join unit_supervisors us on us.unit_id = p.unit_id
  )`

/**
 * Sets everybody's supervisor by the structure, except where an exception that may stand says otherwise, and the words
 * they are found by. One statement: a fresh import then writes each person's row once.
 */
export async function settlePersons(db: Db, ignored: readonly PersonId[]): Promise<void> {
  await sql`
    with ${structure},
    excepted as (
      select e.person_id, e.supervisor_id
      from supervisor_exception e
      join person p on p.id = e.person_id and p.status_code not in (${inactive})
      join person s on s.id = e.supervisor_id and s.status_code not in (${inactive})
      where not e.person_id = any(${ignored}::int[])
    ),
    wanted as (
      select st.person_id, coalesce(e.supervisor_id, st.supervisor_id) as supervisor_id, w.search
      from structural st
      left join excepted e on e.person_id = st.person_id
      join (${words}) w on w.id = st.person_id
    )
    update person
    set supervisor_id = w.supervisor_id, search = w.search
    from wanted w
    where person.id = w.person_id
      and (person.supervisor_id is distinct from w.supervisor_id or person.search <> w.search)`.execute(db)
}

/** The words one person is found by, anew. */
export async function settleWords(db: Db, personId: PersonId): Promise<void> {
  await sql`
    update person set search = w.search from (${words} where p.id = ${personId}) w where person.id = w.id`.execute(db)
}

/** Persons with an exception whose chain of supervisors leads back to themselves. */
export async function personsInCircles(db: Db): Promise<PersonId[]> {
  const { rows } = await sql<{ person_id: PersonId }>`
    with recursive climb (person_id, at, steps) as (
      select e.person_id, p.supervisor_id, 1
      from supervisor_exception e join person p on p.id = e.person_id and p.supervisor_id = e.supervisor_id
      union all
      select c.person_id, p.supervisor_id, c.steps + 1
      from climb c join person p on p.id = c.at
      where p.supervisor_id is not null and c.at <> c.person_id and c.steps < ${deepest * 2}
    )
    select distinct person_id from climb where at = person_id`.execute(db)
  return rows.map((row) => row.person_id)
}

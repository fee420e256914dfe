import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../../platform/db/open.ts'
import { changes, columnList, noteChanges, rejectStale, rejectTaken } from '../applying/queries.ts'
import { type Applying, type Candidate, type Known, snake } from '../kind/rules.ts'

/** Facts that are columns of `person`. Unit and post come as the nation names them and are linked when the row is applied. */
const own = [
  'nationalId',
  'nip',
  'nipOld',
  'name',
  'titleFront',
  'titleBack',
  'birthPlace',
  'bornOn',
  'sex',
  'employment',
  'statusCode',
  'educationCode',
  'gradeCode',
  'gradeSinceOn',
  'appointedOn',
  'confirmedOn',
  'retiresOn',
  'postSinceOn',
  'email',
] as const

/** Facts of the unit or the post and not of the person: they differ from nothing the person's record holds. */
const ofOthers = [
  'unitName',
  'officeNationalId',
  'officeName',
  'postNationalId',
  'echelonCode',
  'functionalLevel',
  'postClass',
] as const

export async function loadPersons(db: Db, rows: readonly Candidate[]): Promise<(Known | undefined)[]> {
  const ids = rows.flatMap(({ owner }) => owner?.personId ?? [])
  if (ids.length === 0) return rows.map(() => undefined)
  const found = await sql<Record<string, unknown> & { id: number; version: number; local: Known['local'] }>`
    select p.id, p.version, p.local, ${sql.join(own.map((fact) => sql`p.${sql.ref(snake(fact))} as ${sql.ref(fact)}`))},
      u.national_id as "unitNationalId", o.kind as "postKind", o.title as "postTitle"
    from person p
    left join unit u on u.id = p.unit_id
    left join post o on o.id = p.post_id
    where p.id = any(${ids}::int[])`.execute(db)
  const byId = new Map(found.rows.map(({ id, version, local, ...facts }) => [id, { id, version, local, facts }]))
  return rows.map(({ owner, facts }) => {
    const known = owner?.personId ? byId.get(owner.personId) : undefined
    return known && { ...known, facts: { ...known.facts, ...pick(facts) } }
  })
}

const pick = (facts: Record<string, unknown>) => Object.fromEntries(ofOthers.map((fact) => [fact, facts[fact] ?? null]))

export async function applyPersons(db: Db, file: Applying): Promise<void> {
  await rejectStale(db, file, 'person')
  await createUnits(db, file)
  await settlePosts(db, file)
  await noteChanges(db, file, 'person', sql`r.record_id`)
  const columns = own.map(snake)
  await sql`
    update person t
    set (${columnList(columns)}, unit_id, post_id, source, import_id, recorded_at, version) =
      (select ${columnList(columns, 'f.')}, coalesce(u.id, t.unit_id),
         case when r.changes ?| array['unitNationalId', 'postKind', 'postTitle'] then (${post(sql`coalesce(u.id, t.unit_id)`)})
           else t.post_id end,
         'national', ${file.importId}::int, now(), t.version + 1
       from jsonb_populate_record(null::person, r.facts) f
       left join unit u on u.national_id = r.facts ->> 'unit_national_id')
    from import_row r
    where r.file_id = ${file.fileId} and r.outcome in ('changed', 'conflict') and ${changes} and t.id = r.record_id`.execute(
    db,
  )
  await sql`
    insert into person (${columnList(columns)}, unit_id, post_id, source, import_id)
    select ${columnList(columns, 'f.')}, u.id, (${post(sql`u.id`)}), 'national', ${file.importId}
    from import_row r
    cross join lateral jsonb_populate_record(null::person, r.facts) f
    left join unit u on u.national_id = r.facts ->> 'unit_national_id'
    where r.file_id = ${file.fileId} and r.outcome = 'new'
    order by r.row_number
    on conflict do nothing`.execute(db)
  await rejectTaken(db, file, sql`select from person p where p.nip = r.nip and p.import_id = ${file.importId}`)
}

const post = (unit: ReturnType<typeof sql>) =>
  sql`select o.id from post o where o.unit_id = ${unit} and o.kind = r.facts ->> 'post_kind' and o.title = r.facts ->> 'post_title'`

const standing = ({ fileId }: Applying) =>
  sql`import_row r where r.file_id = ${fileId} and r.outcome <> 'rejected' and r.facts is not null`

// Where a correction keeps a person in another unit, the nation's unit must exist all the same: it may be decided for.
const namedUnit = sql`coalesce(r.changes #>> '{unitNationalId,to}', r.facts ->> 'unit_national_id')`

/** Units that no `ref-unor` has named: the office first, then the unit below it. */
async function createUnits(db: Db, file: Applying): Promise<void> {
  await sql`
    insert into unit (national_id, name, source, import_id)
    select distinct on (1) r.facts ->> 'office_national_id',
      coalesce(r.facts ->> 'office_name', r.facts ->> 'office_national_id'), 'national', ${file.importId}::int
    from ${standing(file)} and r.facts ->> 'office_national_id' is not null
    order by 1, 2
    on conflict (national_id) do nothing`.execute(db)
  await sql`
    insert into unit (national_id, name, parent_id, source, import_id)
    select distinct on (1) ${namedUnit}, coalesce(r.facts ->> 'unit_name', ${namedUnit}),
      (select o.id from unit o where o.national_id = r.facts ->> 'office_national_id'), 'national', ${file.importId}::int
    from ${standing(file)} and ${namedUnit} is not null
      and not exists (select from unit u where u.national_id = ${namedUnit})
    order by 1, 2, 3
    on conflict (national_id) do nothing`.execute(db)
}

/**
 * Posts are what the file's holders say: one per unit, kind and title. Where holders differ on a post's own facts, the
 * most frequent value stands, so that the same file always gives the same posts.
 */
async function settlePosts(db: Db, file: Applying): Promise<void> {
  const most = (column: string) => sql`mode() within group (order by r.facts ->> ${column})`
  await sql`
    insert into post (unit_id, kind, title, national_id, echelon_code, functional_level, post_class)
    select u.id, r.facts ->> 'post_kind', r.facts ->> 'post_title', ${most('post_national_id')}, ${most('echelon_code')},
      ${most('functional_level')}, (${most('post_class')})::int
    from import_row r
    left join person p on p.id = r.record_id
    join unit u on u.id = coalesce((select n.id from unit n where n.national_id = r.facts ->> 'unit_national_id'), p.unit_id)
    where r.file_id = ${file.fileId} and r.outcome <> 'rejected'
      and r.facts ->> 'post_kind' is not null and r.facts ->> 'post_title' is not null
    group by 1, 2, 3
    on conflict (unit_id, kind, title) do update
    set national_id = coalesce(excluded.national_id, post.national_id),
      echelon_code = coalesce(excluded.echelon_code, post.echelon_code),
      functional_level = coalesce(excluded.functional_level, post.functional_level),
      post_class = coalesce(excluded.post_class, post.post_class)
    where (post.national_id, post.echelon_code, post.functional_level, post.post_class) is distinct from
      (coalesce(excluded.national_id, post.national_id), coalesce(excluded.echelon_code, post.echelon_code),
       coalesce(excluded.functional_level, post.functional_level), coalesce(excluded.post_class, post.post_class))`.execute(
    db,
  )
}

/** Decides a conflict about a person's place for the national value: the unit, or the kind or title of the post in it. */
export async function movePerson(
  db: Db,
  personId: number,
  field: 'unitNationalId' | 'postKind' | 'postTitle',
  value: string,
): Promise<void> {
  const is = (one: typeof field, else_: RawBuilder<unknown>) => (field === one ? sql`${value}::text` : else_)
  await sql`
    with place as (
      select p.id, ${field === 'unitNationalId' ? sql`(select u.id from unit u where u.national_id = ${value})` : sql`p.unit_id`} as unit_id,
        ${is('postKind', sql`o.kind`)} as kind, ${is('postTitle', sql`o.title`)} as title,
        o.national_id, o.echelon_code, o.functional_level, o.post_class
      from person p left join post o on o.id = p.post_id
      where p.id = ${personId}
    ),
    made as (
      insert into post (unit_id, kind, title, national_id, echelon_code, functional_level, post_class)
      select unit_id, kind, title, national_id, echelon_code, functional_level, post_class
      from place where unit_id is not null and kind is not null and title is not null
      on conflict (unit_id, kind, title) do update set title = excluded.title
      returning id
    )
    update person set unit_id = place.unit_id, post_id = (select id from made), local = person.local - ${field}::text,
      version = person.version + 1
    from place where person.id = place.id`.execute(db)
}

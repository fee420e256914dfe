import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import { type Actor, reachOf } from '../../../shared/actor.ts'
import type { Day } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { type Origin, recordColumns, recordsOf } from '../record/queries.ts'
import type { RecordKind } from '../record/rules.ts'
import { personsVisibleTo, visibleTo } from '../visible/queries.ts'

// Inside JSON an instant must be written the way the driver gives it elsewhere.
const instant = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const originOf = (table: string): RawBuilder<Origin> => sql`jsonb_build_object(
  'source', ${sql.ref(`${table}.source`)}, 'importId', ${sql.ref(`${table}.import_id`)},
  'importName', (select i.name from import i where i.id = ${sql.ref(`${table}.import_id`)}),
  'recordedAt', ${instant(`${table}.recorded_at`)},
  'local', array(select jsonb_object_keys(${sql.ref(`${table}.local`)})))`

// The name by its key: as a join the planner would read every unit.
const unitPath = sql<{ unitId: number; name: string }[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('unitId', t.ancestor_id, 'name', (
    select u.name from unit u where u.id = t.ancestor_id)) order by t.depth desc), '[]')
  from unit_tree t where t.unit_id = person.unit_id)`

export interface FieldChange {
  kind: RecordKind
  recordId: number
  field: string
  source: 'national' | 'local'
  importName: string | null
  by: string | null
  reason: string | null
  at: string
}

/** The last change of every field; without sanctions for whoever must not see that one was changed either. */
async function lastChanges(db: Db, personId: PersonId, hidden: string): Promise<FieldChange[]> {
  const { rows } = await sql<FieldChange>`
    select * from (
      select distinct on (c.record_kind, c.record_id, f.field) c.record_kind as kind, c.record_id as "recordId", f.field,
        c.source, i.name as "importName", a.name as by, c.reason, c.changed_at as at
      from register_change c
      cross join lateral jsonb_object_keys(c.fields) as f(field)
      left join import i on i.id = c.import_id
      left join account a on a.id = c.account_id
      where c.person_id = ${personId} and c.record_kind <> ${hidden}
      order by c.record_kind, c.record_id, f.field, c.changed_at desc, c.id desc
    ) last order by at desc`.execute(db)
  return rows
}

/** Everything of a person page; undefined where the actor may not see the person, or there is none. */
export async function personPage(db: Db, actor: Actor, personId: PersonId) {
  const person = await personSeen(db, actor, personId)
  if (!person) return undefined
  const { showSanctions, wasChanged, ...known } = person
  return {
    ...known,
    ...recordsOf(known, showSanctions),
    changes: wasChanged ? await lastChanges(db, personId, showSanctions ? '' : 'sanction') : [],
  }
}

const personSeen = (db: Db, actor: Actor, personId: PersonId) =>
  personsVisibleTo(db, actor, 'people.read')
    .where('person.id', '=', personId)
    .leftJoin('unit', 'unit.id', 'person.unit_id')
    .leftJoin('post', 'post.id', 'person.post_id')
    .leftJoin('person as supervisor', 'supervisor.id', 'person.supervisor_id')
    .leftJoin('post as supervisor_post', 'supervisor_post.id', 'supervisor.post_id')
    .leftJoin('supervisor_exception as exception', 'exception.person_id', 'person.id')
    .select([...identity, ...place, unitPath.as('unitPath'), originOf('person').as('origin')])
    .select((eb) => {
      const showSanctions = sql<boolean>`${visibleTo(actor, 'people.sanctions')(eb)}`
      return [
        sql<Day>`person.born_on`.as('bornOn'),
        // The actor may know who supervises, without being allowed to open that person's page.
        reachOf(actor, 'people.read').city
          ? eb.ref('supervisor.id').as('supervisorSeenId')
          : eb
              .selectFrom(personsVisibleTo(db, actor, 'people.read').select('person.id').as('seen'))
              .whereRef('seen.id', '=', 'supervisor.id')
              .select('seen.id')
              .as('supervisorSeenId'),
        sql<number>`(select count(*)::int from person r where r.supervisor_id = person.id)`.as('reports'),
        showSanctions.as('showSanctions'),
        ...recordColumns(showSanctions),
        sql<boolean>`exists (select from register_change c where c.person_id = person.id)`.as('wasChanged'),
        sql<number>`(select count(*)::int from conflict c where c.person_id = person.id and c.decision is null
          and (c.record_kind <> 'sanction' or ${showSanctions}))`.as('openConflicts'),
      ]
    })
    .executeTakeFirst()

const identity = [
  'person.id as personId',
  'person.version',
  'person.nip',
  'person.nip_old as nipOld',
  'person.national_id as nationalId',
  'person.name',
  'person.title_front as titleFront',
  'person.title_back as titleBack',
  'person.birth_place as birthPlace',
  'person.sex',
  'person.employment',
  'person.status_code as statusCode',
  'person.education_code as educationCode',
  'person.grade_code as gradeCode',
  'person.grade_since_on as gradeSinceOn',
  'person.appointed_on as appointedOn',
  'person.confirmed_on as confirmedOn',
  'person.retires_on as retiresOn',
  'person.post_since_on as postSinceOn',
  'person.email',
] as const

const place = [
  'person.unit_id as unitId',
  'unit.name as unitName',
  'person.post_id as postId',
  'post.title as postTitle',
  'post.kind as postKind',
  'post.echelon_code as echelonCode',
  'post.functional_level as functionalLevel',
  'post.post_class as postClass',
  'supervisor.name as supervisorName',
  'supervisor.title_front as supervisorTitleFront',
  'supervisor.title_back as supervisorTitleBack',
  'supervisor_post.title as supervisorPost',
  'exception.reason as exceptionReason',
  'exception.recorded_at as exceptionAt',
] as const

export type PersonPage = NonNullable<Awaited<ReturnType<typeof personPage>>>

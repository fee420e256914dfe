import { sql } from 'kysely'
import type { Db } from '../../../../platform/db/open.ts'
import { changes, columnList, noteChanges, rejectStale, rejectStrangers, rejectTaken } from '../applying/queries.ts'
import { type Applying, type Candidate, type Known, snake } from '../kind/rules.ts'

/** A table whose rows belong to persons and have a `record_key`. Names of facts and columns are the same but for their case. */
export interface HistoryTable {
  record: string
  table: string
  facts: readonly string[]
  /** Facts that are NIPs of other persons, with the column that holds the person: `{ raterNip: 'rater_person_id' }`. */
  persons?: Readonly<Record<string, string>>
  /** Without `local` and `version`: what stands is never changed by an import. */
  appendOnly?: boolean
}

export async function loadHistory(
  db: Db,
  { table, facts, persons = {}, appendOnly }: HistoryTable,
  rows: readonly Candidate[],
): Promise<(Known | undefined)[]> {
  const wanted = rows.flatMap(({ owner, recordKey }, n) =>
    owner?.personId ? [{ n, personId: owner.personId, recordKey }] : [],
  )
  const known = new Array<Known | undefined>(rows.length).fill(undefined)
  if (wanted.length === 0) return known
  const columns = facts.map((fact) => {
    const holder = persons[fact]
    return holder === undefined
      ? sql`t.${sql.ref(snake(fact))} as ${sql.ref(fact)}`
      : sql`(select nip from person where id = t.${sql.ref(holder)}) as ${sql.ref(fact)}`
  })
  const found = await sql<Record<string, unknown> & { __n: number; __id: number; __version: number; __local: object }>`
    select k.n as "__n", t.id as "__id", ${appendOnly ? sql`1 as "__version", '{}'::jsonb` : sql`t.version as "__version", t.local`}
      as "__local", ${sql.join(columns)}
    from json_to_recordset(${JSON.stringify(wanted)}::json) as k(n int, "personId" int, "recordKey" text)
    join ${sql.table(table)} t on t.person_id = k."personId" and t.record_key = k."recordKey"`.execute(db)
  for (const { __n, __id, __version, __local, ...row } of found.rows)
    known[__n] = { id: __id, version: __version, local: __local as Known['local'], facts: row }
  return known
}

export async function applyHistory(
  db: Db,
  { record, table, facts, persons = {}, appendOnly }: HistoryTable,
  file: Applying,
): Promise<void> {
  const own = facts.filter((fact) => persons[fact] === undefined).map(snake)
  const links = Object.entries(persons)
  const values = sql.join([
    columnList(own, 'f.'),
    ...links.map(([fact]) => sql`(select id from person where nip = r.facts ->> ${snake(fact)})`),
  ])
  const columns = columnList([...own, ...links.map(([, column]) => column)])
  const target = sql.table(table)

  await rejectStrangers(db, file)
  if (!appendOnly) {
    await rejectStale(db, file, table)
    await noteChanges(db, file, record, sql`(select t.person_id from ${target} t where t.id = r.record_id)`)
    await sql`
      update ${target} t
      set (${columns}, source, import_id, recorded_at, version) =
        (select ${values}, 'national', ${file.importId}::int, now(), t.version + 1
         from jsonb_populate_record(null::${target}, r.facts) f)
      from import_row r
      where r.file_id = ${file.fileId} and r.outcome in ('changed', 'conflict') and ${changes} and t.id = r.record_id`.execute(
      db,
    )
  }
  await sql`
    insert into ${target} (person_id, record_key, source, import_id, ${columns})
    select p.id, r.record_key, 'national', ${file.importId}, ${values}
    from import_row r
    join person p on p.nip = r.nip
    cross join lateral jsonb_populate_record(null::${target}, r.facts) f
    where r.file_id = ${file.fileId} and r.outcome = 'new'
    order by p.id, r.row_number
    on conflict (person_id, record_key) do nothing`.execute(db)
  await rejectTaken(
    db,
    file,
    sql`select from ${target} t join person p on p.id = t.person_id
        where p.nip = r.nip and t.record_key = r.record_key and t.import_id = ${file.importId}`,
  )
}

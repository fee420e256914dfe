import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { onEachEngine } from '../../../testing/app.ts'

const document = readFileSync(join(import.meta.dirname, '../../../../docs/personal-data.md'), 'utf8')
const listed = [...document.matchAll(/^\| ([a-z_]+) \|/gm)].map((match) => match[1]!)

onEachEngine('the list of personal data', (app) => {
  it('names every table of the database, and none that is gone', async () => {
    const { rows } = await app().read((db) =>
      sql<{ name: string }>`
        select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely_%'`.execute(db),
    )
    expect(listed.toSorted()).toEqual(rows.map((row) => row.name).toSorted())
  })

  it('says of every table that belongs to a person or an account that an erasure reaches it', async () => {
    const { rows } = await app().read((db) =>
      sql<{ name: string }>`
        select distinct table_name as name from information_schema.columns
        where table_schema = 'public' and table_name in (
            select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE')
          and column_name in ('person_id', 'account_id', 'nip', 'rater_nip', 'email')`.execute(db),
    )
    const lineOf = (table: string) => document.split('\n').find((line) => line.startsWith(`| ${table} |`)) ?? ''
    const silent = rows.filter(
      ({ name }) => !/removed|emptied|taken out|\*\*kept\*\*/.test(lineOf(name).split('|').at(-2) ?? ''),
    )
    expect(silent).toEqual([])
  })

  it('lets a foreign key to a person empty itself or take its row along', async () => {
    const { rows } = await app().read((db) =>
      sql<{ constraint: string }>`
        select conname as constraint from pg_constraint
        where contype = 'f' and confrelid = 'person'::regclass and confdeltype not in ('c', 'n')`.execute(db),
    )
    expect(rows).toEqual([])
  })
})

import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { onEachEngine } from '../../testing/app.ts'
import { renewStatistics } from './statistics.ts'

onEachEngine('statistics', (app) => {
  const known = () =>
    app().read(async (db) => {
      const { rows } = await sql<{ n: number }>`
        select reltuples::int as n from pg_class where relname = 'rule_set' and relkind = 'r'`.execute(db)
      return rows[0]!.n
    })

  it('tell the planner how much a table holds', async () => {
    expect(await known()).toBe(-1)
    await renewStatistics(app().services.database)
    expect(await known()).toBeGreaterThan(0)
  })
})

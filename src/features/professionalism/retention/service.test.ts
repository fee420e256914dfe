import { expect, it } from 'vitest'
import { onEachEngine } from '../../../testing/app.ts'
import { buildTown } from '../fixtures/town.ts'

onEachEngine('keeping results of the index', (app) => {
  it('keeps every year until a period is set, and always the three that are computed anew', async () => {
    await app().write(buildTown)
    await app().write(async (db) => {
      const { id } = await db.selectFrom('person').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()
      await db
        .insertInto('index_official')
        .values([2021, 2022].map((year) => ({ person_id: id, record_key: `uji-${year}`, year, total: 70 })))
        .execute()
    })
    const admin = await app().as([{ role: 'admin' }, { role: 'officer' }])
    const night = async (years: number) => {
      await admin.post('settings/edit', { key: 'retention.index', value: years, reason: 'Jadwal retensi arsip' })
      await app().write((db) => app().services.jobs.start(db, 'index.compute', {}, null))
      await app().jobsDone()
      return app().read(async (db) => {
        const yearsOf = async (table: 'index_result' | 'index_official' | 'unit_index') =>
          (await db.selectFrom(table).select('year').distinct().orderBy('year').execute()).map((row) => row.year)
        return [await yearsOf('index_result'), await yearsOf('index_official'), await yearsOf('unit_index')]
      })
    }
    const computed = [2024, 2025, 2026]
    await admin.post('index/recompute', { year: 2022 })
    expect(await night(0)).toEqual([
      [2022, ...computed],
      [2021, 2022],
      [2022, ...computed],
    ])
    expect(await night(5)).toEqual([[2022, ...computed], [2022], [2022, ...computed]])
    expect(await night(1)).toEqual([computed, [], computed])
  })
})

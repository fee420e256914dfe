import { expect, it } from 'vitest'
import { onEachEngine } from '../../../testing/app.ts'
import { buildTown, rate } from '../fixtures/town.ts'

onEachEngine('keeping ratings', (app) => {
  it('keeps all until a period is set, then removes what is older and never what still counts', async () => {
    const town = await app().write(buildTown)
    await app().write((db) => rate(db, town.clerk, 'M.5', 2, 'supervisor', { on: '2016-06-01' }))
    await app().write((db) => rate(db, town.clerk, 'M.6', 2, 'supervisor', { on: '2026-06-01' }))
    const admin = await app().as([{ role: 'admin' }, { role: 'officer' }])
    const night = async () => {
      await app().write((db) => app().services.jobs.start(db, 'competency.compute', {}, null))
      await app().jobsDone()
      return app().read(async (db) => ({
        days: (await db.selectFrom('assessment').select('assessed_on').orderBy('assessed_on').execute()).map(
          (row) => row.assessed_on,
        ),
      }))
    }
    const set = (value: number) =>
      admin.post('settings/edit', { key: 'retention.assessments', value, reason: 'Jadwal retensi arsip' })
    expect(await night()).toEqual({ days: ['2016-06-01', '2026-06-01'] })
    await set(11)
    expect(await night()).toEqual({ days: ['2016-06-01', '2026-06-01'] })
    const start = app().now
    app().now = new Date('2027-06-02T03:00:00Z')
    expect(await night()).toEqual({ days: ['2026-06-01'] })
    app().now = start
    await set(1)
    app().now = new Date('2027-12-01T03:00:00Z')
    expect(await night()).toEqual({ days: ['2026-06-01'] })
    app().now = start
  })
})

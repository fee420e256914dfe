import { expect, it } from 'vitest'
import { onEachEngine } from '../../testing/app.ts'
import { buildTown } from './fixtures/town.ts'

onEachEngine('erasing a person', (app) => {
  it('takes them out of every unit’s sums at once, as computing everybody anew would', async () => {
    const town = await app().write(buildTown)
    const officer = await app().as([{ role: 'officer' }])
    const admin = await app().as([{ role: 'admin' }])
    const ratings = [{ competency: 'M.1', level: 1 }]
    const assess = { personId: town.clerk, as: 'assessor', assessorId: town.chief, on: '2026-05-01', ratings }
    expect((await officer.post('competency/assess', assess)).status).toBe(200)
    const computeAll = async () => {
      await officer.post('competency/compute')
      for (const year of [undefined, 2022]) await officer.post('index/recompute', year ? { year } : {})
      await app().jobsDone()
    }
    const sums = () =>
      app().read(async (db) => ({
        index: (await db.selectFrom('unit_index').selectAll().orderBy('year').orderBy('unit_id').execute()).filter(
          ({ summary }) => summary.tally.persons > 0,
        ),
        gaps: (
          await db.selectFrom('unit_gap').selectAll().orderBy('unit_id').orderBy('competency_code').execute()
        ).filter(({ summary }) => summary.gaps > 0),
      }))
    await computeAll()
    const before = await sums()
    expect(new Set(before.index.map(({ year }) => year))).toEqual(new Set([2022, 2024, 2025, 2026]))

    const { nip } = (await admin.get('people/person', { personId: town.clerk })).body
    const erased = await admin.post('people/erase', { personId: town.clerk, nip, reason: 'Permintaan sendiri' })
    expect(erased.status).toBe(200)
    const atOnce = await sums()
    expect(atOnce.index).not.toEqual(before.index)
    expect(atOnce.gaps).not.toEqual(before.gaps)
    await computeAll()
    expect(await sums()).toEqual(atOnce)
  })
})

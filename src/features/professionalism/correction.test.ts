import { expect, it } from 'vitest'
import { onEachEngine } from '../../testing/app.ts'
import { buildTown } from './fixtures/town.ts'

onEachEngine('a correction', (app) => {
  it('renews the index and the mean of the unit in the same breath', async () => {
    const { clerk } = await app().write(buildTown)
    const officer = await app().as([{ role: 'officer' }])
    await officer.post('index/recompute')
    await app().jobsDone()
    const total = async () =>
      (await officer.get('index/person', { personId: clerk })).body.estimate.scores.total as number
    const mean = async () => (await officer.get('index/unit')).body.means.total as number
    const [before, meanBefore] = [await total(), await mean()]

    const reason = 'Ijazah S-3 diterima'
    const values = {
      levelCode: '50',
      name: 'Doktor',
      year: 2026,
      graduatedOn: '2026-10-01',
      school: 'Universitas Contoh',
    }
    const added = await officer.post('people/addRecord', { personId: clerk, kind: 'education', values, reason })
    expect(added.body).toMatchObject({ recordId: expect.any(Number) })
    expect(await total()).toBeGreaterThan(before)
    expect(await mean()).toBeGreaterThan(meanBefore)

    await officer.post('people/removeRecord', {
      kind: 'education',
      recordId: added.body.recordId,
      reason: 'Salah orang',
    })
    expect(await total()).toBe(before)
    expect(await mean()).toBe(meanBefore)
  })
})

import { beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../../testing/app.ts'
import { buildTown, type Town } from '../fixtures/town.ts'

onEachEngine('the index on the home screen', (app) => {
  let town: Town
  beforeAll(async () => {
    town = await app().write(buildTown)
    const officer = await app().as([{ role: 'officer' }])
    await officer.post('index/recompute')
    await app().jobsDone()
  }, 120_000)

  it('says the own value with the largest gain, and no unit to whoever reaches over none', async () => {
    const client = await app().as([], town.nurse)
    const mine = (await client.get('index/mine')).body
    expect((await client.get('index/summary')).body).toMatchObject({
      own: {
        year: 2026,
        total: mine.estimate.scores.total,
        category: mine.estimate.category,
        gain: { text: mine.estimate.gains[0].text, points: mine.estimate.gains[0].points },
      },
      unit: null,
    })
  })

  it('says the city to whoever reaches over it, and nothing of one’s own to an account without a person', async () => {
    const client = await app().as([{ role: 'leader' }])
    const city = (await client.get('index/unit')).body
    expect((await client.get('index/summary')).body).toMatchObject({
      own: null,
      unit: { unitId: null, mean: city.means.total, measured: city.measured, persons: city.persons },
    })
  })
})

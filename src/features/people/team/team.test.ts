import { expect, it } from 'vitest'
import { onEachEngine } from '../../../testing/app.ts'
import { addTown } from '../../../testing/town.ts'

onEachEngine('the team', (app) => {
  it('shows a supervisor the lesson hours of each direct report, and nobody else', async () => {
    const town = await app().write(addTown)
    const chief = await app().as([], town.chief)
    const { rows, total } = (await chief.get('people/team')).body
    expect(total).toBe(2)
    expect(rows).toMatchObject([
      { name: 'Budi Kontrak', year: 2026, hours: 30, floor: null, ceiling: 24, standing: 'above' },
      { name: "Nur'aini Staf", year: 2026, hours: 12, floor: 20, ceiling: null, standing: 'below' },
    ])
    expect((await chief.get('people/team.xlsx')).status).toBe(200)
    expect((await (await app().as([], town.clerk)).get('people/team')).body).toEqual({ rows: [], total: 0 })
  })
})

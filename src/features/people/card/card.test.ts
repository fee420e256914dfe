import { expect, it } from 'vitest'
import { onEachEngine } from '../../../testing/app.ts'
import { addTown } from '../../../testing/town.ts'
import '../tables.ts'

onEachEngine('the register on the home screen', (app) => {
  it('says the own lesson hours of the year, and what waits only to whoever may act on it', async () => {
    const { clerk } = await app().write(async (db) => {
      const town = await addTown(db)
      const conflict = { person_id: town.clerk, record_id: town.clerk, local_value: '"A"', national_value: '"B"' }
      await db
        .insertInto('conflict')
        .values([
          { ...conflict, record_kind: 'person', field: 'name' },
          { ...conflict, record_kind: 'sanction', field: 'level' },
        ])
        .execute()
      return town
    })
    const employee = await app().as([], clerk)
    expect((await employee.get('people/summary')).body).toMatchObject({
      own: { year: 2026, hours: 12, floor: 20, standing: 'below' },
      office: null,
    })
    // The number agrees with the list behind it, also for an administrator, who may not see sanctions.
    for (const [role, n] of [
      ['officer', 2],
      ['admin', 1],
    ] as const) {
      const client = await app().as([{ role }])
      expect((await client.get('conflict/list')).body.total).toBe(n)
      expect((await client.get('people/summary')).body).toEqual({
        own: null,
        office: { importsWaiting: 0, conflicts: n },
      })
    }
  })
})

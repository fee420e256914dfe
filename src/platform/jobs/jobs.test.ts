import { expect, it } from 'vitest'
import { onEachEngine } from '../../testing/app.ts'

onEachEngine('a night', (app) => {
  it('starts what the application names and every job that says so itself', async () => {
    await app().services.jobs.startNight()
    await app().jobsDone()
    const jobs = await app().read((db) => db.selectFrom('job').select(['name', 'status', 'refusal']).execute())
    expect(jobs.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['floor.tidy', 'import.tidy', 'competency.compute']),
    )
    expect(jobs.filter(({ name, status }) => name.endsWith('.tidy') && status !== 'done')).toEqual([])
    expect(new Set(jobs.map(({ name }) => name)).size).toBe(jobs.length)
  })
})

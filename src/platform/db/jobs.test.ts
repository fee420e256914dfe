import { expect, it } from 'vitest'
import { onEachEngine } from '../../testing/app.ts'

onEachEngine('tidying up', (app) => {
  it('throws away what has had its time and keeps the rest', async () => {
    const client = await app().as([{ role: 'admin' }])
    const token = { name: 'Integrasi', expiresOn: '2027-01-31' }
    await client.post('account/createToken', token, { 'idempotency-key': 'lama' })
    await client.post('account/createToken', token, { 'idempotency-key': 'baru' })
    await app().write((db) =>
      db.updateTable('idempotency').set({ created_at: '2026-11-01T00:00:00Z' }).where('key', '=', 'lama').execute(),
    )
    const stale = await app().as([{ role: 'officer' }])
    await app().write((db) =>
      db
        .updateTable('session')
        .set({ expires_at: '2026-11-22T00:00:00Z' })
        .where('account_id', '=', stale.accountId!)
        .execute(),
    )

    await app().write((db) => app().services.jobs.start(db, 'floor.tidy', {}, null))
    await app().jobsDone()
    const kept = await app().read(async (db) => ({
      keys: (await db.selectFrom('idempotency').select('key').execute()).map(({ key }) => key),
      sessions: (await db.selectFrom('session').select('account_id').execute()).map((row) => row.account_id),
    }))
    expect(kept).toEqual({ keys: ['baru'], sessions: [client.accountId] })
    expect((await client.get('job/list')).body.rows[0]).toMatchObject({ name: 'floor.tidy', status: 'done' })
  })

  it('throws away jobs and tokens when the time that is set for them is over, and never the audit log', async () => {
    const start = app().now
    const client = await app().as([{ role: 'admin' }])
    await client.post('account/createToken', { name: 'Berakhir', expiresOn: '2027-01-31' })
    const reason = 'Jadwal retensi arsip'
    await client.post('settings/edit', { key: 'retention.jobs', value: 40, reason })
    const left = () =>
      app().read(async (db) => ({
        jobs: (await db.selectFrom('job').select('id').execute()).length,
        tokens: (await db.selectFrom('api_token').where('name', '=', 'Berakhir').select('id').execute()).length,
        audit: (await db.selectFrom('audit').select('id').execute()).length,
      }))
    const before = await left()
    const night = async (at: string) => {
      app().now = new Date(at)
      await app().write((db) => app().services.jobs.start(db, 'floor.tidy', {}, null))
      await app().jobsDone()
      return left()
    }
    expect(before.jobs).toBeGreaterThan(0)
    expect(await night('2026-12-20T18:30:00Z')).toEqual({ ...before, jobs: before.jobs + 1 })
    // The job that tidies is young itself; the token ended on 31 January and is kept for thirty days more.
    expect((await night('2027-02-15T18:30:00Z')).tokens).toBe(1)
    const last = await night('2027-03-05T18:30:00Z')
    expect(last).toMatchObject({ tokens: 0, audit: before.audit })
    app().now = start
  })
})

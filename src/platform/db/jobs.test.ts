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
})

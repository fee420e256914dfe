import { expect, it } from 'vitest'
import sample from '../../regions/lhokseumawe/programmes-sample.json' with { type: 'json' }
import { hashPassword } from '../platform/auth/secrets.ts'
import { onEachEngine } from '../testing/app.ts'
import { demoAccounts } from './accounts.ts'
import { loadProgrammes } from './programmes.ts'

onEachEngine('the sample catalogue', (app) => {
  it('comes in whole through the same operation as by hand, goes on where it stopped, and only once', async () => {
    const { http, services } = app()
    const account = demoAccounts({ persons: services.config.demoPersons }).find(({ role }) => role === 'officer')!
    const password_hash = await hashPassword(account.password)
    await app().write(async (db) => {
      await db.insertInto('setting').values({ key: 'city.synthetic', value: 'true' }).execute()
      const values = { name: account.name, nip: account.nip, password_hash, demo: true }
      const { id } = await db.insertInto('account').values(values).returning('id').executeTakeFirstOrThrow()
      await db.insertInto('role_grant').values({ account_id: id, role: 'officer', unit_id: null }).execute()
    })
    const kept = () => app().read((db) => db.selectFrom('programme').select(['code', 'synthetic']).execute())
    await loadProgrammes(http, services)
    expect((await kept()).map(({ code }) => code).toSorted()).toEqual(sample.programmes.map((p) => p.code).toSorted())
    expect((await kept()).every(({ synthetic }) => synthetic)).toBe(true)

    await app().write(async (db) => {
      await db.deleteFrom('setting').where('key', '=', 'demo.programmes').execute()
      await db.deleteFrom('programme').where('code', '=', 'TK-KEU-02').execute()
    })
    await loadProgrammes(http, services)
    expect(await kept()).toHaveLength(sample.programmes.length)
    await app().write((db) => db.deleteFrom('programme').where('code', '=', 'TK-KEU-02').execute())
    await loadProgrammes(http, services)
    expect(await kept()).toHaveLength(sample.programmes.length - 1)
  }, 120_000)
})

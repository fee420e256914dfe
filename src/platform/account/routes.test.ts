import { expect, it } from 'vitest'
import { onEachEngine, testPassword } from '../../testing/app.ts'
import { newSecret, hashSecret } from '../auth/secrets.ts'

onEachEngine('account', (app) => {
  it('refuses whoever is not signed in, in the reader’s language', async () => {
    const answer = await app().anonymous.get('account/me')
    expect(answer.status).toBe(401)
    expect(answer.body.error).toMatchObject({ code: 'account.sign-in-first', message: 'Silakan masuk dahulu.' })
  })

  it('signs in, says who is there, and signs out', async () => {
    const client = await app().as([{ role: 'officer' }])
    const me = await client.get('account/me')
    expect(me.status).toBe(200)
    expect(me.body.permissions['people.read']).toBe('city')
    expect(me.body.account).not.toHaveProperty('passwordHash')
    expect((await client.post('account/signOut')).status).toBe(200)
    expect((await client.get('account/me')).status).toBe(401)
  })

  it('answers a repeated question with 304', async () => {
    const client = await app().as([{ role: 'admin' }])
    const first = await client.get('account/me')
    const again = await client.get('account/me', {}, { 'if-none-match': String(first.headers.etag) })
    expect(again.status).toBe(304)
    expect(again.raw).toHaveLength(0)
  })

  it('makes an impatient stranger wait without locking the owner out', async () => {
    const owner = await app().as([{ role: 'admin' }])
    const { email } = await app().read((db) =>
      db.selectFrom('account').where('id', '=', owner.accountId!).select('email').executeTakeFirstOrThrow(),
    )
    const attempt = (address: string, password: string) =>
      app().http.inject({
        method: 'POST',
        url: '/api/account/signIn',
        payload: { identifier: email, password },
        headers: { 'x-requested-with': 'bina', 'x-forwarded-for': address },
      })
    for (let i = 0; i < 5; i++) expect((await attempt('10.9.9.9', 'salah-sekali')).statusCode).toBe(401)
    const blocked = await attempt('10.9.9.9', testPassword)
    expect(blocked.statusCode).toBe(429)
    expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(0)
    expect((await attempt('10.1.1.1', testPassword)).statusCode).toBe(200)
  })

  it('carries out a repeated command once', async () => {
    const client = await app().as([{ role: 'admin' }])
    const body = { name: 'Integrasi', expiresOn: '2027-01-31' }
    const key = { 'idempotency-key': 'satu' }
    const first = await client.post('account/createToken', body, key)
    const second = await client.post('account/createToken', body, key)
    expect(second.body).toEqual(first.body)
    expect((await client.get('account/tokens')).body.tokens).toHaveLength(1)
    expect((await client.post('account/createToken', { ...body, name: 'Lain' }, key)).body.error.code).toBe(
      'request.key-reused',
    )
  })

  it('lets a token act for its owner and not after it is revoked', async () => {
    const client = await app().as([{ role: 'officer' }])
    const { token } = (await client.post('account/createToken', { name: 'Laporan', expiresOn: '2027-01-31' })).body
    const ask = () =>
      app().http.inject({ method: 'GET', url: '/api/account/me', headers: { authorization: `Bearer ${token}` } })
    expect((await ask()).statusCode).toBe(200)
    const [{ tokenId }] = (await client.get('account/tokens')).body.tokens
    await client.post('account/revokeToken', { tokenId })
    expect((await ask()).statusCode).toBe(401)
  })

  it('refuses a cookie-carried command from another site', async () => {
    const answer = await app().http.inject({
      method: 'POST',
      url: '/api/account/signOut',
      payload: {},
      headers: { cookie: 'bina_session=x' },
    })
    expect(answer.json().error.code).toBe('request.foreign')
  })

  it('creates the first administrator once, and not with an easy password', async () => {
    const secret = newSecret()
    await app().write((db) =>
      db
        .insertInto('first_administrator')
        .values({ secret_hash: hashSecret(secret) })
        .execute(),
    )
    const claim = { secret, name: 'Administrator Uji', email: 'admin@contoh.invalid', password: 'rahasia-sekali' }
    expect((await app().anonymous.post('account/claim', claim)).body.error.code).toBe('account.password-common')
    const strong = { ...claim, password: 'pelangi-batu-kopi' }
    const first = await app().anonymous.post('account/claim', strong)
    expect(first.body.permissions['account.manage']).toBe('city')
    expect((await app().anonymous.post('account/claim', { ...strong, email: 'lain@contoh.invalid' })).status).toBe(403)
  })

  it('sends a letter with a link that sets a new password once', async () => {
    const owner = await app().as([{ role: 'admin' }])
    const { email } = await app().read((db) =>
      db.selectFrom('account').where('id', '=', owner.accountId!).select('email').executeTakeFirstOrThrow(),
    )
    expect((await app().anonymous.post('account/forgot', { identifier: email })).status).toBe(200)
    expect((await app().anonymous.post('account/forgot', { identifier: 'tiada@contoh.invalid' })).status).toBe(200)
    await app().jobsDone()
    const { readdirSync, readFileSync } = await import('node:fs')
    const folder = `${app().services.config.dataDir}/mail`
    const [letter] = readdirSync(folder)
    const secret = /#(\S+)/.exec(readFileSync(`${folder}/${letter}`, 'utf8'))![1]
    expect((await app().anonymous.post('account/reset', { secret, password: 'pelangi-batu-kopi' })).status).toBe(200)
    expect((await owner.get('account/me')).status).toBe(401)
    expect(
      (await app().anonymous.post('account/signIn', { identifier: email, password: 'pelangi-batu-kopi' })).status,
    ).toBe(200)
    expect((await app().anonymous.post('account/reset', { secret, password: 'gunung-kertas-hijau' })).status).toBe(403)
  })

  it('keeps commands and refusals in an unbroken audit log', async () => {
    const { verifyAudit } = await import('../audit/verify.ts')
    const admin = await app().as([{ role: 'admin' }])
    const officer = await app().as([{ role: 'officer' }])
    expect((await officer.get('audit/list')).body.error.code).toBe('account.not-allowed')
    const { rows, total } = (await admin.get('audit/list', { outcome: 'refused', operation: 'account/signIn' })).body
    expect(total).toBeGreaterThanOrEqual(5)
    expect(rows[0].codeWords).toBeTruthy()
    const { kysely } = app().services.database
    expect(await verifyAudit(kysely)).toMatchObject({ brokenAt: null })
    await app().write(async (db) => {
      const { sql } = await import('kysely')
      await sql`alter table audit disable trigger audit_append_only`.execute(db)
      await db.updateTable('audit').set({ operation: 'account/forged' }).where('id', '=', 3).execute()
      await sql`alter table audit enable trigger audit_append_only`.execute(db)
    })
    expect(await verifyAudit(kysely)).toMatchObject({ brokenAt: 3 })
    await expect(app().write((db) => db.deleteFrom('audit').where('id', '=', 1).execute())).rejects.toThrow(
      'append-only',
    )
  })

  it('describes itself', async () => {
    const answer = await app().http.inject({ method: 'GET', url: '/api/openapi.json' })
    expect(answer.json().paths['/api/account/signIn'].post['x-permission']).toBe('anyone')
    expect((await app().http.inject({ method: 'GET', url: '/api' })).body).toContain('/api/account/signIn')
    expect((await app().http.inject({ method: 'GET', url: '/api/ready' })).json()).toEqual({ status: 'ready' })
  })
})

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { type Client, onEachEngine } from '../../../testing/app.ts'
import { addTown } from '../../../testing/town.ts'
import { readRows } from '../../rows/read.ts'
import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'

const reason = 'Surat tugas 12/2026'

onEachEngine('administration of accounts', (app) => {
  let admin: Client
  let town: Awaited<ReturnType<typeof addTown>>

  beforeAll(async () => {
    town = await app().write(addTown)
    admin = await app().as([{ role: 'admin' }])
  })

  const signIn = (identifier: string, password: string) =>
    app().anonymous.post('account/signIn', { identifier, password })
  const show = async (accountId: number) => (await admin.get('accounts/show', { accountId })).body
  const sheetFiles = () => {
    const folder = join(app().services.config.dataDir, 'files/first-passwords')
    return existsSync(folder) ? readdirSync(folder) : []
  }

  async function rowsOf(content: Buffer) {
    const path = join(mkdtempSync(join(tmpdir(), 'bina-test-sheet-')), 'a.xlsx')
    writeFileSync(path, content)
    const rows = []
    for await (const event of readRows({ path, name: 'a.xlsx' }))
      if (event.type === 'row') rows.push({ sheet: event.path, ...(event.values as Record<string, string>) })
    return rows as unknown as { sheet: string; NIP: string; Nama: string; 'Kata sandi pertama': string }[]
  }

  it('is for administrators alone', async () => {
    const officer = await app().as([{ role: 'officer' }])
    for (const op of ['list', 'summary', 'sheets', 'candidates'])
      expect((await officer.get(`accounts/${op}`)).body.error.code).toBe('account.not-allowed')
  })

  it('creates an account for a person: the first password works once, then must be changed', async () => {
    const made = await admin.post('accounts/create', { kind: 'person', personId: town.clerk, reason })
    expect(made.status).toBe(200)
    const { accountId, identifier, password } = made.body
    expect(await show(accountId)).toMatchObject({ name: "Nur'aini Staf", unitName: 'Seksi Gizi', state: 'new' })
    expect((await show(accountId)).roles).toEqual([{ role: 'employee', unitId: null, unitName: null, derived: true }])
    const me = await signIn(identifier, password)
    expect(me.body.account.mustChangePassword).toBe(true)
    expect((await show(accountId)).lastSeenAt).not.toBeNull()
    const again = await admin.post('accounts/create', { kind: 'person', personId: town.clerk, reason })
    expect(again.body.error.code).toBe('accounts.exists')
  })

  it('creates an account for somebody outside, once per address', async () => {
    const input = { kind: 'external', name: 'Pengajar Tamu', email: 'Tamu@contoh.invalid', reason }
    const made = await admin.post('accounts/create', input)
    expect(made.body.identifier).toBe('tamu@contoh.invalid')
    expect((await admin.post('accounts/create', input)).body.error.code).toBe('accounts.email-taken')
    const bad = await admin.post('accounts/create', { ...input, email: 'bukan surel' })
    expect(bad.body.error.fields[0].path).toBe('email')
  })

  it('grants and revokes roles, head with a unit, never a derived one', async () => {
    const [{ accountId }] = (await admin.get('accounts/list', { search: 'Tamu' })).body.rows
    const grant = (role: string, unitId?: number) =>
      admin.post('accounts/grantRole', { accountId, role, unitId, reason })
    expect((await grant('supervisor')).status).toBe(422)
    expect((await grant('head')).body.error.code).toBe('accounts.head-needs-unit')
    expect((await grant('head', 999_999)).body.error.code).toBe('accounts.unit-unknown')
    expect((await grant('officer', town.office)).body.error.code).toBe('accounts.role-without-unit')
    expect((await grant('head', town.office)).status).toBe(200)
    expect((await grant('head', town.office)).status).toBe(200)
    expect((await show(accountId)).roles).toEqual([
      { role: 'head', unitId: town.office, unitName: 'Dinas Kesehatan', derived: false },
    ])
    expect((await admin.get('accounts/list', { role: 'head' })).body.total).toBe(1)
    const revoke = () => admin.post('accounts/revokeRole', { accountId, role: 'head', unitId: town.office, reason })
    expect((await revoke()).status).toBe(200)
    expect((await revoke()).body.error.code).toBe('accounts.role-not-held')
    const { rows } = (await admin.get('audit/list', { subject: `account:${accountId}`, outcome: 'done' })).body
    expect(rows[0]).toMatchObject({
      operation: 'accounts/revokeRole',
      subject: `account:${accountId} head:${town.office}`,
      reason,
    })
    expect(rows.map((row: { operation: string }) => row.operation)).toContain('accounts/create')
  })

  it('keeps an administrator', async () => {
    const own = { accountId: admin.accountId, role: 'admin', reason }
    expect((await admin.post('accounts/revokeRole', own)).body.error.code).toBe('accounts.last-administrator')
    const second = await app().as([{ role: 'admin' }])
    expect((await admin.post('accounts/revokeRole', own)).body.error.code).toBe('accounts.own-administrator')
    expect((await admin.post('accounts/disable', own)).body.error.code).toBe('accounts.own-administrator')
    const others = { accountId: second.accountId, role: 'admin', reason }
    // Each removes the other in the same moment: one of them stays.
    const both = await Promise.all([
      admin.post('accounts/revokeRole', others),
      second.post('accounts/revokeRole', { ...own }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, expect.toBeOneOf([403, 409])])
    await app().write(async (db) => {
      await db.deleteFrom('role_grant').where('account_id', '=', second.accountId!).execute()
      await db
        .insertInto('role_grant')
        .values({ account_id: admin.accountId!, role: 'admin', unit_id: null })
        .onConflict((c) => c.doNothing())
        .execute()
    })
  })

  it('lets changes among administrators wait for each other', async () => {
    const { administratorsLocked } = await import('./queries.ts')
    const order: string[] = []
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    const first = app().write(async (db) => {
      await administratorsLocked(db)
      order.push('first decides')
      await pause(150)
      order.push('first is done')
    })
    await pause(50)
    await app().write(async (db) => {
      await administratorsLocked(db)
      order.push('second decides')
    })
    await first
    expect(order).toEqual(['first decides', 'first is done', 'second decides'])
  })

  it('closes an account with its sessions and tokens, and opens it again', async () => {
    const guest = await app().as([{ role: 'officer' }])
    await guest.post('account/createToken', { name: 'Sistem', expiresOn: '2027-01-31' })
    await admin.post('accounts/disable', { accountId: guest.accountId, reason })
    expect((await guest.get('account/me')).status).toBe(401)
    expect((await show(guest.accountId!)).state).toBe('disabled')
    await admin.post('accounts/enable', { accountId: guest.accountId, reason })
    expect((await guest.get('account/me')).status).toBe(401)
    expect((await show(guest.accountId!)).state).toBe('active')
    const tokens = await app().read((db) =>
      db.selectFrom('api_token').where('account_id', '=', guest.accountId!).select('id').execute(),
    )
    expect(tokens).toEqual([])
  })

  it('resets a password: shown once, kept nowhere, sessions ended', async () => {
    const guest = await app().as([{ role: 'officer' }])
    const { body } = await admin.post(
      'accounts/resetPassword',
      { accountId: guest.accountId, reason },
      { 'idempotency-key': 'atur-ulang' },
    )
    expect((await guest.get('account/me')).status).toBe(401)
    expect((await signIn(body.identifier, body.password)).body.account.mustChangePassword).toBe(true)
    const kept = await app().read((db) => db.selectFrom('idempotency').select('response').execute())
    expect(JSON.stringify(kept)).not.toContain(body.password)
    const own = await admin.post('accounts/resetPassword', { accountId: admin.accountId, reason })
    expect(own.body.error.code).toBe('accounts.own-password')
  })

  it('creates accounts for a unit, then for everybody, and never twice', async () => {
    const before = (await admin.get('accounts/summary')).body.withoutAccount
    const inSection = (await admin.get('accounts/summary', { unitId: town.section })).body.withoutAccount
    expect(inSection).toBe(2)
    await admin.post('accounts/createForRegister', { unitId: town.section, reason })
    await app().jobsDone()
    expect((await admin.get('accounts/summary')).body.withoutAccount).toBe(before - 2)
    const again = await admin.post('accounts/createForRegister', { unitId: town.section, reason })
    expect(again.body.error.code).toBe('accounts.nobody-without')
    await admin.post('accounts/createForRegister', { reason })
    await app().jobsDone()
    expect((await admin.get('accounts/summary')).body.withoutAccount).toBe(0)
    const retired = await app().read((db) =>
      db.selectFrom('account').where('person_id', '=', town.gone).select('id').execute(),
    )
    expect(retired).toEqual([])
  })

  it('hands a sheet out once', async () => {
    const { sheets } = (await admin.get('accounts/sheets')).body
    const sheet = sheets.find(({ unitName }: { unitName: string | null }) => unitName === null)
    expect(sheet).toMatchObject({ state: 'ready', accounts: 2 })
    const { ticket } = (await admin.post('accounts/takeSheet', { sheetId: sheet.sheetId, reason })).body
    const other = await app().as([{ role: 'admin' }])
    expect((await other.get('accounts/download', { ticket })).status).toBe(410)
    const file = await admin.get('accounts/download', { ticket })
    const rows = await rowsOf(file.raw)
    expect(rows.map((row) => row.Nama).toSorted()).toEqual(['Cut Kepala', 'Jauh Sekali'])
    expect(new Set(rows.map((row) => row.sheet)).size).toBe(2)
    const [first] = rows
    expect((await signIn(first!.NIP, first!['Kata sandi pertama'])).body.account.mustChangePassword).toBe(true)
    expect((await admin.get('accounts/download', { ticket })).status).toBe(410)
    const again = await admin.post('accounts/takeSheet', { sheetId: sheet.sheetId, reason })
    expect(again.body.error.code).toBe('accounts.sheet-taken')
    expect(sheetFiles()).not.toContain(`${sheet.sheetId}.xlsx`)
    const states = (await admin.get('accounts/sheets')).body.sheets.map(({ state }: { state: string }) => state)
    expect(states.toSorted()).toEqual(['ready', 'taken'])
    const left = await app().read((db) =>
      db.selectFrom('password_sheet').where('seed', 'is not', null).select('id').execute(),
    )
    expect(left).toEqual([])
  })

  it('goes on after a job that died half way, with passwords that open every account', async () => {
    const { addPerson } = await import('../../../testing/town.ts')
    const { createAccounts } = await import('./sheet/service.ts')
    await app().write(async (db) => {
      for (let n = 0; n < 25; n++) await addPerson(db, { name: `Pegawai Baru ${n}`, unit: town.section })
    })
    const sheetId = '0b9e6a58-7c39-4c13-9e77-1c5d3b0d7f10'
    const job = (die: boolean) => {
      let steps = 0
      return {
        id: sheetId,
        accountId: admin.accountId,
        services: app().services,
        signal: new AbortController().signal,
        progress: () => {
          if (die && ++steps === 2) throw new Error('killed')
        },
      }
    }
    const { insertSheet } = await import('./sheet/queries.ts')
    await app().write((db) =>
      insertSheet(db, {
        sheetId,
        jobId: sheetId,
        unitId: null,
        seed: Buffer.alloc(32, 7),
        by: admin.accountId!,
        at: app().now,
      }),
    )
    await expect(createAccounts(job(true), sheetId)).rejects.toThrow('killed')
    expect((await admin.get('accounts/summary')).body.withoutAccount).toBe(5)
    // What the crash left is taken up by the very same seed.
    expect((await admin.post('accounts/resumeSheet', { sheetId })).status).toBe(200)
    await app().jobsDone()
    const { ticket } = (await admin.post('accounts/takeSheet', { sheetId, reason })).body
    const rows = await rowsOf((await admin.get('accounts/download', { ticket })).raw)
    expect(rows).toHaveLength(25)
    for (const row of [rows[0]!, rows[24]!]) expect((await signIn(row.NIP, row['Kata sandi pertama'])).status).toBe(200)
  })
})

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { onEachEngine } from '../../../../testing/app.ts'
import { addTown } from '../../../../testing/town.ts'

const reason = 'Surat tugas 12/2026'
const start = new Date('2026-11-23T03:00:00Z')
const daysLater = (days: number) => new Date(start.getTime() + days * 24 * 3600 * 1000)

onEachEngine('first passwords that nobody uses', (app) => {
  const signIn = (identifier: string, password: string) =>
    app().anonymous.post('account/signIn', { identifier, password })
  const administrator = () => app().as([{ role: 'admin' }])
  const files = () => {
    const folder = join(app().services.config.dataDir, 'files/first-passwords')
    return existsSync(folder) ? readdirSync(folder) : []
  }
  const tidy = async () => {
    await app().write((db) => app().services.jobs.start(db, 'floor.tidy', {}, null))
    await app().jobsDone()
  }
  const someSheet = async (admin: Awaited<ReturnType<typeof administrator>>) => {
    expect((await admin.post('accounts/createForRegister', { reason })).status).toBe(200)
    await app().jobsDone()
    const { sheets } = (await admin.get('accounts/sheets')).body
    return sheets.find(({ state }: { state: string }) => state === 'ready') as { sheetId: string; accounts: number }
  }
  const stateOf = async (admin: Awaited<ReturnType<typeof administrator>>, sheetId: string): Promise<string> =>
    (await admin.get('accounts/sheets')).body.sheets.find((one: { sheetId: string }) => one.sheetId === sheetId).state
  const without = async (admin: Awaited<ReturnType<typeof administrator>>): Promise<number> =>
    (await admin.get('accounts/summary')).body.withoutAccount

  it('stop opening the account after the days that are set, and an administrator issues anew', async () => {
    const town = await app().write(addTown)
    const admin = await administrator()
    const made = (await admin.post('accounts/create', { kind: 'person', personId: town.clerk, reason })).body
    app().now = daysLater(13)
    expect((await signIn(made.identifier, made.password)).status).toBe(200)
    app().now = daysLater(15)
    const late = await signIn(made.identifier, made.password)
    expect([late.status, late.body.error.code]).toEqual([403, 'account.first-password-expired'])
    expect(late.body.error.message).toContain('14 hari')
    expect((await signIn(made.identifier, 'bukan-kata-sandinya')).body.error.code).toBe('account.wrong-password')

    const later = await administrator()
    const anew = (await later.post('accounts/resetPassword', { accountId: made.accountId, reason })).body
    expect((await signIn(made.identifier, anew.password)).body.account.mustChangePassword).toBe(true)
    await later.post('settings/edit', { key: 'account.first-password-days', value: 60, reason })
    app().now = daysLater(60)
    expect((await signIn(made.identifier, anew.password)).status).toBe(200)
    await app().write((db) => db.deleteFrom('setting').execute())
    app().now = start
  })

  it('never run out once the owner has chosen another', async () => {
    const admin = await administrator()
    const guest = { kind: 'external', name: 'Pengajar Tamu', email: 'tamu@contoh.invalid', reason }
    const { password } = (await admin.post('accounts/create', guest)).body
    const entered = await signIn(guest.email, password)
    const cookie = String(entered.headers['set-cookie']).split(';')[0]!
    const next = 'gajah-terbang-42'
    expect((await app().anonymous.post('account/changePassword', { current: password, next }, { cookie })).status).toBe(
      200,
    )
    app().now = daysLater(400)
    expect((await signIn(guest.email, next)).status).toBe(200)
    app().now = start
  })

  it('are discarded with their sheet, and their accounts can be created again', async () => {
    const admin = await administrator()
    const before = await without(admin)
    const sheet = await someSheet(admin)
    expect(sheet.accounts).toBe(before)
    const { rows } = (await admin.get('accounts/list', { search: 'Cut Kepala' })).body
    await admin.post('accounts/resetPassword', { accountId: rows[0].accountId, reason })

    const discard = () => admin.post('accounts/discardSheet', { sheetId: sheet.sheetId, reason })
    expect((await discard()).status).toBe(200)
    expect(files()).toEqual([])
    expect((await discard()).body.error.code).toBe('accounts.sheet-expired')
    expect((await admin.post('accounts/takeSheet', { sheetId: sheet.sheetId, reason })).body.error.code).toBe(
      'accounts.sheet-expired',
    )
    expect(await stateOf(admin, sheet.sheetId)).toBe('discarded')
    // Whoever got a password of their own meanwhile keeps the account.
    expect(await without(admin)).toBe(before - 1)
    const officer = await app().as([{ role: 'officer' }])
    expect((await officer.post('accounts/discardSheet', { sheetId: sheet.sheetId, reason })).status).toBe(403)
  })

  it('are gone with a sheet that nobody took in time', async () => {
    const admin = await administrator()
    const before = await without(admin)
    const sheet = await someSheet(admin)
    app().now = daysLater(13)
    await tidy()
    expect(files()).toEqual([`${sheet.sheetId}.xlsx`])
    app().now = daysLater(15)
    const later = await administrator()
    expect(await stateOf(later, sheet.sheetId)).toBe('expired')
    expect((await later.post('accounts/takeSheet', { sheetId: sheet.sheetId, reason })).body.error.code).toBe(
      'accounts.sheet-expired',
    )
    await tidy()
    expect(files()).toEqual([])
    expect(await stateOf(later, sheet.sheetId)).toBe('expired')
    expect(await without(later)).toBe(before)
    expect((await someSheet(later)).accounts).toBe(before)
  })
})

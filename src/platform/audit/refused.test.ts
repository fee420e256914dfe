import { expect, it } from 'vitest'
import { onEachEngine } from '../../testing/app.ts'

onEachEngine('a refused command', (app) => {
  const lastOf = async (operation: string) => {
    const admin = await app().as([{ role: 'admin' }])
    return (await admin.get('audit/list', { operation, outcome: 'refused', limit: 1 })).body.rows[0]
  }

  it('stands in the log with the code of the refusal, its words, and the reason that was given', async () => {
    const admin = await app().as([{ role: 'admin' }])
    const reason = 'Surat tugas 12/2026'
    await admin.post('accounts/disable', { accountId: 999_999, reason })
    expect(await lastOf('accounts/disable')).toMatchObject({
      accountId: admin.accountId,
      subject: 'account:999999',
      outcome: 'refused',
      code: 'account.unknown',
      codeWords: 'Akun tidak ditemukan.',
      reason,
    })
    await admin.post('accounts/resetPassword', { accountId: admin.accountId, reason })
    expect(await lastOf('accounts/resetPassword')).toMatchObject({ code: 'accounts.own-password', reason })
    await admin.post('accounts/disable', { accountId: 'x' })
    expect(await lastOf('accounts/disable')).toMatchObject({ code: 'input.invalid', reason: null })
  })

  it('is logged too when it was an upload that was not let in', async () => {
    const leader = await app().as([{ role: 'leader' }])
    expect((await leader.upload('import/upload', { name: 'a.csv', content: 'a' })).status).toBe(403)
    expect(await lastOf('import/upload')).toMatchObject({ accountId: leader.accountId, code: 'account.not-allowed' })
    const officer = await app().as([{ role: 'officer' }])
    expect((await officer.post('import/upload', {})).status).toBe(415)
    expect(await lastOf('import/upload')).toMatchObject({ accountId: officer.accountId, code: 'file.missing' })
  })
})

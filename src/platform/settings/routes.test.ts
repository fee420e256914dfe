import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { onEachEngine } from '../../testing/app.ts'
import { shapeOf } from './rules.ts'

const reason = 'Uji coba'

describe('the shape of a setting', () => {
  const shape = (schema: z.ZodType) => shapeOf(z.toJSONSchema(schema) as Record<string, unknown>)
  it('follows from its schema', () => {
    expect(shape(z.enum(['a', 'b']))).toMatchObject({ kind: 'choice', choices: ['a', 'b'] })
    expect(shape(z.number().min(1).max(9))).toMatchObject({ kind: 'number', least: 1, most: 9 })
    expect(shape(z.boolean()).kind).toBe('switch')
    expect(shape(z.string()).kind).toBe('text')
  })
})

onEachEngine('settings', (app) => {
  it('says what each means, and who set it when', async () => {
    const admin = await app().as([{ role: 'admin' }])
    const [before] = (await admin.get('settings/list')).body.settings
    expect(before).toMatchObject({ key: 'index.rule-set', kind: 'choice', value: 'IPASN_2019', isSet: false })
    const edited = await admin.post('settings/edit', { key: 'index.rule-set', value: 'IPASN_2024', reason })
    expect(edited.body.jobId).toBeTruthy()
    const [after] = (await admin.get('settings/list')).body.settings
    expect(after).toMatchObject({ value: 'IPASN_2024', isSet: true, setBy: 'Akun Uji' })
    const restored = await admin.post('settings/restore', { key: 'index.rule-set', reason })
    expect(restored.status).toBe(200)
    const [last] = (await admin.get('settings/list')).body.settings
    expect(last).toMatchObject({ value: 'IPASN_2019', isSet: false, setBy: null })
    const { rows } = (await admin.get('audit/list', { subject: 'setting:index.rule-set' })).body
    expect(rows.map((row: { reason: string }) => row.reason)).toEqual([reason, reason])
    await app().jobsDone()
  })

  it('refuses a value that its schema or its choices do not hold, an unknown key, and everybody else', async () => {
    const admin = await app().as([{ role: 'admin' }])
    const edit = (key: string, value: unknown) => admin.post('settings/edit', { key, value, reason })
    for (const value of ['', 'IPASN_1999', 7, true]) {
      const { status, body } = await edit('index.rule-set', value)
      expect([value, status, body.error.fields[0].path]).toEqual([value, 422, 'value'])
    }
    expect((await edit('city.synthetic', false)).body.error.code).toBe('settings.unknown')
    const officer = await app().as([{ role: 'officer' }])
    expect((await officer.get('settings/list')).body.error.code).toBe('account.not-allowed')
  })
})

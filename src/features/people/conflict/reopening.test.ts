import { expect, it } from 'vitest'
import { onEachEngine } from '../../../testing/app.ts'
import { addTown } from '../../../testing/town.ts'
import '../tables.ts'

onEachEngine('a decided conflict', (app) => {
  async function conflictOver(field: 'titleBack' | 'postTitle', local: string, national: string) {
    const { clerk } = await app().write(addTown)
    const officer = await app().as([{ role: 'officer' }])
    const reason = 'SK terbaru ada di sini'
    await officer.post('people/correct', { kind: 'person', recordId: clerk, field, value: local, reason })
    const { id } = await app().write((db) =>
      db
        .insertInto('conflict')
        .values({
          record_kind: 'person',
          record_id: clerk,
          person_id: clerk,
          field,
          local_value: JSON.stringify(local),
          national_value: JSON.stringify(national),
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    const person = async () => (await officer.get('people/person', { personId: clerk })).body
    const decide = (decision: string) => officer.post('conflict/decide', { conflictId: id, decision, reason })
    const reopen = () => officer.post('conflict/reopen', { conflictId: id, reason })
    return { clerk, officer, person, decide, reopen }
  }

  it('is undone: the value corrected here stands again and the question is open', async () => {
    const { person, decide, reopen } = await conflictOver('titleBack', 'S.E.', 'S.Sos.')
    expect((await reopen()).body.error.code).toBe('conflict.not-decided')
    for (const [decision, stands, local] of [
      ['take', 'S.Sos.', []],
      ['keep', 'S.E.', ['titleBack']],
    ] as const) {
      expect((await decide(decision)).status).toBe(200)
      expect(await person()).toMatchObject({ titleBack: stands, origin: { local }, openConflicts: 0 })
      expect((await reopen()).status).toBe(200)
      expect(await person()).toMatchObject({ titleBack: 'S.E.', origin: { local: ['titleBack'] }, openConflicts: 1 })
    }
  })

  it('is undone also where the field is a place in the structure', async () => {
    const { person, decide, reopen } = await conflictOver('postTitle', 'Analis Gizi', 'Pengelola Gizi')
    await decide('take')
    expect((await person()).post.title).toBe('Pengelola Gizi')
    await reopen()
    expect(await person()).toMatchObject({ post: { title: 'Analis Gizi' }, origin: { local: ['postTitle'] } })
  })

  it('stays decided when the field was corrected again since', async () => {
    const { clerk, officer, decide, reopen } = await conflictOver('titleBack', 'S.E.', 'S.Sos.')
    await decide('take')
    const again = { kind: 'person', recordId: clerk, field: 'titleBack', value: 'M.Si.', reason: 'ijazah baru' }
    expect((await officer.post('people/correct', again)).status).toBe(200)
    expect((await reopen()).body.error.code).toBe('conflict.moved-on')
  })
})

import { expect, it } from 'vitest'
import { type Client, onEachEngine } from '../../../testing/app.ts'
import { counts, load, nipOf, person, preview } from '../import/fixtures/files.ts'

onEachEngine('a conflict', (app) => {
  let officer: Client
  const personId = (number: number) =>
    app().read((db) =>
      db
        .selectFrom('person')
        .where('nip', '=', nipOf(number))
        .select(['id', 'name', 'grade_code', 'local', 'version'])
        .executeTakeFirstOrThrow(),
    )
  const correct = async (number: number, field: string, value: string) => {
    const { id } = await personId(number)
    const body = { kind: 'person', recordId: id, field, value, reason: 'Sesuai SK asli' }
    expect((await officer.post('people/correct', body)).status).toBe(200)
  }
  const open = async () => (await officer.get('conflict/list')).body.rows
  const files = {
    'data-utama.json': [person(1), person(2), person(3, { jabatanNama: 'Arsiparis', golRuangAkhirId: '34' })],
  }

  it('keeps a local correction through an import and asks once', async () => {
    officer = await app().as([{ role: 'officer' }])
    await load(app(), officer, files)
    await correct(1, 'name', 'Pegawai Sebenarnya')
    await correct(2, 'gradeCode', '32')
    await correct(3, 'postTitle', 'Arsiparis Ahli')
    const first = await load(app(), officer, files)
    expect(first.counts).toEqual(counts({ conflict: 3 }))
    expect((await personId(1)).name).toBe('Pegawai Sebenarnya')
    expect(await open()).toMatchObject([
      { nip: nipOf(1), field: 'name', fieldName: 'Nama', local: 'Pegawai Sebenarnya', national: 'Pegawai Contoh 1' },
      { nip: nipOf(2), field: 'gradeCode', local: '32', national: '33' },
      { nip: nipOf(3), field: 'postTitle', local: 'Arsiparis Ahli', national: 'Arsiparis' },
    ])
    const { version } = await personId(1)
    await load(app(), officer, files)
    expect(await open()).toHaveLength(3)
    expect((await personId(1)).version).toBe(version)
  })

  it('takes the other changes of a row in conflict', async () => {
    const shown = await load(app(), officer, { 'data-utama.json': [person(1, { golRuangAkhirId: '34' })] })
    expect(shown.counts).toEqual(counts({ conflict: 1 }))
    expect(await personId(1)).toMatchObject({ name: 'Pegawai Sebenarnya', grade_code: '34' })
    await load(app(), officer, files)
  })

  it('can be decided for the value here, and is not asked again until the nation says something new', async () => {
    const [{ conflictId }] = await open()
    const decide = { conflictId, decision: 'keep', reason: 'Nama di akta' }
    expect((await officer.post('conflict/decide', decide)).status).toBe(200)
    expect((await officer.post('conflict/decide', decide)).status).toBe(409)
    expect((await preview(app(), officer, files)).counts).toEqual(counts({ same: 1, conflict: 2 }))
    const other = await preview(app(), officer, { 'data-utama.json': [person(1, { nama: 'Nama Ketiga' })] })
    expect(other.counts).toEqual(counts({ conflict: 1 }))
  })

  it('can be decided for the national value, which is then followed again', async () => {
    for (const { conflictId } of await open())
      await officer.post('conflict/decide', { conflictId, decision: 'take', reason: 'Koreksi keliru' })
    expect(await open()).toEqual([])
    expect(await personId(2)).toMatchObject({ grade_code: '33', local: {} })
    const [post] = await app().read((db) =>
      db
        .selectFrom('person')
        .innerJoin('post', 'post.id', 'person.post_id')
        .where('nip', '=', nipOf(3))
        .select(['title', 'local'])
        .execute(),
    )
    expect(post).toEqual({ title: 'Arsiparis', local: {} })
    const { id } = await personId(2)
    const changes = await app().read((db) =>
      db.selectFrom('register_change').where('person_id', '=', id).selectAll().orderBy('id').execute(),
    )
    expect(changes.at(-1)).toMatchObject({
      fields: { gradeCode: { from: '32', to: '33' } },
      account_id: officer.accountId,
      reason: 'Koreksi keliru',
    })
    expect((await preview(app(), officer, files)).counts).toEqual(counts({ same: 3 }))
  })

  it('is closed when the nation comes to say what is recorded here', async () => {
    await correct(2, 'gradeCode', '32')
    await load(app(), officer, files)
    expect(await open()).toHaveLength(1)
    await load(app(), officer, { 'data-utama.json': [person(2, { golRuangAkhirId: '32' })] })
    expect(await open()).toEqual([])
  })

  it('is for those who may correct', async () => {
    for (const role of ['head', 'leader', 'integrity'] as const) {
      const client = await app().as([{ role }])
      expect((await client.get('conflict/list')).status).toBe(403)
      const decide = { conflictId: 1, decision: 'keep', reason: 'Uji' }
      expect((await client.post('conflict/decide', decide)).status).toBe(403)
    }
  })
})

import { expect, it } from 'vitest'
import { onEachEngine } from '../../../testing/app.ts'
import { addTown, supervisorOf } from '../../../testing/town.ts'

onEachEngine('correcting the register', (app) => {
  const town = () => app().write(addTown)
  const officer = () => app().as([{ role: 'officer' }])
  const reason = 'Sesuai ijazah asli'

  it('corrects a field, keeps its mark and its history, and takes the national value again', async () => {
    const t = await town()
    const client = await officer()
    const record = { kind: 'person', recordId: t.clerk }
    const corrected = await client.post('people/correct', { ...record, field: 'name', value: 'Nuraini Baru', reason })
    expect(corrected.body).toEqual({ version: 2 })
    const page = (await client.get('people/person', { personId: t.clerk })).body
    expect(page).toMatchObject({ name: 'Nuraini Baru', origin: { source: 'national', local: ['name'] } })
    expect(page.changes).toMatchObject([{ kind: 'person', field: 'name', source: 'local', reason, by: 'Akun Uji' }])
    expect((await client.get('people/register', { search: 'nuraini baru' })).body.total).toBe(1)

    await client.post('people/correct', { ...record, field: 'name', value: 'Nuraini Lagi', reason })
    expect((await client.post('people/restore', { ...record, field: 'name', reason })).body).toEqual({ version: 4 })
    const restored = (await client.get('people/person', { personId: t.clerk })).body
    expect(restored).toMatchObject({ name: "Nur'aini Staf", origin: { local: [] } })
    const { rows, total } = (await client.get('people/history', { personId: t.clerk })).body
    expect(total).toBe(3)
    expect(rows[0]).toMatchObject({ field: 'name', from: 'Nuraini Lagi', to: "Nur'aini Staf", source: 'national' })
    expect((await client.post('people/restore', { ...record, field: 'name', reason })).body.error.code).toBe(
      'correction.not-corrected',
    )
  })

  it('shows what stands now in an open conflict, and closes it when the national value is taken', async () => {
    const t = await town()
    const client = await officer()
    const record = { kind: 'person', recordId: t.clerk, field: 'titleBack' }
    await client.post('people/correct', { ...record, value: 'S.Gz.', reason })
    await app().write((db) =>
      db
        .insertInto('conflict')
        .values({
          record_kind: 'person',
          record_id: t.clerk,
          person_id: t.clerk,
          field: 'titleBack',
          local_value: '"S.Gz."',
          national_value: '"A.Md."',
        })
        .execute(),
    )
    await client.post('people/correct', { ...record, value: 'S.Gz., M.Si.', reason })
    const conflict = () =>
      app().read((db) =>
        db
          .selectFrom('conflict')
          .where('record_id', '=', t.clerk)
          .select(['local_value', 'decision'])
          .executeTakeFirst(),
      )
    expect(await conflict()).toEqual({ local_value: 'S.Gz., M.Si.', decision: null })
    await client.post('people/restore', { ...record, reason })
    expect(await conflict()).toMatchObject({ decision: 'take' })
    expect((await client.get('people/person', { personId: t.clerk })).body.titleBack).toBe('A.Md.')
  })

  it('moves a person to another unit and post, and settles who supervises them', async () => {
    const t = await town()
    const client = await officer()
    const { units } = (await client.get('people/units')).body
    const { nationalId } = units.find((u: { unitId: number }) => u.unitId === t.otherOffice)
    const correct = (field: string, value: string) =>
      client.post('people/correct', { kind: 'person', recordId: t.contract, field, value, reason })
    expect((await correct('unitNationalId', nationalId)).status).toBe(200)
    expect((await correct('postTitle', 'Nutrisionis Ahli Muda')).status).toBe(200)
    const page = (await client.get('people/person', { personId: t.contract })).body
    expect(page).toMatchObject({
      unit: { unitId: t.otherOffice },
      post: { title: 'Nutrisionis Ahli Muda', kind: 'functional' },
      supervisor: { personId: t.far },
    })
    expect((await correct('unitNationalId', 'tidak-ada')).body.error.code).toBe('people.unit-unknown')
    await client.post('people/restore', { kind: 'person', recordId: t.contract, field: 'unitNationalId', reason })
    expect(await app().read((db) => supervisorOf(db, t.contract))).toBe(t.chief)
  })

  it('refuses what an import would refuse, an older page, no reason, and whoever may not', async () => {
    const t = await town()
    const client = await officer()
    const correct = { kind: 'person', recordId: t.clerk, field: 'bornOn', value: '1980-02-30', reason }
    const codeOf = async (input: object) =>
      (await client.post('people/correct', { ...correct, ...input })).body.error.code
    expect(await codeOf({})).toBe('import.day-impossible')
    expect(await codeOf({ value: '1980-01-01' })).toBe('correction.same')
    expect(await codeOf({ value: '2015-01-01' })).toBe('import.end-before-start')
    expect(await codeOf({ value: '1980-01-02', version: 7 })).toBe('correction.stale')
    expect(await codeOf({ reason: ' ' })).toBe('input.invalid')
    expect(await codeOf({ recordId: 999_999 })).toBe('correction.record-unknown')
    expect(await codeOf({ field: 'nip' })).toBe('correction.field-unknown')
    for (const role of ['leader', 'integrity'] as const)
      expect((await (await app().as([{ role }])).post('people/correct', correct)).body.error.code).toBe(
        'account.not-allowed',
      )
    const head = await app().as([{ role: 'head', unitId: t.office }], t.head)
    expect((await head.post('people/correct', correct)).status).toBe(403)
  })

  it('keeps sanctions from an administrator, who may not see them', async () => {
    const t = await town()
    const { id } = await app().read((db) =>
      db.selectFrom('sanction').where('person_id', '=', t.clerk).select('id').executeTakeFirstOrThrow(),
    )
    const admin = await app().as([{ role: 'admin' }])
    const input = { kind: 'sanction', recordId: id, field: 'level', value: 'S', reason }
    expect((await admin.post('people/correct', input)).body.error.code).toBe('correction.record-unknown')
    const values = { level: 'R', sinceOn: '2026-01-05' }
    const added = { personId: t.clerk, kind: 'sanction', values, reason }
    expect((await admin.post('people/addRecord', added)).status).toBe(403)
    expect((await (await officer()).post('people/correct', input)).status).toBe(200)
  })

  it('adds a training of its own and removes it again, but no national record', async () => {
    const t = await town()
    const client = await officer()
    const add = (kind: string, values: object) =>
      client.post('people/addRecord', { personId: t.clerk, kind, values, reason })
    const { body } = await add('training', { kind: 'course', name: 'Bimtek Gizi', hours: '8', endedOn: '10-11-2026' })
    const page = (await client.get('people/person', { personId: t.clerk })).body
    expect(page.lessonHours.hours).toBe(20)
    expect(page.lessonHours.standing).toBe('within')
    expect(page.trainings[0]).toMatchObject({
      recordId: body.recordId,
      name: 'Bimtek Gizi',
      year: 2026,
      origin: { source: 'local' },
    })
    expect((await add('training', { kind: 'course', name: 'Tanpa tahun' })).body.error.code).toBe('import.required')
    expect((await add('training', { nama: 'x' })).body.error.code).toBe('correction.field-unknown')
    for (const [kind, values] of [
      ['education', { levelCode: 'S-1', school: 'Universitas Contoh', graduatedOn: '2005-08-01' }],
      ['appraisal', { year: 2024, predicate: 'Baik' }],
      ['rank', { gradeCode: 'II/b', sinceOn: '2024-04-01' }],
      ['posting', { postKind: 'general', title: 'Pengelola Data', sinceOn: '2020-01-01' }],
      ['sanction', { typeCode: '4', sinceOn: '2020-01-01' }],
    ] as const)
      expect([kind, (await add(kind, values)).status]).toEqual([kind, 200])

    const remove = (recordId: number) => client.post('people/removeRecord', { kind: 'training', recordId, reason })
    expect((await remove(page.trainings[1].recordId)).body.error.code).toBe('correction.national-stays')
    expect((await remove(body.recordId)).status).toBe(200)
    expect((await client.get('people/person', { personId: t.clerk })).body.lessonHours.hours).toBe(12)
  })

  it('records an exception to the supervisor, refuses a circle with its chain, and follows the structure again', async () => {
    const t = await town()
    const client = await officer()
    const set = (personId: number, supervisorId: number) =>
      client.post('people/setSupervisor', { personId, supervisorId, reason })
    expect((await set(t.clerk, t.head)).status).toBe(200)
    expect((await client.get('people/person', { personId: t.clerk })).body.supervisor).toMatchObject({
      personId: t.head,
      exception: { reason },
    })
    expect((await set(t.clerk, t.clerk)).body.error.code).toBe('supervisor.self')
    expect((await set(t.clerk, t.gone)).body.error.code).toBe('supervisor.unknown')
    const circle = (await set(t.head, t.clerk)).body.error
    expect(circle.code).toBe('supervisor.circle')
    expect(circle.message).toContain("Cut Kepala → Nur'aini Staf → Cut Kepala")
    const clear = () => client.post('people/clearSupervisor', { personId: t.clerk, reason })
    expect((await clear()).status).toBe(200)
    expect(await app().read((db) => supervisorOf(db, t.clerk))).toBe(t.chief)
    expect((await clear()).body.error.code).toBe('supervisor.no-exception')
    const { rows } = (await client.get('people/history', { personId: t.clerk })).body
    expect(rows.map((r: { field: string }) => r.field)).toEqual(['supervisorNip', 'supervisorNip'])
  })
})

import { expect, it } from 'vitest'
import { onEachEngine, type TestApp } from '../../testing/app.ts'
import { addTown } from '../../testing/town.ts'

type Town = Awaited<ReturnType<typeof addTown>>

const namesIn = (answer: { body: { rows: { name: string }[] } }) => answer.body.rows.map((row) => row.name).toSorted()

onEachEngine('the register', (app) => {
  let made: Town | undefined
  const town = async () => (made ??= await app().write(addTown))
  const officer = () => app().as([{ role: 'officer' }])
  // A person has one account at most.
  const as = async (...[roles, personId]: Parameters<TestApp['as']>) => {
    if (personId !== undefined)
      await app().write((db) => db.deleteFrom('account').where('person_id', '=', personId).execute())
    return app().as(roles, personId)
  }

  it('lists the active by default, searched by parts of name, NIP and post', async () => {
    const t = await town()
    const client = await officer()
    const all = await client.get('people/register')
    expect(all.body.total).toBe(5)
    expect(namesIn(all)).not.toContain('Sudah Pensiun')
    expect(namesIn(await client.get('people/register', { status: 'inactive' }))).toEqual(['Sudah Pensiun'])
    expect(namesIn(await client.get('people/register', { search: 'nuraini' }))).toEqual(["Nur'aini Staf"])
    expect(namesIn(await client.get('people/register', { search: 'SEKSI giz' }))).toEqual(['Teuku Seksi'])
    const { nip } = (await client.get('people/person', { personId: t.far })).body
    expect(namesIn(await client.get('people/register', { search: nip.slice(0, 18) }))).toContain('Jauh Sekali')
    expect((await client.get('people/register', { search: "'); drop table person --:*&|!" })).status).toBe(200)
  })

  it('filters by unit with everything below, employment, post, grade, and sorts', async () => {
    const t = await town()
    const client = await officer()
    const names = async (filter: object) => namesIn(await client.get('people/register', { ...filter }))
    expect(await names({ unitId: t.office })).toEqual(['Budi Kontrak', 'Cut Kepala', "Nur'aini Staf", 'Teuku Seksi'])
    expect(await names({ employment: 'PPPK' })).toEqual(['Budi Kontrak'])
    expect(await names({ postKind: 'structural', unitId: t.section })).toEqual(['Teuku Seksi'])
    expect(await names({ echelonCode: '22' })).toEqual(['Cut Kepala'])
    expect(await names({ gradeCode: 'IX', unitId: '' })).toEqual(['Budi Kontrak'])
    const byGrade = await client.get('people/register', {
      sort: 'grade',
      direction: 'desc',
      unitId: t.office,
      employment: 'PNS',
    })
    expect(byGrade.body.rows.map((row: { gradeName: string }) => row.gradeName)).toEqual(['IV/b', 'III/c', 'II/a'])
    expect((await client.get('people/register', { sort: 'password' })).status).toBe(422)
    const page = await client.get('people/register', { limit: 2, offset: 4 })
    expect([page.body.rows.length, page.body.total]).toEqual([1, 5])
  })

  it('opens the own page without naming anybody, and leaves no copy of another’s with the browser', async () => {
    const t = await town()
    const chief = await as([{ role: 'supervisor' }], t.chief)
    const mine = await chief.get('people/person')
    const theirs = await chief.get('people/person', { personId: t.clerk })
    expect([mine.body.personId, theirs.body.personId]).toEqual([t.chief, t.clerk])
    expect([mine, theirs].map(({ headers }) => headers['cache-control'])).toEqual(['private, no-cache', 'no-store'])
    expect((await chief.get('competency/profile')).body.person.personId).toBe(t.chief)
    expect((await chief.get('competency/assessmentForm', { as: 'self' })).body.person.personId).toBe(t.chief)
    const nobody = await officer()
    expect((await nobody.get('people/person')).body.error.code).toBe('people.unknown')
    for (const operation of ['competency/profile', 'competency/assessmentForm?as=self'])
      expect([operation, (await nobody.get(operation)).status]).toEqual([operation, 404])
  })

  it('is a spreadsheet too', async () => {
    await town()
    const sheet = await (await officer()).get('people/register.xlsx')
    expect(sheet.status).toBe(200)
    expect(sheet.raw.subarray(0, 2).toString()).toBe('PK')
  })

  it('shows each role its reach and nothing beyond', async () => {
    const t = await town()
    const everybody = ['Budi Kontrak', 'Cut Kepala', 'Jauh Sekali', "Nur'aini Staf", 'Teuku Seksi']
    const cases: [Parameters<TestApp['as']>, string[]][] = [
      [[[], t.clerk], ["Nur'aini Staf"]],
      [
        [[], t.chief],
        ['Budi Kontrak', "Nur'aini Staf", 'Teuku Seksi'],
      ],
      [[[{ role: 'head', unitId: t.office }]], ['Budi Kontrak', 'Cut Kepala', "Nur'aini Staf", 'Teuku Seksi']],
      [[[{ role: 'head', unitId: t.otherOffice }]], ['Jauh Sekali']],
      [[[{ role: 'leader' }]], everybody],
      [[[{ role: 'integrity' }]], everybody],
      [[[{ role: 'admin' }]], everybody],
    ]
    for (const [[roles, personId], names] of cases) {
      const client = await as(roles, personId)
      expect(namesIn(await client.get('people/register'))).toEqual(names)
      for (const [who, id] of Object.entries({ far: t.far, clerk: t.clerk })) {
        const { status } = await client.get('people/person', { personId: id })
        expect([roles, who, status]).toEqual([
          roles,
          who,
          names.includes(who === 'far' ? 'Jauh Sekali' : "Nur'aini Staf") ? 200 : 404,
        ])
      }
    }
    expect((await (await as([])).get('people/register')).status).toBe(403)
  })

  it('tells the whole of a person in words', async () => {
    const t = await town()
    const { body } = await (await officer()).get('people/person', { personId: t.clerk })
    expect(body).toMatchObject({
      fullName: "Nur'aini Staf",
      grade: { code: '21', name: 'II/a' },
      status: { code: '01' },
      active: true,
      service: { years: 16, months: 8 },
      post: { title: 'Pengelola Gizi', kind: 'general', echelon: null },
      supervisor: { personId: t.chief, fullName: 'Teuku Seksi', exception: null },
      lessonHours: { year: 2026, hours: 12, floor: 20, ceiling: null, standing: 'below' },
      sanctions: [{ level: 'R', type: { name: 'teguran lisan' } }],
      origin: { source: 'national', local: [] },
      openConflicts: 0,
    })
    expect(body.unit.path.map((u: { name: string }) => u.name)).toEqual([
      'Kota Contoh',
      'Dinas Kesehatan',
      'Seksi Gizi',
    ])
    expect(body.trainings.map((r: { name: string }) => r.name)).toEqual(['Pelatihan Gizi', 'Pelatihan Lama'])
    expect(body.appraisals).toMatchObject([{ year: 2025, predicate: { code: '2', name: 'Baik' } }])
    expect(body.trainings[0].origin.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    const contract = (await (await officer()).get('people/person', { personId: t.contract })).body
    expect(contract.lessonHours).toMatchObject({ hours: 30, floor: null, ceiling: 24, standing: 'above' })
    const head = (await (await officer()).get('people/person', { personId: t.head })).body
    expect(head.fullName).toBe('Dr. Cut Kepala, M.Si.')
  })

  it('leaves sanctions out, and every trace of them, for whoever may not see them', async () => {
    const t = await town()
    await app().write(async (db) => {
      const { id } = await db
        .selectFrom('sanction')
        .where('person_id', '=', t.clerk)
        .select('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('register_change')
        .values({
          record_kind: 'sanction',
          record_id: id,
          person_id: t.clerk,
          fields: '{"level":{"from":"S","to":"R"}}',
          source: 'national',
        })
        .execute()
      await db
        .insertInto('conflict')
        .values({
          record_kind: 'sanction',
          record_id: id,
          person_id: t.clerk,
          field: 'level',
          local_value: '"R"',
          national_value: '"S"',
        })
        .execute()
    })
    const page = async (...who: Parameters<TestApp['as']>) => {
      const client = await as(...who)
      const { body } = await client.get('people/person', { personId: t.clerk })
      const history = await client.get('people/history', { personId: t.clerk })
      return ['sanctions' in body, body.changes.length, body.openConflicts, history.body.total]
    }
    const shown = [true, 1, 1, 1]
    const absent = [false, 0, 0, 0]
    expect(await page([{ role: 'officer' }])).toEqual(shown)
    expect(await page([{ role: 'integrity' }])).toEqual(shown)
    expect(await page([], t.chief)).toEqual(absent)
    expect(await page([{ role: 'head', unitId: t.office }])).toEqual(absent)
    expect(await page([{ role: 'leader' }])).toEqual(absent)
    expect(await page([{ role: 'admin' }])).toEqual(absent)
    expect(await page([], t.clerk)).toEqual(shown)
    await app().write(async (db) => {
      await db.deleteFrom('conflict').execute()
      await db.deleteFrom('register_change').execute()
    })
  })

  it('names the supervisor to whoever may not open their page', async () => {
    const t = await town()
    const { body } = await (await as([], t.clerk)).get('people/person', { personId: t.clerk })
    expect(body.supervisor).toMatchObject({ personId: null, fullName: 'Teuku Seksi', postTitle: 'Kepala Seksi Gizi' })
  })

  it('shows the team its supervisor has, and none to others', async () => {
    const t = await town()
    expect(namesIn(await (await as([], t.chief)).get('people/team'))).toEqual(['Budi Kontrak', "Nur'aini Staf"])
    expect(namesIn(await (await as([], t.clerk)).get('people/team'))).toEqual([])
    expect(namesIn(await (await officer()).get('people/team'))).toEqual([])
  })

  it('finds persons and units while somebody types', async () => {
    await town()
    const client = await officer()
    const found = (await client.get('people/search', { search: 'seksi' })).body
    expect(found.persons.map((p: { fullName: string }) => p.fullName)).toEqual(['Teuku Seksi'])
    expect(found.units).toMatchObject([{ name: 'Seksi Gizi', parentName: 'Dinas Kesehatan' }])
    expect((await client.get('people/search', { search: 's' })).body).toEqual({ persons: [], units: [] })
  })

  it('shows the tree and a unit in numbers, as far as the actor reaches', async () => {
    const t = await town()
    const tree = (await (await officer()).get('people/units')).body.units
    expect(tree.find((u: { unitId: number }) => u.unitId === t.city)).toMatchObject({ persons: 5, parentId: null })
    const head = await as([{ role: 'head', unitId: t.office }])
    const own = (await head.get('people/units')).body.units
    expect(own.map((u: { name: string; parentId: number | null }) => [u.name, u.parentId])).toEqual([
      ['Dinas Kesehatan', null],
      ['Seksi Gizi', t.office],
    ])
    expect((await head.get('people/unit', { unitId: t.otherOffice })).status).toBe(404)
    const { body } = await head.get('people/unit', { unitId: t.office })
    expect(body).toMatchObject({
      head: { personId: t.head, fullName: 'Dr. Cut Kepala, M.Si.', postTitle: 'Kepala Dinas' },
      children: [{ name: 'Seksi Gizi', persons: 3 }],
      persons: 4,
      byEmployment: [
        { key: 'PNS', persons: 3 },
        { key: 'PPPK', persons: 1 },
      ],
      byPostKind: [
        { key: 'structural', persons: 2 },
        { key: 'functional', persons: 1 },
        { key: 'general', persons: 1 },
      ],
      byEducation: [
        { key: '40', name: 'S-1', persons: 1 },
        { key: '45', persons: 1 },
        { key: null, persons: 2 },
      ],
      bySex: [
        { key: 'F', persons: 1 },
        { key: 'M', persons: 3 },
      ],
      byGradeGroup: [{ key: 'PNS II' }, { key: 'PNS III' }, { key: 'PNS IV' }, { key: 'PPPK IX' }],
    })
    const clerk = await as([], t.contract)
    expect((await clerk.get('people/unit', { unitId: t.section })).body.head.personId).toBeNull()
  })
})

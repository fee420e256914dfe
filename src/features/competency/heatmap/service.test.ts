import type { KyselyPlugin } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { type Client, onEachEngine } from '../../../testing/app.ts'
import { buildTown, nine, rate, type Town } from '../fixtures/town.ts'

onEachEngine('who sees which gaps', (app) => {
  let town: Town
  let officer: Client
  let leader: Client
  let head: Client
  let chief: Client
  let clerk: Client
  beforeAll(async () => {
    town = await app().write(async (db) => {
      const built = await buildTown(db)
      for (const code of nine) {
        await rate(db, built.clerk, code, code === 'M.5' ? 1 : 2, 'supervisor', { rater: built.chief })
        await rate(db, built.chief, code, 1, 'supervisor', { rater: built.head })
        await rate(db, built.head, code, code === 'M.5' ? 1 : 4, 'centre')
      }
      return built
    })
    officer = await app().as([{ role: 'officer' }])
    leader = await app().as([{ role: 'leader' }])
    head = await app().as([{ role: 'head', unitId: town.office }], town.head)
    chief = await app().as([], town.chief)
    clerk = await app().as([], town.clerk)
    await officer.post('competency/compute')
    await app().jobsDone()
  }, 120_000)

  const ascending = (ids: readonly number[]) => ids.toSorted((a, b) => a - b)
  const named = <T extends { competency: string }>(cells: T[], code: string) => cells.find((c) => c.competency === code)

  it('shows the city from its units’ sums, each with what it has on its own', async () => {
    for (const client of [officer, leader]) {
      const { status, body } = await client.get('competency/heatMap')
      expect(status).toBe(200)
      expect(body).toMatchObject({ unit: { unitId: town.city, name: 'Kota Contoh' }, path: [], own: [] })
      expect(body.rows.map((r: { name: string; opens: boolean }) => [r.name, r.opens])).toEqual([
        ['Dinas Kesehatan', true],
        ['Dinas Sosial', false],
      ])
      expect(body.competencies.map((c: { competency: string }) => c.competency)).toEqual(nine)
      expect(named(body.total, 'M.5')).toEqual({
        competency: 'M.5',
        persons: 16,
        assessed: 3,
        withGap: 2,
        shareWithGap: 2 / 3,
        meanGap: 4 / 3,
        meanShortage: 4 / 3,
        unclear: 3,
      })
      // Nobody assessed is not the same as nobody with a gap.
      expect(named(body.rows[1].cells, 'M.5')).toMatchObject({
        persons: 12,
        assessed: 0,
        shareWithGap: null,
        meanGap: null,
      })
      expect(body.computedAt).toBe('2026-11-23T03:00:00.000Z')
    }
  })

  it('opens downwards to the persons', async () => {
    const { body } = await leader.get('competency/heatMap', { unitId: town.office })
    expect(body).toMatchObject({ unit: { unitId: town.office }, path: [{ unitId: town.city }] })
    expect(body.rows.map((r: { name: string }) => r.name)).toEqual(['Seksi Gizi'])
    expect(named(body.own, 'M.5')).toMatchObject({ persons: 1, assessed: 1, withGap: 1, meanGap: 3 })
    const persons = await leader.get('competency/heatMapPersons', {
      unitId: town.section,
      sort: 'shortage',
      direction: 'desc',
    })
    expect(persons.body.rows.map((r: { name: string }) => r.name)).toEqual([
      'Teuku Seksi',
      'Budi Kontrak',
      "Nur'aini Staf",
    ])
    expect(persons.body.rows[0]).toMatchObject({ shortage: 9, unassessed: 0, unitName: 'Seksi Gizi' })
    expect(persons.body.rows[1]).toMatchObject({ shortage: 0, unassessed: 9 })
    expect(named(persons.body.rows[2].cells as { competency: string }[], 'M.5')).toMatchObject({ gap: 0, band: 'none' })
    const own = await leader.get('competency/heatMapPersons', { unitId: town.office, own: true })
    expect(own.body.rows.map((r: { personId: number }) => r.personId)).toEqual([town.head])
  })

  it('begins at the head’s own office and has nothing above or beside it', async () => {
    const { body } = await head.get('competency/heatMap')
    expect(body).toMatchObject({ unit: { unitId: town.office }, path: [] })
    expect((await head.get('competency/heatMap', { unitId: town.section })).body.path).toMatchObject([
      { unitId: town.office },
    ])
    for (const unitId of [town.city, town.otherOffice, 999_999]) {
      const { status, body: refused } = await head.get('competency/heatMap', { unitId })
      expect([status, refused.error.code]).toEqual([404, 'competency.unit-unknown'])
    }
  })

  it('refuses it to whoever has no unit to look over', async () => {
    for (const client of [clerk, chief]) {
      const { status, body } = await client.get('competency/heatMap')
      expect([status, body.error.code]).toEqual([403, 'competency.heat-map-not-yours'])
    }
    for (const role of ['admin', 'integrity'] as const) {
      const client = await app().as([{ role }])
      for (const operation of [
        'heatMap',
        'heatMapPersons',
        'gapList',
        'summary',
        'dictionary',
        'profile',
        'evidence',
      ]) {
        const { status, body } = await client.get(`competency/${operation}`, { personId: town.clerk })
        expect([operation, status, body.error.code]).toEqual([operation, 403, 'account.not-allowed'])
      }
    }
  })

  it('lists, profiles and shows evidence of exactly those within reach', async () => {
    const { clerks } = town
    const section = [town.chief, town.clerk, town.contract]
    const everybody = [...section, town.head, town.far, ...clerks]
    const reach: [Client, number[]][] = [
      [officer, everybody],
      [leader, everybody],
      [head, [town.head, ...section]],
      [chief, section],
      [clerk, [town.clerk]],
    ]
    for (const [client, seen] of reach) {
      const { rows, total } = (await client.get('competency/heatMapPersons', { limit: 200 })).body
      expect(ascending(rows.map((r: { personId: number }) => r.personId))).toEqual(ascending(seen))
      expect(total).toBe(seen.length)
      const list = (await client.get('competency/gapList', { competency: 'M.5', limit: 200 })).body
      const withStandard = seen.filter((id) => id !== town.far)
      expect(ascending(list.rows.map((r: { personId: number }) => r.personId))).toEqual(ascending(withStandard))
      for (const personId of everybody) {
        const status = seen.includes(personId) ? 200 : 404
        for (const operation of ['profile', 'evidence'])
          expect([operation, personId, (await client.get(`competency/${operation}`, { personId })).status]).toEqual([
            operation,
            personId,
            status,
          ])
      }
    }
  })

  it('sorts and filters the list that feeds planning, and gives it as a spreadsheet', async () => {
    const { body } = await officer.get('competency/gapList', { atLeast: 1 })
    expect(body.total).toBe(10)
    expect(body.rows[0]).toMatchObject({
      name: 'Cut Kepala',
      competencyName: 'Pelayanan Publik',
      required: 4,
      level: 1,
      gap: 3,
      bandWords: 'Tinggi',
      certaintyWords: 'Belum jelas',
      raterWords: 'Pusat penilaian kompetensi',
    })
    const count = async (filter: object) => (await officer.get('competency/gapList', { ...filter })).body.total
    expect(await count({ band: 'low' })).toBe(9)
    expect(await count({ certainty: 'unassessed' })).toBe(13 * 9)
    expect(await count({ unitId: town.section, competency: 'M.1' })).toBe(3)
    expect(await count({ personId: town.head, atLeast: 3 })).toBe(1)
    expect(await count({ search: 'teuku', competency: 'M.1' })).toBe(1)
    expect(await count({ search: '%', competency: 'M.1' })).toBe(0)
    expect((await chief.get('competency/gapList', { team: true, competency: 'M.1' })).body.total).toBe(2)
    const sheet = await app().http.inject({ method: 'GET', url: '/api/competency/gapList.xlsx' })
    expect(sheet.statusCode).toBe(401)
    const xlsx = await officer.get('competency/gapList.xlsx', { atLeast: 1 })
    expect([xlsx.status, xlsx.raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  })

  it('tells the home screen what is due and where the largest gaps are', async () => {
    const { body } = await chief.get('competency/summary')
    expect(body.own).toMatchObject({ assessed: 9, required: 9, selfDue: 9 })
    expect(body.own.largest).toHaveLength(3)
    expect(body.team).toMatchObject({ persons: 2, due: 1, largest: [] })
    expect(body.unit).toBeNull()
    const above = (await head.get('competency/summary')).body
    expect(above.own.largest).toMatchObject([{ competency: 'M.5', gap: 3 }])
    expect(above.unit).toMatchObject({ unitId: town.office, name: 'Dinas Kesehatan' })
    expect(above.unit.largest[0]).toMatchObject({ competency: 'M.5', name: 'Pelayanan Publik', withGap: 2 })
    expect((await leader.get('competency/summary')).body).toMatchObject({
      own: null,
      team: null,
      unit: { unitId: town.city },
    })
    expect((await clerk.get('competency/summary')).body).toMatchObject({ team: null, unit: null })
  })

  it('asks the database no more than four times for a profile or the map', async () => {
    const { database } = app().services
    const plain = database.kysely
    let statements = 0
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => ((statements += 1), node),
      transformResult: async ({ result }) => result,
    }
    const asked = async (operation: string, input = {}) => {
      // After a write the asker is looked up anew, so every question costs the same sign-in.
      await app().write(async () => {})
      statements = 0
      expect((await officer.get(operation, input)).status).toBe(200)
      return statements
    }
    database.kysely = plain.withPlugin(counting)
    try {
      // The dictionary is one statement; the rest of it is the sign-in.
      const signingIn = (await asked('competency/dictionary')) - 1
      expect((await asked('competency/profile', { personId: town.clerk })) - signingIn).toBe(4)
      expect((await asked('competency/heatMap')) - signingIn).toBe(3)
      expect((await asked('competency/heatMapPersons')) - signingIn).toBe(2)
      expect((await asked('competency/gapList')) - signingIn).toBe(3)
    } finally {
      database.kysely = plain
    }
  })
})

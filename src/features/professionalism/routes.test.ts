import type { KyselyPlugin } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { PersonId } from '../../shared/ids.ts'
import { type Client, onEachEngine } from '../../testing/app.ts'
import { buildTown, type Town } from './fixtures/town.ts'

// The totals are those of the worked examples of the domain (IPASN_2019).
onEachEngine('the index', (app) => {
  let town: Town
  let officer: Client
  const signedIn = new Map<PersonId, Promise<Client>>()
  /** The person's own account, with the roles that follow from the register. */
  const own = (personId: PersonId) => signedIn.get(personId) ?? signIn(personId)
  const signIn = (personId: PersonId) => {
    const client = app().as([], personId)
    signedIn.set(personId, client)
    return client
  }
  beforeAll(async () => {
    town = await app().write(buildTown)
    officer = await app().as([{ role: 'officer' }])
    expect((await officer.get('index/person', { personId: town.clerk })).body).toMatchObject({
      estimate: null,
      year: null,
      trend: [],
    })
    expect((await officer.get('index/unit')).body).toMatchObject({ year: null, measured: 0, means: null })
    const { status, body } = await officer.post('index/recompute')
    expect([status, typeof body.jobId]).toEqual([200, 'string'])
    await app().jobsDone()
    expect((await officer.get('job/show', { jobId: body.jobId })).body).toMatchObject({ status: 'done', refusal: null })
  }, 120_000)

  const dimension = (
    body: { estimate: { dimensions: { dimension: string; indicators: unknown[] }[] } },
    name: string,
  ) =>
    body.estimate.dimensions.find((d) => d.dimension === name)!.indicators as {
      points: number
      found: { code: string; text: string }
      evidence: { code: string; text: string; key: number }[]
      wouldGain: { points: number; text: string }[]
      legalBasis: string
    }[]

  it('opens every score of a person down to the record, the law and what would change it', async () => {
    const { status, body } = await officer.get('index/person', { personId: town.nurse })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      year: 2026,
      label: 'estimasi',
      ruleSet: 'IPASN_2019',
      person: { name: 'Contoh Tiga', unitName: 'Dinas Kesehatan', postTitle: 'Arsiparis Terampil' },
      estimate: {
        version: 1,
        on: '2026-11-23',
        scores: { qualification: 10, competency: 25, performance: 25, discipline: 5, total: 65 },
        category: 'low',
        measured: true,
        unmeasured: null,
        reproduced: true,
      },
    })
    const [functional, technical] = dimension(body, 'competency')
    expect(functional).toMatchObject({ points: 15, evidence: [{ kind: 'training' }] })
    expect(functional!.evidence[0]!.text).toContain('Diklat Fungsional')
    expect(technical).toMatchObject({
      points: 0,
      wouldGain: [{ points: 15, text: 'Tambahan 20 JP diklat teknis: +15.' }],
    })
    expect(dimension(body, 'qualification')[0]!.legalBasis).toBe('Peraturan BKN 8/2019')
    expect(body.estimate.gains[0]).toMatchObject({ indicator: 'technical', points: 15 })
    expect(body.trend.map((t: { year: number; total: number }) => [t.year, t.total])).toEqual([
      [2024, 55],
      [2025, 55],
      [2026, 65],
    ])
  })

  it('measures a past year on its last day', async () => {
    const { body } = await officer.get('index/person', { personId: town.chief, year: 2024 })
    expect(body.estimate).toMatchObject({ on: '2024-12-31', scores: { competency: 15, performance: 30, total: 75 } })
  })

  it('shows who is not measured with the reason, and nobody who has left', async () => {
    const contract = await officer.get('index/person', { personId: town.contract })
    expect(contract.body.estimate).toMatchObject({
      measured: false,
      unmeasured: { code: 'index.unmeasured.employment' },
    })
    const retired = await officer.get('index/person', { personId: town.retired })
    expect(retired.body.estimate).toBeNull()
  })

  it('lets everybody see their own, and accounts without a person nothing of the kind', async () => {
    const clerk = await own(town.clerk)
    expect((await clerk.get('index/mine')).body).toMatchObject({
      person: { personId: town.clerk },
      estimate: { scores: { total: 85 }, category: 'high' },
    })
    expect((await clerk.get('index/person', { personId: town.chief })).body.error.code).toBe('index.unknown-person')
    expect((await officer.get('index/mine')).body.error.code).toBe('index.no-person')
    const leader = await app().as([{ role: 'leader' }])
    expect((await leader.get('index/person', { personId: town.clerk })).status).toBe(200)
    const head = await app().as([{ role: 'head', unitId: town.health }])
    expect((await head.get('index/person', { personId: town.sanctioned })).status).toBe(200)
    expect((await head.get('index/person', { personId: town.guard })).status).toBe(404)
    const boss = await own(town.chief)
    expect((await boss.get('index/person', { personId: town.nurse })).status).toBe(200)
    expect((await boss.get('index/person', { personId: town.guard })).status).toBe(404)
    for (const role of ['integrity', 'admin'] as const) {
      const client = await app().as([{ role }])
      expect((await client.get('index/person', { personId: town.clerk })).status).toBe(403)
    }
  })

  it('tells of a sanction only to whoever may see sanctions; others see the points alone', async () => {
    for (const { body } of [
      await officer.get('index/person', { personId: town.sanctioned }),
      await (await own(town.sanctioned)).get('index/mine'),
    ]) {
      expect(dimension(body, 'discipline')[0]).toMatchObject({
        points: 3,
        found: { code: 'index.found.sanction' },
        evidence: [{ kind: 'sanction' }],
        wouldGain: [{ points: 2 }],
      })
    }
    for (const client of [
      await app().as([{ role: 'leader' }]),
      await app().as([{ role: 'head', unitId: town.health }]),
      await own(town.chief),
    ]) {
      const { body } = await client.get('index/person', { personId: town.sanctioned })
      expect(body.estimate.scores).toMatchObject({ discipline: 3, total: 83 })
      const [indicator] = dimension(body, 'discipline')
      expect(indicator).toMatchObject({ points: 3, evidence: [], wouldGain: [] })
      expect(indicator!.found.text).toBe('Rincian dimensi ini hanya untuk yang berwenang melihat hukuman disiplin.')
      expect(JSON.stringify(body)).not.toMatch(/2025-02-01|2030|tingkat ringan|index\.level/)
      // The same words where there is no sanction.
      const innocent = await client.get('index/person', { personId: town.clerk })
      if (innocent.status === 200) expect(dimension(innocent.body, 'discipline')[0]!.found).toEqual(indicator!.found)
    }
  })

  it('gives the unit’s mean over its measured persons and everything below', async () => {
    const { body } = await officer.get('index/unit', { unitId: town.health })
    expect(body).toMatchObject({
      unit: { name: 'Dinas Kesehatan', parentId: town.city },
      year: 2026,
      on: '2026-11-23',
      persons: 4,
      measured: 4,
      means: { qualification: 17.5, competency: 33.75, performance: 27.5, discipline: 4.5, total: 83.25 },
      category: 'high',
      categories: { 'very-high': 1, high: 2, medium: 0, low: 1, 'very-low': 0 },
      versions: [{ version: 1, n: 4 }],
      withheld: false,
      open: true,
    })
    expect(body.bins.filter((bin: { n: number }) => bin.n > 0)).toEqual([
      { from: 60, to: 65, n: 1 },
      { from: 80, to: 85, n: 2 },
      { from: 95, to: 100, n: 1 },
    ])
    expect(body.children).toEqual([
      { unitId: town.clinic, name: 'Puskesmas', persons: 1, measured: 1, mean: 83, category: 'high' },
    ])
    expect(body.trend.map((t: { year: number }) => t.year)).toEqual([2024, 2025, 2026])
  })

  it('gives the city with those who stand in no unit', async () => {
    const { body } = await officer.get('index/unit')
    expect(body).toMatchObject({ unit: { unitId: null, name: 'Kota Lhokseumawe' }, persons: 7, measured: 6 })
    // 100 + 85 + 83 + 65 + 7 and, without a post, 15 + 0 + 25 + 5 = 45.
    expect(body.means.total).toBe(64.17)
    const offices = body.children.map((c: { name: string; mean: number }) => [c.name, c.mean])
    expect(offices).toEqual([
      ['Dinas Kesehatan', 83.25],
      ['Dinas Perdagangan', 7],
    ])
  })

  it('keeps small means and the inside of a unit from those whose reach ends inside it', async () => {
    const clerk = await own(town.clerk)
    const inside = await clerk.get('index/unit')
    expect(inside.body).toMatchObject({
      unit: { unitId: town.health },
      withheld: true,
      open: false,
      means: null,
      categories: null,
      bins: null,
      children: [],
    })
    expect(inside.body.trend.map((t: { mean: unknown }) => t.mean)).toEqual([null, null, null])
    expect((await clerk.get('index/unit', { unitId: town.trade })).body.error.code).toBe('index.unknown-unit')
    const head = await app().as([{ role: 'head', unitId: town.health }])
    expect((await head.get('index/unit')).body).toMatchObject({
      unit: { unitId: town.health },
      means: { total: 83.25 },
    })
    expect((await head.get('index/unit', { unitId: town.clinic })).body).toMatchObject({
      open: true,
      means: { total: 83 },
    })
    expect((await head.get('index/unit', { unitId: town.city })).status).toBe(404)
  })

  it('lists persons with filters and order, and as a spreadsheet', async () => {
    const names = async (client: Client, input: object) =>
      ((await client.get('index/list', { ...input })).body.rows as { name: string }[]).map((row) => row.name)
    expect(await names(officer, { sort: 'total', direction: 'desc', unitId: town.health })).toEqual([
      'Contoh Lima',
      'Contoh Satu',
      'Contoh Dua',
      'Contoh Tiga',
    ])
    expect(await names(officer, { category: 'very-low', counted: 'measured' })).toEqual([
      'Contoh Empat',
      'Contoh Tanpa Unit',
    ])
    expect(await names(officer, { dimension: 'competency', below: 30, unitId: town.city })).toEqual([
      'Contoh Empat',
      'Contoh Enam',
      'Contoh Tiga',
    ])
    expect(await names(officer, { counted: 'unmeasured' })).toEqual(['Contoh Enam'])
    expect(await names(await app().as([{ role: 'head', unitId: town.clinic }]), {})).toEqual(['Contoh Dua'])
    expect(await names(await own(town.guard), {})).toEqual(['Contoh Empat'])
    const page = await officer.get('index/list', { limit: 2, offset: 1 })
    expect(page.body).toMatchObject({ total: 7 })
    expect(page.body.rows).toHaveLength(2)
    expect((await officer.get('index/list', { year: 2020 })).body).toEqual({ rows: [], total: 0 })
    const sheet = await officer.get('index/list.xlsx', { unitId: town.health })
    expect([sheet.status, sheet.raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  })

  it('asks the database no more than three times for a person or a unit', async () => {
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
      const signingIn = (await asked('index/settings')) - 1
      expect((await asked('index/person', { personId: town.sanctioned })) - signingIn).toBe(3)
      expect((await asked('index/unit', { unitId: town.health })) - signingIn).toBe(3)
      expect((await asked('index/unit')) - signingIn).toBe(3)
      expect((await asked('index/list')) - signingIn).toBe(2)
    } finally {
      database.kysely = plain
    }
  })

  it('lets nobody pick persons out by discipline who may not see sanctions', async () => {
    expect((await officer.get('index/list', { dimension: 'discipline', below: 5 })).body.total).toBe(2)
    const leader = await app().as([{ role: 'leader' }])
    for (const input of [{ dimension: 'discipline', below: 5 }, { sort: 'discipline' }]) {
      const { status, body } = await leader.get('index/list', input)
      expect([status, body.error.code]).toEqual([403, 'index.discipline-not-pickable'])
    }
    expect((await leader.get('index/list', { dimension: 'performance', below: 5 })).status).toBe(200)
  })
})

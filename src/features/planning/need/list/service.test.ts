import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, onEachEngine } from '../../../../testing/app.ts'
import { nine } from '../../../competency/fixtures/town.ts'
import { buildNeedTown, type NeedTown } from '../fixtures/town.ts'
import { rankingMethods } from '../ranking/rules.ts'

onEachEngine('needs', (app) => {
  let town: NeedTown
  let officer: Client
  let leader: Client
  let head: Client
  beforeAll(async () => {
    town = await app().write(buildNeedTown)
    officer = await app().as([{ role: 'officer' }])
    leader = await app().as([{ role: 'leader' }])
    head = await app().as([{ role: 'head', unitId: town.office }])
    await officer.post('competency/compute')
    await app().jobsDone()
  }, 120_000)

  const needsOf = async (client: Client, input: Record<string, unknown> = {}) => {
    const { status, body } = await client.get('planning/needs', { limit: 200, ...input })
    expect([status, body.error]).toEqual([200, undefined])
    return body
  }

  it('counts each source apart, with its strength and its uncertainty', async () => {
    for (const client of [officer, leader, head]) {
      const { rows } = await needsOf(client, { competency: 'M.5', unitId: town.office })
      expect(rows).toHaveLength(1)
      expect(rows[0]).toMatchObject({
        competency: 'M.5',
        unitId: town.office,
        unitName: 'Dinas Kesehatan',
        persons: 4,
        assessed: 3,
        withGap: 2,
        meanMissing: 4 / 3,
        criticality: 3,
        priority: 12,
        // Chief's last word is Kurang, head behaves below expectation, clerk is Baik.
        both: 2,
        appraised: 3,
        below: 2,
        aimed: 0,
        voices: 0,
        sources: ['competency', 'performance'],
        route: null,
      })
      expect(rows[0].low).toBeLessThan(4 / 3)
      expect(rows[0].high).toBeGreaterThan(4 / 3)
      expect(rows[0].priorityHigh).toBeCloseTo(rows[0].high * 9, 9)
    }
  })

  it('has one row per office and competency; an appraisal of long ago says nothing', async () => {
    const { rows, total } = await needsOf(officer)
    expect(total).toBe(2 * nine.length)
    const other = rows.find(
      (r: { competency: string; unitId: number }) => r.competency === 'M.1' && r.unitId === town.otherOffice,
    )
    expect(other).toMatchObject({ persons: 12, assessed: 6, withGap: 0, meanMissing: 0, priority: 0, appraised: 0 })
    const unknown = rows.find(
      (r: { competency: string; unitId: number }) => r.competency === 'M.5' && r.unitId === town.otherOffice,
    )
    // Nobody assessed is not the same as nobody short.
    expect(unknown).toMatchObject({ assessed: 0, meanMissing: null, priority: null, placeGap: null, borich: null })
  })

  it('puts them in order by each method and says where the methods part', async () => {
    for (const method of rankingMethods) {
      const { rows } = await needsOf(officer, { method })
      const places = rows.flatMap((row: { place: number | null }) => (row.place === null ? [] : [row.place]))
      expect(places).toEqual(places.toSorted((a: number, b: number) => a - b))
      const nulls = rows.findIndex((row: { place: number | null }) => row.place === null)
      if (nulls >= 0) expect(rows.slice(nulls).every((row: { place: number | null }) => row.place === null)).toBe(true)
    }
    const { rows } = await needsOf(officer)
    expect(rows[0]).toMatchObject({ competency: 'M.5', unitId: town.office, place: 1, placeGap: 1 })
    const disputed = await needsOf(officer, { disputed: true })
    expect(disputed.total).toBe(rows.filter((row: { disagrees: boolean }) => row.disagrees).length)
    // All at level 1 where 1 is required: nothing is missing, yet of little ability in what matters most.
    expect(disputed.rows).toContainEqual(
      expect.objectContaining({ competency: 'M.1', unitId: town.otherOffice, placeGap: 10, placeBorich: 1 }),
    )
  })

  it('narrows without moving the places', async () => {
    const all = await needsOf(officer)
    const { rows } = await needsOf(officer, { source: 'performance' })
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(all.rows).toContainEqual(row)
    expect((await needsOf(officer, { source: 'survey' })).total).toBe(0)
    const byPeople = await needsOf(officer, { sort: 'people', direction: 'desc' })
    const counts = byPeople.rows.map((row: { withGap: number }) => row.withGap)
    expect(counts).toEqual(counts.toSorted((a: number, b: number) => b - a))
  })

  it('shows a head only the office, a section’s head only the section', async () => {
    const { rows } = await needsOf(head)
    expect(new Set(rows.map((row: { unitId: number }) => row.unitId))).toEqual(new Set([town.office]))
    const section = await app().as([{ role: 'head', unitId: town.section }])
    const [row] = (await needsOf(section, { competency: 'M.5' })).rows
    expect(row).toMatchObject({ unitId: town.office, persons: 3, assessed: 2, withGap: 1, priority: 3, below: 1 })
  })

  it('refuses whoever has no unit to look over', async () => {
    for (const person of [town.clerk, town.chief]) {
      const client = await app().as([], person)
      for (const operation of ['needs', 'needMap'])
        expect((await client.get(`planning/${operation}`)).body.error.code).toBe('account.not-allowed')
      const one = await client.get('planning/need', { competency: 'M.5', unitId: town.office })
      expect([one.status, one.body.error.code]).toEqual([403, 'account.not-allowed'])
    }
  })

  it('draws the same as a map', async () => {
    const { rows } = await needsOf(officer, { method: 'borich' })
    const { body } = await officer.get('planning/needMap', { method: 'borich' })
    expect(body).toMatchObject({ year: 2027, routed: 0 })
    expect(body.offices.map((o: { name: string }) => o.name)).toEqual(['Dinas Kesehatan', 'Dinas Sosial'])
    for (const row of rows) {
      const y = body.offices.findIndex((o: { unitId: number }) => o.unitId === row.unitId)
      const x = body.competencies.findIndex((c: { competency: string }) => c.competency === row.competency)
      expect([body.places[y][x], body.assessed[y][x]]).toEqual([row.place, row.assessed])
      expect(body.withGap[y][x]).toBe(row.assessed === 0 ? null : row.withGap)
    }
    expect((await head.get('planning/needMap')).body.offices).toHaveLength(1)
  })

  it('opens one need into its parts', async () => {
    const { body } = await officer.get('planning/need', { competency: 'M.5', unitId: town.office })
    expect(body).toMatchObject({
      year: 2027,
      ranked: 10,
      levels: [3, 0, 0, 0, 0],
      required: [1, 2, 0, 1, 0],
      place: 1,
      quadrant: 'concentrate',
      importance: 5,
      performance: 1,
      belowShare: { share: 2 / 3 },
      smallestGroup: 5,
      bySource: [],
      aims: [],
    })
    expect(body.basis).toContain('PERENCANAAN_PARAMETER@')
    for (const [client, unitId, competency] of [
      [head, town.otherOffice, 'M.5'],
      [officer, town.section, 'M.5'],
      [officer, town.office, 'X.1'],
    ] as const) {
      const refused = await client.get('planning/need', { competency, unitId })
      expect([refused.status, refused.body.error.code]).toEqual([404, 'planning.need-unknown'])
    }
  })

  it('goes out as a spreadsheet', async () => {
    const sheet = await officer.get('planning/needs.xlsx')
    expect([sheet.status, sheet.raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  })

  describe('what people ask for themselves', () => {
    const asked = async (client: Client) => {
      const { body } = await client.get('planning/need', { competency: 'M.1', unitId: town.otherOffice })
      return body
    }

    it('is not told as a number to those who may not read it until there are enough', async () => {
      for (const clerk of town.clerks.slice(0, 4)) await askFor(clerk)
      expect(await asked(officer)).toMatchObject({ voices: 4, fewVoices: false, placeVoices: 1 })
      for (const client of [leader, await app().as([{ role: 'head', unitId: town.otherOffice }])])
        expect(await asked(client)).toMatchObject({
          voices: 0,
          voicePoints: 0,
          fewVoices: true,
          bySource: [],
          placeVoices: null,
        })
      await askFor(town.clerks[4]!)
      expect(await asked(leader)).toMatchObject({ voices: 5, voicePoints: 5, fewVoices: false })
    })

    it('holds for the posts they aim at', async () => {
      for (const clerk of town.clerks.slice(0, 4)) await askFor(clerk, 'pengawas')
      expect(await asked(officer)).toMatchObject({
        aimed: 4,
        aimedWithGap: 4,
        aims: [{ jobKind: 'pengawas', people: 4, withGap: 4 }],
        sources: ['aim', 'own-request'],
      })
      expect(await asked(leader)).toMatchObject({ aimed: null, aimedWithGap: null, aims: [] })
      await askFor(town.clerks[4]!, 'administrator')
      // Five in all may be told of; four and one may not, or the one would be found by subtraction.
      expect(await asked(leader)).toMatchObject({ aimed: 5, aimedWithGap: 5, aims: [] })
      const clerk = await clientOf(town.clerks[0]!)
      expect((await clerk.get('planning/voices')).body.rows.map((row: { aim: string }) => row.aim)).toEqual([
        'pengawas',
        null,
      ])
    })

    const clients = new Map<number, Client>()
    async function clientOf(person: NeedTown['clerk']): Promise<Client> {
      const client = clients.get(person) ?? (await app().as([], person))
      clients.set(person, client)
      return client
    }

    async function askFor(person: NeedTown['clerk'], aim?: string) {
      const client = await clientOf(person)
      const wish = aim ? { aim } : { competency: 'M.1' }
      const { status } = await client.post('planning/addVoice', { source: 'own-request', ...wish })
      expect(status).toBe(200)
    }
  })
})

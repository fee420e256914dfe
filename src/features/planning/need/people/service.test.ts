import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../../../shared/actor.ts'
import type { AccountId } from '../../../../shared/ids.ts'
import { type Client, onEachEngine } from '../../../../testing/app.ts'
import { mayReach } from '../../../people/access.ts'
import { placeOf } from '../../../people/visible/queries.ts'
import { buildNeedTown, type NeedTown } from '../fixtures/town.ts'

onEachEngine('the people behind a need', (app) => {
  let town: NeedTown
  let officer: Client
  let leader: Client
  let chief: Client
  beforeAll(async () => {
    town = await app().write(buildNeedTown)
    officer = await app().as([{ role: 'officer' }])
    leader = await app().as([{ role: 'leader' }])
    chief = await app().as([], town.chief)
    await officer.post('competency/compute')
    await app().jobsDone()
  }, 120_000)

  const people = async (client: Client, input: object = {}) => {
    const { status, body } = await client.get('planning/needPeople', {
      competency: 'M.5',
      unitId: town.office,
      ...input,
    })
    expect(status).toBe(200)
    return body.rows as {
      personId: number
      name: string
      gap: number | null
      below: boolean | null
      aim: string | null
    }[]
  }
  const ids = async (client: Client, input: object = {}) => (await people(client, input)).map((row) => row.personId)

  it('come with the largest gap first, with what the appraisal said', async () => {
    expect(await people(officer)).toMatchObject([
      { personId: town.head, required: 4, level: 1, gap: 3, below: true, asked: false },
      { personId: town.chief, required: 2, level: 1, gap: 1, below: true },
    ])
    expect(await ids(officer, { group: 'all' })).toHaveLength(4)
    expect(await ids(officer, { group: 'all', limit: 1, offset: 1 })).toHaveLength(1)
    expect(await ids(officer, { group: 'both', sort: 'name' })).toEqual([town.head, town.chief])
    expect((await officer.get('planning/needPeople.xlsx', { competency: 'M.5', unitId: town.office })).status).toBe(200)
  })

  it('are those whom the rule lets the reader see, and nobody else', async () => {
    const everybody = [town.head, town.chief, town.clerk, town.contract, town.far, town.gone, ...town.clerks]
    const section = await app().as([{ role: 'head', unitId: town.section }])
    const clerk = await app().as([], town.clerk)
    const actors: [Client, Pick<Actor, 'personId' | 'roles'>][] = [
      [officer, { personId: null, roles: [{ role: 'officer', unitId: null }] }],
      [section, { personId: null, roles: [{ role: 'head', unitId: town.section }] }],
      [clerk, { personId: town.clerk, roles: [{ role: 'employee', unitId: null }] }],
      [
        chief,
        {
          personId: town.chief,
          roles: [
            { role: 'employee', unitId: null },
            { role: 'supervisor', unitId: null },
          ],
        },
      ],
    ]
    const all = new Set(await ids(officer, { group: 'all' }))
    for (const [client, who] of actors) {
      const actor: Actor = { ...who, accountId: 0 as AccountId, language: 'id' }
      const allowed = await app().read(async (db) => {
        const places = await Promise.all(everybody.map(async (id) => (await placeOf(db, id))!))
        return places.filter((place) => all.has(place.personId) && mayReach(actor, 'planning.read', place))
      })
      const seen = await ids(client, { group: 'all' })
      expect(seen.toSorted((a, b) => a - b)).toEqual(allowed.map((p) => p.personId).toSorted((a, b) => a - b))
    }
    for (const role of ['integrity', 'admin'] as const) {
      const client = await app().as([{ role }])
      expect((await client.get('planning/needPeople', { competency: 'M.5', unitId: town.office })).status).toBe(403)
    }
  })

  it('say what they asked for only to those who may read it', async () => {
    const head = await app().as([{ role: 'head', unitId: town.office }], town.head)
    expect((await head.post('planning/addVoice', { source: 'own-request', competency: 'M.5' })).status).toBe(200)
    await app().write((db) =>
      db
        .insertInto('need_voice')
        .values([
          voiceOf({ person_id: town.chief, aim: 'administrator', title: 'Jabatan' }),
          voiceOf({ person_id: town.chief, competency_code: 'M.5', title: 'M.5' }),
        ])
        .execute(),
    )
    expect(await ids(officer, { group: 'asked' })).toEqual([town.head, town.chief])
    expect(await people(officer, { group: 'aim' })).toMatchObject([
      { personId: town.chief, aim: 'administrator', aimRequired: 3, aimGap: 2 },
    ])
    // The leader sees both people and their gaps, and none of their requests.
    expect(await people(leader)).toMatchObject([
      { asked: false, aim: null },
      { asked: false, aim: null },
    ])
    expect([await ids(leader, { group: 'asked' }), await ids(leader, { group: 'aim' })]).toEqual([[], []])
    expect(await people(chief)).toMatchObject([{ personId: town.chief, asked: true, aim: 'administrator' }])
  })
})

const voiceOf = (change: object) => ({
  year: 2027,
  source: 'own-request' as const,
  title: '',
  reason: '',
  strength: 2,
  ...change,
})

import { beforeAll, expect, it } from 'vitest'
import { type Client, onEachEngine } from '../../../../testing/app.ts'
import { buildNeedTown, type NeedTown } from '../fixtures/town.ts'

onEachEngine('deciding how a need is met', (app) => {
  let town: NeedTown
  let officer: Client
  beforeAll(async () => {
    town = await app().write(buildNeedTown)
    officer = await app().as([{ role: 'officer' }])
    await officer.post('competency/compute')
    await app().jobsDone()
  }, 120_000)

  const need = () => ({ competency: 'M.5', unitId: town.office })

  it('is kept with its reason, shown in the list, and can be put back', async () => {
    const first = await officer.post('planning/routeNeed', {
      ...need(),
      route: 'tools',
      reason: 'Loket belum punya antrean',
    })
    expect([first.status, first.body]).toEqual([200, { before: null }])
    const second = await officer.post('planning/routeNeed', {
      ...need(),
      route: 'training',
      reason: 'Setelah dilihat lagi',
    })
    expect(second.body).toEqual({ before: { route: 'tools', reason: 'Loket belum punya antrean' } })
    expect((await officer.get('planning/needs', { route: 'training' })).body.rows).toMatchObject([
      { ...need(), route: 'training', routeReason: 'Setelah dilihat lagi' },
    ])
    expect((await officer.get('planning/needs', { route: 'none' })).body.total).toBe(17)
    expect((await officer.get('planning/needMap')).body.routed).toBe(1)
    // Another year is another decision.
    expect((await officer.get('planning/needs', { route: 'training', year: 2028 })).body.total).toBe(0)

    expect((await officer.post('planning/unrouteNeed', need())).body.before.route).toBe('training')
    const nothing = await officer.post('planning/unrouteNeed', need())
    expect([nothing.status, nothing.body.error.code]).toEqual([409, 'planning.need-not-routed'])
  })

  it('shows the person who asked what was decided', async () => {
    const clerk = await app().as([], town.clerk)
    await clerk.post('planning/addVoice', { source: 'own-request', competency: 'M.5' })
    expect((await clerk.get('planning/voices')).body.rows).toMatchObject([{ state: 'open', route: null }])
    await officer.post('planning/routeNeed', { ...need(), route: 'coaching', reason: 'Cukup dibimbing atasan' })
    expect((await clerk.get('planning/voices', { state: 'routed' })).body.rows).toMatchObject([
      { state: 'routed', route: 'coaching', routeReason: 'Cukup dibimbing atasan' },
    ])
    expect((await clerk.get('planning/voices', { state: 'open' })).body.total).toBe(0)
  })

  it('refuses what is no office, no competency, no reason, and everybody else', async () => {
    const route = (change: object) =>
      officer.post('planning/routeNeed', { ...need(), route: 'tools', reason: 'Alasan', ...change })
    expect((await route({ unitId: town.section })).body.error.code).toBe('planning.office-unknown')
    expect((await route({ competency: 'X.9' })).body.error.code).toBe('planning.competency-unknown')
    expect((await route({ reason: ' ' })).status).toBe(422)
    for (const role of ['leader', 'supervisor', 'employee'] as const) {
      const client = await app().as([{ role }])
      expect((await client.post('planning/routeNeed', need())).body.error.code).toBe('account.not-allowed')
    }
  })
})

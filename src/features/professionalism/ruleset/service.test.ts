import { beforeAll, expect, it } from 'vitest'
import { type Client, onEachEngine } from '../../../testing/app.ts'
import { buildTown, type Town } from '../fixtures/town.ts'

onEachEngine('the rule sets of the index', (app) => {
  let town: Town
  let officer: Client
  beforeAll(async () => {
    town = await app().write(buildTown)
    officer = await app().as([{ role: 'officer' }])
    await officer.post('index/recompute')
    await app().jobsDone()
  }, 120_000)

  const rules = async (name = 'IPASN_2019') => (await officer.get('index/ruleSet', { name })).body
  const edit = async (input: object) =>
    officer.post('index/editRuleSet', { name: 'IPASN_2019', reason: 'Sesuai surat edaran', ...input })
  const personOf = async (input: object) => (await officer.get('index/person', { personId: town.clerk, ...input })).body

  it('shows what there is, and the default', async () => {
    const { body } = await officer.get('index/ruleSets')
    expect(body.standard).toBe('IPASN_2019')
    expect(body.ruleSets.map((set: { name: string; version: number }) => [set.name, set.version])).toEqual([
      ['IPASN_2019', 1],
      ['IPASN_2024', 1],
    ])
    expect(await rules('IPASN_2024')).toMatchObject({
      version: 1,
      body: { confidence: 'D' },
      versions: [{ version: 1 }],
    })
    for (const input of [{ name: 'STANDAR_KOMPETENSI' }, { name: 'IPASN_1999' }, { name: 'IPASN_2019', version: 9 }])
      expect((await officer.get('index/ruleSet', input)).body.error.code).toBe('index.unknown-rule-set')
  })

  it('names the place and the reason of every mistake, and adds nothing', async () => {
    const { body } = await rules()
    const wrong = structuredClone(body)
    wrong.discipline.levels.points = { none: 5, R: 1, S: 2, B: 9 }
    const contradiction = await edit({ basedOn: 1, body: wrong })
    expect(contradiction.status).toBe(422)
    expect(contradiction.body.error).toMatchObject({ code: 'input.invalid' })
    expect(contradiction.body.error.fields).toContainEqual({
      path: 'body.discipline.levels.points.B',
      message: 'discipline.levels.points.B: 9 poin melebihi batas 5.',
    })
    expect(contradiction.body.error.fields).toHaveLength(2)
    const { performance: _, ...missing } = body
    const shapeless = await edit({ basedOn: 1, body: { ...missing, effectiveFrom: 'kemarin' } })
    expect(shapeless.body.error.fields.map((f: { path: string }) => f.path).sort()).toEqual([
      'body.effectiveFrom',
      'body.performance',
    ])
    expect((await edit({ basedOn: 1, body, reason: '' })).body.error.fields[0].path).toBe('reason')
    expect((await rules()).version).toBe(1)
  })

  it('makes a new version from its day on, and leaves older results explained by their own', async () => {
    const { body } = await rules()
    body.effectiveFrom = '2026-01-01'
    body.competency.points.general = { technical: 30, seminar: 10 }
    body.competency.indicators.technical.required.hours = 40
    body.version = 77
    body.ruleSet = 'IPASN_2024'
    const before = await personOf({ year: 2026 })
    expect(before.estimate.scores.competency).toBe(40)
    const done = await edit({ basedOn: 1, body })
    expect([done.status, done.body.version]).toEqual([200, 2])
    await app().jobsDone()

    const after = await personOf({ year: 2026 })
    expect(after.estimate).toMatchObject({ version: 2, scores: { competency: 10, total: 55 }, reproduced: true })
    expect(after.estimate.gains[0]).toMatchObject({ indicator: 'technical', points: 30 })
    // The version holds from 2026 on, so 2025 stays what it was and opens under version 1.
    const past = await personOf({ year: 2025 })
    expect(past.estimate).toMatchObject({ version: 1, reproduced: true })
    expect(past.estimate.dimensions[1].indicators[0]).toMatchObject({ indicator: 'technical', max: 22.5 })
    expect(past.trend.map((t: { version: number }) => t.version)).toEqual([1, 1, 2])

    const { versions, version } = await rules()
    expect(version).toBe(2)
    expect(versions.map((v: object) => v)).toMatchObject([
      { version: 2, reason: 'Sesuai surat edaran', createdBy: 'Akun Uji', effectiveFrom: '2026-01-01' },
      { version: 1, reason: null },
    ])
    expect((await officer.get('index/ruleSet', { name: 'IPASN_2019', version: 1 })).body.body.effectiveFrom).toBe(
      '2019-05-15',
    )
    expect((await edit({ basedOn: 1, body })).body.error).toMatchObject({
      code: 'index.rule-set-changed',
      params: { version: 2 },
    })
  })

  it('keeps a result of an old version as it is until it is computed again', async () => {
    await app().write((db) =>
      db
        .updateTable('rule_set')
        .set({ effective_to: '2020-12-31' as never })
        .where('name', '=', 'IPASN_2019')
        .execute(),
    )
    expect((await officer.post('index/recompute')).body.error.code).toBe('index.no-rules')
    expect((await personOf({ year: 2026 })).estimate).toMatchObject({ version: 2, reproduced: true })
    await app().write((db) =>
      db.updateTable('rule_set').set({ effective_to: null }).where('name', '=', 'IPASN_2019').execute(),
    )
  })

  it('changes the default and computes with it; both rule sets can then be asked for', async () => {
    const chosen = await officer.post('index/chooseRuleSet', { name: 'IPASN_2024', reason: 'Surat BKN 2024' })
    expect(chosen.body).toMatchObject({ ruleSet: 'IPASN_2024' })
    await app().jobsDone()
    expect((await officer.get('index/settings')).body).toEqual({ ruleSet: 'IPASN_2024' })
    const person = await personOf({})
    expect(person).toMatchObject({ ruleSet: 'IPASN_2024', estimate: { scores: { competency: 35.83 } } })
    expect((await personOf({ ruleSet: 'IPASN_2019' })).estimate.version).toBe(2)
    expect((await officer.get('index/unit')).body).toMatchObject({ ruleSet: 'IPASN_2024', measured: 7 })
    expect((await officer.get('index/list', { ruleSet: 'IPASN_2019' })).body.rows[0].ruleSet).toBe('IPASN_2019')
    expect((await officer.post('index/chooseRuleSet', { name: 'PARAMETER', reason: 'Salah nama' })).status).toBe(404)
  })

  it('is edited by nobody but those who manage the index', async () => {
    for (const role of ['employee', 'head', 'leader', 'integrity', 'admin'] as const) {
      const client = await app().as([{ role }])
      expect((await client.post('index/editRuleSet', {})).status).toBe(403)
      expect((await client.post('index/chooseRuleSet', { name: 'IPASN_2019', reason: 'mencoba' })).status).toBe(403)
    }
  })
})

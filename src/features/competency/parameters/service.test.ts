import { beforeAll, expect, it } from 'vitest'
import { type Client, onEachEngine } from '../../../testing/app.ts'
import { buildTown, rate, type Town } from '../fixtures/town.ts'

onEachEngine('the rule sets of competency', (app) => {
  let town: Town
  let officer: Client
  beforeAll(async () => {
    town = await app().write(async (db) => {
      const built = await buildTown(db)
      await rate(db, built.chief, 'M.1', 1, 'supervisor', { rater: built.head })
      return built
    })
    officer = await app().as([{ role: 'officer' }])
  }, 120_000)

  // oxlint-disable-next-line no-explicit-any
  const show = async (name: string): Promise<any> => (await officer.get('competency/ruleSet', { name })).body
  const edit = (input: object) =>
    officer.post('competency/editRuleSet', {
      effectiveFrom: '2026-11-23',
      legalBasis: 'Keputusan Kepala BKPSDM (contoh)',
      confidence: 'D',
      reason: 'Uji',
      ...input,
    })

  it('lists dictionaries, standards and parameters, and shows one with its history', async () => {
    const { body } = await officer.get('competency/ruleSets')
    expect(body.ruleSets.map((r: { name: string; kind: string }) => [r.name, r.kind])).toEqual([
      ['KAMUS_PANRB_38_2017', 'dictionary'],
      ['KAMUS_TEKNIS_CONTOH', 'dictionary'],
      ['KOMPETENSI_PARAMETER', 'parameters'],
      ['STANDAR_JABATAN_2017', 'standards'],
    ])
    expect(await show('KOMPETENSI_PARAMETER')).toMatchObject({
      version: 1,
      body: { assessment: { validityYears: 3 } },
      versions: [{ version: 1, reason: null, createdBy: null }],
    })
    for (const name of ['IPASN_2019', 'KAMUS_TIDAK_ADA']) {
      const { status, body: refused } = await officer.get('competency/ruleSet', { name })
      expect([status, refused.error.code]).toEqual([404, 'competency.rule-set-unknown'])
    }
  })

  it('applies an edited version from its day on, recomputes, and keeps the version before', async () => {
    const { body } = await show('KOMPETENSI_PARAMETER')
    const bands = [
      { code: 'high', atLeast: 1 },
      { code: 'none', atLeast: null },
    ]
    const changed = { ...body, gap: { ...body.gap, bands } }
    const answer = await edit({ name: 'KOMPETENSI_PARAMETER', basedOn: 1, body: changed })
    expect(answer).toMatchObject({ status: 200, body: { version: 2, jobId: expect.any(String) } })
    await app().jobsDone()
    const gap = await app().read((db) =>
      db
        .selectFrom('gap')
        .where('person_id', '=', town.chief)
        .where('competency_code', '=', 'M.1')
        .selectAll()
        .execute(),
    )
    expect(gap).toMatchObject([{ gap: 1, band: 'high', rule_set: 'STANDAR_JABATAN_2017@1 KOMPETENSI_PARAMETER@2' }])
    expect((await officer.get('competency/profile', { personId: town.chief })).body.competencies[0].band).toBe('high')
    const now = await show('KOMPETENSI_PARAMETER')
    expect(now).toMatchObject({ version: 2, body: { effectiveFrom: '2026-11-23', note: body.note } })
    expect(now.versions).toMatchObject([{ version: 2, reason: 'Uji', createdBy: 'Akun Uji' }, { version: 1 }])
    const first = await officer.get('competency/ruleSet', { name: 'KOMPETENSI_PARAMETER', version: 1 })
    expect(first.body.body).toEqual(body)

    const later = await edit({ name: 'KOMPETENSI_PARAMETER', basedOn: 2, body, effectiveFrom: '2027-01-01' })
    expect(later.body).toEqual({ version: 3, jobId: null })
    expect((await officer.get('competency/profile', { personId: town.chief })).body.competencies[0].band).toBe('high')
    app().now = new Date('2027-01-02T03:00:00Z')
    const fresh = await app().as([{ role: 'officer' }])
    expect((await fresh.get('competency/profile', { personId: town.chief })).body.competencies[0].band).toBe('low')
    app().now = new Date('2026-11-23T03:00:00Z')
  })

  it('takes in the dictionary of a field, whose competencies can then be rated', async () => {
    const { body } = await show('KAMUS_TEKNIS_CONTOH')
    const [one] = body.competencies
    const own = {
      ...body,
      competencies: [{ ...one, code: 'T.GIZI', name: { id: 'Gizi Masyarakat', en: 'Public nutrition' } }],
    }
    expect((await edit({ name: 'KAMUS_KESEHATAN', basedOn: null, body: own })).body).toMatchObject({ version: 1 })
    const { competencies } = (await officer.get('competency/dictionary')).body
    expect(competencies.find((c: { competency: string }) => c.competency === 'T.GIZI')).toMatchObject({
      name: 'Gizi Masyarakat',
    })
    const chief = await app().as([], town.chief)
    const ratings = [{ competency: 'T.GIZI', level: 3 }]
    expect((await chief.post('competency/assess', { personId: town.chief, as: 'self', ratings })).status).toBe(200)
  })

  it('refuses what would not hold, field by field', async () => {
    const { body, version } = await show('KOMPETENSI_PARAMETER')
    const standards = (await show('STANDAR_JABATAN_2017')).body
    const dictionary = (await show('KAMUS_PANRB_38_2017')).body
    const at = { name: 'KOMPETENSI_PARAMETER', basedOn: version, body }
    const gap = (change: object) => ({ ...at, body: { ...body, gap: { ...body.gap, ...change } } })
    const table = { name: 'STANDAR_JABATAN_2017', basedOn: 1 }
    const nine = { name: 'KAMUS_PANRB_38_2017', basedOn: 1 }
    const pelaksana = { ...standards.required.pelaksana, levels: [1] }
    const cases: [object, number, string, string?][] = [
      [{ ...at, basedOn: 1 }, 409, 'competency.rule-set-changed'],
      [{ ...at, effectiveFrom: '2026-11-22' }, 422, 'competency.rule-set-in-the-past'],
      [{ ...at, effectiveTo: '2026-01-01' }, 422, 'competency.rule-set-ends-first'],
      [{ ...at, reason: '' }, 422, 'input.invalid', 'reason'],
      [{ ...at, name: 'IPASN_2019' }, 404, 'competency.rule-set-unknown'],
      [{ ...at, name: 'KOMPETENSI_PARAMETER_LAIN', basedOn: null }, 404, 'competency.rule-set-unknown'],
      [gap({ likelyLevel: 0.99 }), 422, 'input.invalid', 'body.gap.likelyLevel'],
      [
        gap({
          bands: [
            { code: 'high', atLeast: 1 },
            { code: 'low', atLeast: 2 },
          ],
        }),
        422,
        'input.invalid',
        'body.gap.bands',
      ],
      [
        gap({
          bands: [
            { code: 'huge', atLeast: 1 },
            { code: 'none', atLeast: null },
          ],
        }),
        422,
        'input.invalid',
        'body.gap.bands.0.code',
      ],
      [
        {
          ...at,
          body: { ...body, assessment: { authority: ['self', 'self', 'centre', 'assessor'], validityYears: 3 } },
        },
        422,
        'input.invalid',
        'body.assessment.authority',
      ],
      [
        { ...table, body: { ...standards, required: { ...standards.required, pelaksana } } },
        422,
        'input.invalid',
        'body.required',
      ],
      [
        { ...table, body: { ...standards, competencies: [...standards.competencies.slice(0, 8), 'M.9'] } },
        422,
        'competency.code-unknown',
      ],
      [
        { ...nine, body: { ...dictionary, competencies: dictionary.competencies.slice(0, 5) } },
        422,
        'competency.code-unknown',
      ],
      [{ ...nine, body: { ...dictionary, levelNames: [] } }, 422, 'input.invalid', 'body.levelNames'],
    ]
    for (const [input, status, code, path] of cases) {
      const answer = await edit(input)
      expect([answer.status, answer.body.error?.code]).toEqual([status, code])
      if (path)
        expect(answer.body.error.fields[0]).toMatchObject({ path, message: expect.stringMatching(/^[A-Z][^.]* .*\.$/) })
    }
    expect((await show('KOMPETENSI_PARAMETER')).version).toBe(version)
  })
})

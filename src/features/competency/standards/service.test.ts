import { beforeAll, expect, it } from 'vitest'
import type { PostId } from '../../../shared/ids.ts'
import { type Client, onEachEngine } from '../../../testing/app.ts'
import { buildTown, nine, rate, sums, type Town } from '../fixtures/town.ts'
import { jobKinds } from './rules.ts'

onEachEngine('what posts require', (app) => {
  let town: Town
  let officer: Client
  let clerk: Client
  let service: PostId
  beforeAll(async () => {
    town = await app().write(buildTown)
    officer = await app().as([{ role: 'officer' }])
    clerk = await app().as([], town.clerk)
    service = await app().read(
      async (db) =>
        (await db.selectFrom('post').where('title', '=', 'Petugas Layanan').select('id').executeTakeFirstOrThrow()).id,
    )
  }, 120_000)

  const basis = { legalBasis: 'SK Wali Kota 12/2026 (contoh)', reason: 'Melayani warga setiap hari' }
  const requirements = [
    { competency: 'M.5', level: 2 },
    { competency: 'T.ARS', level: 1 },
  ]

  it('explains every competency to everybody, in their language', async () => {
    const { body } = await clerk.get('competency/dictionary')
    expect(body.competencies).toHaveLength(19)
    expect(body.competencies[4]).toMatchObject({
      competency: 'M.5',
      name: 'Pelayanan Publik',
      kind: 'managerial',
      field: null,
    })
    expect(
      body.dictionaries.map((d: { ruleSet: string; version: number }) => [d.ruleSet, d.version]).toSorted(),
    ).toEqual([
      ['KAMUS_PANRB_38_2017', 1],
      ['KAMUS_TEKNIS_CONTOH', 1],
    ])
    const reader = await app().as([{ role: 'officer' }])
    await reader.post('account/setLanguage', { language: 'en' })
    const english = (await reader.get('competency/dictionary')).body
    expect(english.competencies[1].name).toBe('Teamwork')
    expect(english.dictionaries.map((one: { note: string }) => one.note)).toContainEqual(
      expect.stringMatching(/^Paraphrased/),
    )
    expect(body.dictionaries.map((one: { note: string }) => one.note)).toContainEqual(
      expect.stringMatching(/^Disarikan/),
    )
  })

  it('shows the table per kind of post with its source', async () => {
    const { body } = await clerk.get('competency/standards')
    expect(body.source).toMatchObject({
      ruleSet: 'STANDAR_JABATAN_2017',
      version: 1,
      confidence: 'B',
      legalBasis: 'PermenPANRB 38/2017',
      origin: expect.stringMatching(/^Dihitung dari/),
    })
    expect(body.rows.map((r: { jobKind: string }) => r.jobKind)).toEqual([...jobKinds])
    expect(body.rows.find((r: { jobKind: string }) => r.jobKind === 'jf-terampil').levels).toEqual([
      2, 2, 1, 1, 1, 1, 1, 1, 2,
    ])
  })

  it('lets an officer set what a single post requires, and the holders’ gaps follow at once', async () => {
    await officer.post('competency/compute')
    await app().jobsDone()
    await app().write((db) => rate(db, town.clerks[0]!, 'M.5', 1, 'supervisor', { rater: town.far }))
    const set = { postId: service, requirements, effectiveFrom: '2026-11-23', ...basis }
    expect(await officer.post('competency/setPostStandard', set)).toMatchObject({
      status: 200,
      body: { recomputed: 12 },
    })
    const { body } = await clerk.get('competency/standardOfPost', { postId: service })
    expect(body).toMatchObject({ title: 'Petugas Layanan', unitName: 'Dinas Sosial', jobKind: 'pelaksana' })
    expect(body.requirements).toHaveLength(10)
    expect(body.requirements.filter((r: { from: string }) => r.from === 'post')).toMatchObject([
      { competency: 'M.5', level: 2, legalBasis: basis.legalBasis, effectiveFrom: '2026-11-23', ruleSet: null },
      { competency: 'T.ARS', name: expect.any(String), kind: 'technical', level: 1 },
    ])
    expect(body.history).toMatchObject([{ reason: basis.reason }, { reason: basis.reason }])
    const profile = (await officer.get('competency/profile', { personId: town.clerks[0]! })).body
    expect(profile.competencies.find((c: { competency: string }) => c.competency === 'M.5')).toMatchObject({
      required: 2,
      requiredFrom: 'post',
      legalBasis: basis.legalBasis,
      gap: 1,
    })
    const once = await app().read(sums)
    await officer.post('competency/compute')
    await app().jobsDone()
    expect(await app().read(sums)).toEqual(once)
  })

  it('takes a requirement of a later day only when its day has come, and gives the table back', async () => {
    const post = { postId: service, ...basis }
    const later = { ...post, requirements: [{ competency: 'M.1', level: 3 }], effectiveFrom: '2027-01-01' }
    expect((await officer.post('competency/setPostStandard', later)).body).toEqual({ recomputed: 0 })
    const levelOf = async (code: string) =>
      (await officer.get('competency/standardOfPost', { postId: service })).body.requirements.find(
        (r: { competency: string }) => r.competency === code,
      )?.level
    expect(await levelOf('M.1')).toBe(1)
    const back = {
      ...post,
      requirements: requirements.map((r) => ({ ...r, level: null })),
      effectiveFrom: '2026-11-23',
    }
    expect((await officer.post('competency/setPostStandard', back)).status).toBe(200)
    expect([await levelOf('M.5'), await levelOf('T.ARS')]).toEqual([1, undefined])
    const stored = await app().read((db) =>
      db.selectFrom('gap').where('person_id', '=', town.clerks[1]!).select(['competency_code', 'required']).execute(),
    )
    expect(stored.map((row) => row.required)).toEqual(nine.map(() => 1))
    const { body } = await officer.get('competency/profile', { personId: town.clerks[1]! })
    expect(body.competencies.map((c: { competency: string }) => c.competency)).toEqual(nine)
  })

  it('finds posts by name, kind and own requirements', async () => {
    const list = async (filter: object) => (await officer.get('competency/posts', { ...filter })).body
    expect((await list({})).total).toBe(6)
    expect(await list({ search: 'layanan' })).toMatchObject({
      total: 1,
      rows: [{ postId: service, jobKind: 'pelaksana', jobKindWords: 'Pelaksana', holders: 12, ownRequirements: 0 }],
    })
    expect((await list({ jobKind: 'jf-ahli-pertama' })).rows).toMatchObject([{ title: 'Nutrisionis Ahli Pertama' }])
    expect((await list({ jobKind: 'jpt-pratama' })).rows).toMatchObject([{ title: 'Kepala Dinas' }])
    expect((await list({ jobKind: 'jpt-utama' })).total).toBe(0)
    expect((await list({ own: true })).total).toBe(0)
    expect((await list({ own: false })).total).toBe(6)
  })

  it('refuses whoever may not set standards, and whatever cannot be', async () => {
    const set = { postId: service, requirements, effectiveFrom: '2026-11-23', ...basis }
    for (const client of [clerk, await app().as([{ role: 'leader' }]), await app().as([{ role: 'admin' }])])
      for (const [operation, input] of [
        ['setPostStandard', set],
        ['compute', {}],
        ['editRuleSet', {}],
      ] as const) {
        const { status, body } = await client.post(`competency/${operation}`, input)
        expect([operation, status, body.error.code]).toEqual([operation, 403, 'account.not-allowed'])
      }
    const cases: [object, number, string][] = [
      [{ ...set, postId: 999_999 }, 404, 'competency.post-unknown'],
      [{ ...set, requirements: [{ competency: 'X.1', level: 1 }] }, 422, 'competency.code-unknown'],
      [{ ...set, requirements: [requirements[0], requirements[0]] }, 422, 'competency.code-twice'],
      [{ ...set, requirements: [{ competency: 'M.1', level: 0 }] }, 422, 'input.invalid'],
      [{ ...set, legalBasis: ' ' }, 422, 'input.invalid'],
      [{ ...set, reason: '' }, 422, 'input.invalid'],
      [{ ...set, effectiveFrom: '2026-02-30' }, 422, 'input.invalid'],
    ]
    for (const [input, status, code] of cases) {
      const answer = await officer.post('competency/setPostStandard', input)
      expect([answer.status, answer.body.error.code]).toEqual([status, code])
    }
    expect((await clerk.get('competency/standardOfPost', { postId: 999_999 })).status).toBe(404)
  })
})

import { beforeAll, expect, it } from 'vitest'
import type { PersonId } from '../../../shared/ids.ts'
import { type Client, onEachEngine } from '../../../testing/app.ts'
import { buildTown, nine, rate, sums, type Town } from '../fixtures/town.ts'
import { recordEvidence } from '../service.ts'
import { renewSums } from '../summary/service.ts'

onEachEngine('assessing', (app) => {
  let town: Town
  let officer: Client
  let clerk: Client
  let chief: Client
  beforeAll(async () => {
    town = await app().write(buildTown)
    officer = await app().as([{ role: 'officer' }])
    clerk = await app().as([], town.clerk)
    chief = await app().as([], town.chief)
  }, 120_000)

  const all = (level: number) => nine.map((competency) => ({ competency, level }))
  const rowsOf = (personId: PersonId) =>
    app().read((db) => db.selectFrom('gap').where('person_id', '=', personId).selectAll().execute())

  it('lets people rate themselves and renews their gaps and the sums above at once', async () => {
    const { status, body } = await clerk.post('competency/assess', {
      personId: town.clerk,
      as: 'self',
      ratings: all(2),
    })
    expect([status, body]).toEqual([200, { recorded: 9 }])
    const gaps = await rowsOf(town.clerk)
    expect(gaps).toHaveLength(9)
    expect(gaps[0]).toMatchObject({
      required: 1,
      level: 2,
      gap: -1,
      band: 'none',
      rater_kind: 'self',
      certainty: 'unclear',
    })
    expect(gaps[0]!.rule_set).toBe('STANDAR_JABATAN_2017@1 KOMPETENSI_PARAMETER@1')
    const units = await app().read((db) =>
      db.selectFrom('unit_gap').where('competency_code', '=', 'M.5').selectAll().orderBy('unit_id').execute(),
    )
    expect(units.map((u) => u.unit_id)).toEqual([town.city, town.office, town.section])
    expect(units[0]!.summary).toMatchObject({ gaps: 1, gapSum: -1, shortageSum: 0 })
  })

  it('keeps the supervisor’s word beside one’s own, and it is the one that counts', async () => {
    const ratings = [{ competency: 'M.5', level: 1, note: 'Ramah, tetapi lambat' }]
    expect((await chief.post('competency/assess', { personId: town.clerk, as: 'supervisor', ratings })).status).toBe(
      200,
    )
    const { body } = await clerk.get('competency/profile', { personId: town.clerk })
    const service = body.competencies.find((c: { competency: string }) => c.competency === 'M.5')
    expect(service).toMatchObject({
      name: 'Pelayanan Publik',
      required: 1,
      requiredFrom: 'table',
      level: 1,
      gap: 0,
      spread: 1,
      evidence: 2,
      interval: null,
      certainty: 'unclear',
      doubt: 'precision-unknown',
    })
    expect(service.ratings).toMatchObject([
      { raterKind: 'supervisor', raterName: 'Teuku Seksi', level: 1, state: 'of-record', note: 'Ramah, tetapi lambat' },
      { raterKind: 'self', level: 2, state: 'beside', on: '2026-11-23' },
    ])
    expect(body.match).toMatchObject({ known: true, percent: (100 * 17) / 9 })
    expect(body.match.categories.map((c: { category: string }) => c.category)).toEqual(['ms', 'o'])
  })

  it('adds to a rating of the same day, and the later one stands', async () => {
    const again = { personId: town.clerk, as: 'supervisor', ratings: [{ competency: 'M.5', level: 2 }] }
    expect((await chief.post('competency/assess', again)).status).toBe(200)
    const { body } = await clerk.get('competency/evidence', { personId: town.clerk, competency: 'M.5' })
    expect(body.total).toBe(3)
    expect(body.rows.map((r: { level: number }) => r.level)).toEqual([2, 1, 2])
    expect(body.rows[0]).toMatchObject({
      raterWords: 'Atasan',
      raterName: 'Teuku Seksi',
      competencyName: 'Pelayanan Publik',
    })
    expect((await rowsOf(town.clerk)).find((g) => g.competency_code === 'M.5')).toMatchObject({ level: 2 })
  })

  it('shows each rater the descriptions and their own last word, and nobody else’s', async () => {
    const { body } = await chief.get('competency/assessmentForm', { personId: town.clerk, as: 'supervisor' })
    expect(body.competencies).toHaveLength(9)
    expect(body.levelNames).toHaveLength(5)
    const previous = body.competencies.filter((c: { previous: unknown }) => c.previous !== null)
    expect(previous).toMatchObject([{ competency: 'M.5', previous: { level: 2, on: '2026-11-23' } }])
    expect(body.competencies[0].levels).toHaveLength(5)
    // Neither the required level nor another rater's: both would draw the rating towards themselves.
    expect(Object.keys(body.competencies[0]).toSorted()).toEqual(
      ['competency', 'definition', 'kind', 'levels', 'name', 'previous'].toSorted(),
    )
    expect(JSON.stringify(body)).not.toContain('self')
    const own = await clerk.get('competency/assessmentForm', { personId: town.clerk, as: 'self' })
    expect(own.body.competencies.every((c: { previous: { level: number } }) => c.previous.level === 2)).toBe(true)
  })

  it('writes down what a named assessor found, on the day it was found', async () => {
    const found = {
      personId: town.clerk,
      as: 'assessor',
      assessorId: town.head,
      on: '2026-03-02',
      ratings: [{ competency: 'M.5', level: 3 }],
    }
    expect((await officer.post('competency/assess', found)).status).toBe(200)
    const { body } = await officer.get('competency/profile', { personId: town.clerk })
    const service = body.competencies.find((c: { competency: string }) => c.competency === 'M.5')
    expect(service).toMatchObject({
      level: 3,
      ratings: [{ raterKind: 'assessor', raterName: 'Cut Kepala', on: '2026-03-02' }, {}, {}],
    })
    const form = { personId: town.clerk, as: 'assessor', assessorId: town.head }
    const { competencies } = (await officer.get('competency/assessmentForm', form)).body
    expect(competencies.find((c: { competency: string }) => c.competency === 'M.5').previous.level).toBe(3)
    // One person who rates in two parts is two raters: what the supervisor said is not what the assessor said.
    const twice = (await officer.get('competency/assessmentForm', { ...form, assessorId: town.chief })).body
    expect(twice.competencies.every((c: { previous: unknown }) => c.previous === null)).toBe(true)
  })

  it('refuses whoever may not, and whatever cannot be', async () => {
    const ratings = [{ competency: 'M.1', level: 2 }]
    const { clerk: person, contract, chief: above } = town
    const self = await app().as([{ role: 'officer' }], town.contract)
    const cases: [Client, object, number, string][] = [
      [clerk, { personId: contract, as: 'supervisor', ratings }, 404, 'competency.person-unknown'],
      [clerk, { personId: person, as: 'supervisor', ratings }, 403, 'competency.not-yours-to-assess'],
      [clerk, { personId: person, as: 'assessor', assessorId: above, ratings }, 403, 'competency.not-yours-to-assess'],
      [chief, { personId: person, as: 'self', ratings }, 403, 'competency.not-yours-to-assess'],
      [chief, { personId: town.head, as: 'supervisor', ratings }, 404, 'competency.person-unknown'],
      [officer, { personId: person, as: 'supervisor', ratings }, 403, 'competency.not-yours-to-assess'],
      [officer, { personId: person, as: 'assessor', ratings }, 422, 'competency.assessor-missing'],
      [
        officer,
        { personId: person, as: 'assessor', assessorId: person, ratings },
        422,
        'competency.assessor-is-assessed',
      ],
      [officer, { personId: person, as: 'assessor', assessorId: 999_999, ratings }, 422, 'competency.assessor-unknown'],
      [
        officer,
        { personId: person, as: 'assessor', assessorId: above, on: '2026-11-24', ratings },
        422,
        'competency.day-future',
      ],
      [officer, { personId: 999_999, as: 'assessor', assessorId: above, ratings }, 404, 'competency.person-unknown'],
      [self, { personId: contract, as: 'assessor', assessorId: above, ratings }, 403, 'competency.not-yours-to-assess'],
      [clerk, { personId: person, as: 'self', ratings: [...ratings, ...ratings] }, 422, 'competency.code-twice'],
      [
        clerk,
        { personId: person, as: 'self', ratings: [{ competency: 'M.9', level: 2 }] },
        422,
        'competency.code-unknown',
      ],
      [clerk, { personId: person, as: 'self', ratings: [{ competency: 'M.1', level: 6 }] }, 422, 'input.invalid'],
      [clerk, { personId: person, as: 'self', ratings: [] }, 422, 'input.invalid'],
    ]
    const before = await app().read((db) => db.selectFrom('assessment').select('id').execute())
    for (const [client, input, status, code] of cases) {
      const answer = await client.post('competency/assess', input)
      expect([answer.status, answer.body.error.code, JSON.stringify(input)]).toEqual([
        status,
        code,
        JSON.stringify(input),
      ])
    }
    expect(await app().read((db) => db.selectFrom('assessment').select('id').execute())).toHaveLength(before.length)
    for (const role of ['leader', 'admin', 'integrity'] as const) {
      const answer = await (
        await app().as([{ role }])
      ).post('competency/assess', { personId: person, as: 'assessor', ratings })
      expect([answer.status, answer.body.error.code]).toEqual([403, 'account.not-allowed'])
    }
  })

  it('counts a rating until its third anniversary, and shows it afterwards', async () => {
    await app().write(async (db) => {
      await rate(db, town.contract, 'M.1', 1, 'supervisor', { rater: town.chief, on: '2023-11-23' })
      await rate(db, town.contract, 'M.2', 1, 'supervisor', { rater: town.chief, on: '2023-11-24' })
    })
    const { body } = await chief.get('competency/profile', { personId: town.contract })
    expect(body.competencies[0]).toMatchObject({
      level: null,
      certainty: 'unassessed',
      ratings: [{ state: 'expired' }],
    })
    expect(body.competencies[1]).toMatchObject({ level: 1, gap: 1, band: 'low', ratings: [{ state: 'of-record' }] })
    expect(body.match).toMatchObject({ known: false, reason: 'incomplete' })
    expect(body.mayAssessAs).toEqual(['supervisor'])
  })

  it('takes evidence from other features once, whatever is not required stands apart', async () => {
    const evidence = {
      personId: town.contract,
      competency: 'T.ARS',
      level: 3 as const,
      raterKind: 'assessor' as const,
      raterPersonId: null,
      on: '2026-10-01' as never,
      note: 'Ujian akhir pelatihan',
      recordKey: 'training:77',
    }
    const today = '2026-11-23' as never
    expect(await app().write((db) => recordEvidence(db, [evidence], today))).toBe(1)
    expect(await app().write((db) => recordEvidence(db, [evidence], today))).toBe(0)
    const { body } = await officer.get('competency/profile', { personId: town.contract })
    expect(body.beyond).toMatchObject([
      { competency: 'T.ARS', kind: 'technical', evidence: 1, ratings: [{ level: 3, gap: null }] },
    ])
    expect(body.competencies).toHaveLength(9)
  })

  it('loses no sum when a whole office assesses itself at once', async () => {
    const clients = await Promise.all(town.clerks.map(async (id) => ({ id, client: await app().as([], id) })))
    const answers = await Promise.all(
      clients.map(({ id, client }) =>
        client.post('competency/assess', { personId: id, as: 'self', ratings: all(1 + (id % 3)) }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(clients.map(() => 200))
    const together = await app().read(sums)
    expect(together.length).toBeGreaterThan(0)
    await app().write(renewSums)
    expect(await app().read(sums)).toEqual(together)
  })

  it('keeps the reason why in the audit log, refused attempts too', async () => {
    const rows = await app().read((db) =>
      db
        .selectFrom('audit')
        .where('operation', '=', 'competency/assess')
        .select(['subject', 'outcome', 'code'])
        .execute(),
    )
    expect(rows).toContainEqual({ subject: `person:${town.clerk}`, outcome: 'done', code: null })
    expect(rows).toContainEqual({
      subject: `person:${town.clerk}`,
      outcome: 'refused',
      code: 'competency.not-yours-to-assess',
    })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { ProgrammeId } from '../../../shared/ids.ts'
import type { Level } from '../../competency/rules.ts'
import { told, valuesOf } from '../../../platform/rows/fixtures.ts'
import { type Client, onEachEngine } from '../../../testing/app.ts'
import { addTown } from '../../../testing/town.ts'

const workshop = {
  code: 'ss-kom-01',
  name: 'Komunikasi yang jelas',
  purpose: 'Peserta menjelaskan pekerjaannya dengan jelas (contoh).',
  kind: 'soft-skill',
  form: 'B7',
  lessonHours: 10,
  weeks: 1,
  online: false,
  provider: 'BKPSDM (contoh)',
  curriculum: null,
  category: 'classical',
  fixedRupiah: 6_000_000,
  seatRupiah: 150_000,
  minSeats: 15,
  maxSeats: 30,
  mostSessions: 4,
  audience: {},
  prerequisiteId: null,
  effects: [{ competency: 'M.3', targetLevel: 3, gain: 0.8, standardError: 0.3, basis: 'Asumsi contoh' }],
}

const other = (code: string, more: object = {}) => ({ ...workshop, code, name: `Program ${code}`, ...more })

onEachEngine('the programme catalogue', (app) => {
  let officer: Client
  let clerk: Client
  const save = async (input: object) => {
    const { status, body } = await officer.post('planning/saveProgramme', input)
    expect([status, body.error]).toEqual([200, undefined])
    return body as { programmeId: number; version: number }
  }
  const show = async (programmeId: number, by: Client = officer) => by.get('planning/programme', { programmeId })
  const list = async (filter: object = {}) => (await officer.get('planning/programmes', { ...filter })).body
  const faultsIn = async (input: object) => {
    const { status, body } = await officer.post('planning/saveProgramme', input)
    expect([status, body.error?.code]).toEqual([422, 'input.invalid'])
    return body.error.fields as { path: string; message: string }[]
  }

  beforeAll(async () => {
    const town = await app().write(addTown)
    officer = await app().as([{ role: 'officer' }])
    clerk = await app().as([], town.clerk)
  }, 120_000)

  it('keeps a programme and tells everything about it, also to whoever comes by a link', async () => {
    const { programmeId, version } = await save({
      ...workshop,
      audience: { employments: ['PNS', 'PPPK'], echelons: ['41', '42'] },
    })
    expect(version).toBe(1)
    for (const client of [officer, clerk]) {
      const { status, body } = await show(programmeId, client)
      expect(status).toBe(200)
      expect(body).toMatchObject({
        code: 'SS-KOM-01',
        kindWords: 'Soft skill',
        formName: 'Workshop/lokakarya',
        path: 'klasikal',
        categoryWords: 'Klasikal',
        audienceWords: 'PNS, PPPK · jabatan struktural (IV.a, IV.b)',
        rupiahPerHead: 350_000,
        prerequisite: null,
        neededBy: [],
        retiredOn: null,
        synthetic: false,
        version: 1,
        changedBy: 'Akun Uji',
        changedAt: '2026-11-23T03:00:00.000Z',
      })
      expect(body.conversion).toEqual({
        national: { mode: 'PER_DAY', jp: 5 },
        international: { mode: 'PER_DAY', jp: 7 },
        units: { units: 2, months: 0 },
        trainingTypeName: 'Workshop',
        legalBasis: expect.stringContaining('Perlan 10/2018'),
        confidence: 'B',
      })
      expect(body.effects).toHaveLength(1)
      expect(body.effects[0]).toMatchObject({ competency: 'M.3', name: 'Komunikasi', source: 'assumption' })
      expect(body.effects[0].expected).toBeCloseTo(0.303, 3)
      expect(body.effects[0].low).toBeCloseTo(0.077, 3)
      expect(body.effects[0].words).toContain('0,8')
      expect(body.effects[0].words).toContain('0,3')
    }
  })

  it('says it in English to whoever reads English', async () => {
    const reader = await app().as([{ role: 'leader' }])
    await reader.post('account/setLanguage', { language: 'en' })
    const [first] = (await list()).rows
    const { body } = await show(first.programmeId, reader)
    expect(body).toMatchObject({ kindWords: 'Soft skill', formName: 'Workshop', categoryWords: 'Classical' })
    expect(body.effects[0].words).toContain('Stated as 0.8 levels')
  })

  it('finds programmes by word, kind, path, category, way, competency and state', async () => {
    await save(other('TK-KEU', { kind: 'technical', form: 'B3', effects: [] }))
    await save(other('EL-1', { form: 'C3', category: 'online', online: true, lessonHours: 9, seatRupiah: 1000 }))
    const codes = async (filter: object) => (await list(filter)).rows.map((row: { code: string }) => row.code)
    expect(await codes({ sort: 'code' })).toEqual(['EL-1', 'SS-KOM-01', 'TK-KEU'])
    expect(await codes({ search: 'jelas', sort: 'code' })).toEqual(['EL-1', 'SS-KOM-01', 'TK-KEU'])
    expect(await codes({ search: 'komunikasi YANG' })).toEqual(['SS-KOM-01'])
    expect(await codes({ search: '%' })).toEqual([])
    expect(await codes({ kind: 'technical' })).toEqual(['TK-KEU'])
    expect(await codes({ path: 'non-klasikal' })).toEqual(['EL-1'])
    expect(await codes({ path: 'study' })).toEqual([])
    expect(await codes({ category: 'online' })).toEqual(['EL-1'])
    expect(await codes({ online: false, sort: 'form' })).toEqual(['TK-KEU', 'SS-KOM-01'])
    expect(await codes({ competency: 'M.3', sort: 'rupiahPerHead' })).toEqual(['EL-1', 'SS-KOM-01'])
    expect(await codes({ competency: 'M.1' })).toEqual([])
    expect(await codes({ retired: 'yes' })).toEqual([])
    expect(await list({ limit: 1, sort: 'code', direction: 'desc' })).toMatchObject({
      total: 3,
      rows: [{ code: 'TK-KEU', competencyNames: '', prerequisiteName: null }],
    })
    expect((await list({ kind: '', online: '', retired: '' })).total).toBe(3)
  })

  it('gives the catalogue as a spreadsheet with words', async () => {
    const { status, raw } = await officer.get('planning/programmes.xlsx', { sort: 'code', competency: 'M.3' })
    expect(status).toBe(200)
    const rows = valuesOf(await told(raw, 'katalog.xlsx'))
    expect(rows[0]).toMatchObject({
      Kode: 'EL-1',
      Jenis: 'Soft skill',
      'Bentuk pengembangan': 'E-learning',
      Jalur: 'Non-klasikal',
      Daring: 'Ya',
    })
    expect(rows).toHaveLength(2)
  })

  it('offers what a programme can be made of', async () => {
    const { body } = await officer.get('planning/programmeChoices')
    expect(body.forms).toHaveLength(24)
    expect(body.forms[0]).toEqual({
      code: 'A1',
      name: 'Tugas belajar',
      path: 'study',
      national: { mode: 'PER_SEMESTER', jp: 20 },
    })
    expect(body.echelons.map((one: { code: string }) => one.code)).not.toContain('99')
    expect(body.functionalLevels).toHaveLength(8)
    expect(body.programmes).toHaveLength(3)
  })

  describe('when two people change the same programme', () => {
    it('refuses whoever saves an older version, says who was first, and keeps the newer', async () => {
      const { programmeId } = await save(other('DUA-1'))
      const colleague = await app().as([{ role: 'officer' }])
      const changed = { ...other('DUA-1', { programmeId, version: 1 }) }
      const first = await colleague.post('planning/saveProgramme', { ...changed, name: 'Nama dari rekan' })
      expect(first.body).toEqual({ programmeId, version: 2 })
      const second = await officer.post('planning/saveProgramme', { ...changed, name: 'Nama dari saya' })
      expect([second.status, second.body.error.code, second.body.error.params]).toEqual([
        409,
        'planning.programme-changed',
        { by: 'Akun Uji', version: 2 },
      ])
      expect(second.body.error.message).toContain('Akun Uji')
      const withoutVersion = await officer.post('planning/saveProgramme', { ...changed, version: undefined })
      expect(withoutVersion.status).toBe(409)
      expect((await show(programmeId)).body).toMatchObject({ name: 'Nama dari rekan', version: 2 })
      expect(await save({ ...changed, version: 2, name: 'Nama bersama' })).toEqual({ programmeId, version: 3 })
    })

    it('lets only one of two through that arrive together', async () => {
      const { programmeId } = await save(other('DUA-2'))
      const answers = await Promise.all(
        ['Satu', 'Lainnya'].map((name) =>
          officer.post('planning/saveProgramme', other('DUA-2', { programmeId, version: 1, name: `Nama ${name}` })),
        ),
      )
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
      expect((await show(programmeId)).body.version).toBe(2)
    })

    it('lets no circle through that two changes would close together', async () => {
      const a = await save(other('LING-A'))
      const b = await save(other('LING-B'))
      const answers = await Promise.all([
        officer.post('planning/saveProgramme', other('LING-A', { ...a, prerequisiteId: b.programmeId })),
        officer.post('planning/saveProgramme', other('LING-B', { ...b, prerequisiteId: a.programmeId })),
      ])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422])
    })
  })

  it('replaces what was assumed, and leaves alone what an evaluation measured', async () => {
    const { programmeId } = await save(other('UKUR-1'))
    await app().write((db) =>
      db
        .insertInto('programme_effect')
        .values({
          programme_id: programmeId as ProgrammeId,
          competency_code: 'M.2',
          target_level: 3 as Level,
          gain: 0.4,
          standard_error: 0.1,
          source: 'evaluation',
          basis: 'Evaluasi uji',
        })
        .execute(),
    )
    const change = other('UKUR-1', { programmeId, version: 1 })
    const assumed = { competency: 'M.5', targetLevel: 2, gain: 0.5, standardError: 0.4, basis: 'Asumsi baru' }
    await save({ ...change, effects: [assumed] })
    const { effects } = (await show(programmeId)).body
    expect(effects).toMatchObject([
      { competency: 'M.2', source: 'evaluation', gain: 0.4, words: expect.stringContaining('Terukur 0,4') },
      { competency: 'M.5', source: 'assumption', gain: 0.5, basis: 'Asumsi baru' },
    ])
    const [fault] = await faultsIn({ ...change, version: 2, effects: [{ ...assumed, competency: 'M.2' }] })
    expect(fault).toMatchObject({ path: 'effects.0.competency', message: expect.stringContaining('diukur') })
  })

  it('tells every mistake at its place, in words', async () => {
    const fields = await faultsIn(
      other('SALAH', {
        form: 'Z9',
        minSeats: 40,
        fixedRupiah: -1,
        weeks: 27,
        prerequisiteId: 999_999,
        audience: { echelons: ['77'] },
        effects: [{ ...workshop.effects[0], competency: 'X.9' }],
      }),
    )
    const at = Object.fromEntries(fields.map(({ path, message }) => [path, message]))
    expect(Object.keys(at).toSorted()).toEqual(
      ['audience.echelons', 'effects.0.competency', 'fixedRupiah', 'form', 'prerequisiteId', 'weeks'].toSorted(),
    )
    expect(at.weeks).toBe('Isi angka antara 1 dan 26.')
    expect(at['effects.0.competency']).toContain('X.9')
    const [seats] = await faultsIn(other('SALAH', { minSeats: 40 }))
    expect(seats).toEqual({
      path: 'maxSeats',
      message: 'Kursi paling banyak (30) tidak boleh kurang dari peserta paling sedikit (40).',
    })
    const [taken] = await faultsIn(other('Ss-Kom-01'))
    expect(taken).toEqual({ path: 'code', message: expect.stringContaining('Komunikasi yang jelas') })
    for (const wrong of [{ code: '?' }, { name: ' ' }, { purpose: 'x' }, { kind: 'lain' }, { lessonHours: 1.5 }])
      expect((await faultsIn(other('SALAH', wrong))).map(({ path }) => path)).toEqual(Object.keys(wrong))
    expect((await list({ search: 'SALAH' })).total).toBe(0)
    const unknown = await officer.post('planning/saveProgramme', other('X-1', { programmeId: 999_999, version: 1 }))
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'planning.programme-unknown'])
    expect((await show(999_999)).status).toBe(404)
  })

  it('names the members of a circle of prerequisites', async () => {
    const one = await save(other('URUT-1'))
    const two = await save(other('URUT-2', { prerequisiteId: one.programmeId }))
    const three = await save(other('URUT-3', { prerequisiteId: two.programmeId }))
    expect((await show(two.programmeId)).body).toMatchObject({
      prerequisite: { code: 'URUT-1' },
      neededBy: [{ code: 'URUT-3' }],
    })
    const [fault] = await faultsIn(other('URUT-1', { ...one, prerequisiteId: three.programmeId }))
    expect(fault!.path).toBe('prerequisiteId')
    expect(fault!.message).toContain('Program URUT-1 → Program URUT-3 → Program URUT-2 → Program URUT-1')
  })

  it('retires and restores, and neither where a prerequisite would be left hanging', async () => {
    const first = await save(other('HENTI-1'))
    const next = await save(other('HENTI-2', { prerequisiteId: first.programmeId }))
    const tell = (operation: string, { programmeId }: { programmeId: number }) =>
      officer.post(`planning/${operation}`, { programmeId })
    const needed = await tell('retireProgramme', first)
    expect([needed.status, needed.body.error.code]).toEqual([409, 'planning.programme-needed'])
    expect(needed.body.error.message).toContain('Program HENTI-2')

    expect((await tell('retireProgramme', next)).body).toEqual({ version: 2 })
    expect((await tell('retireProgramme', next)).body).toEqual({ version: 2 })
    expect((await tell('retireProgramme', first)).status).toBe(200)
    expect((await show(first.programmeId)).body.retiredOn).toBe('2026-11-23')
    expect((await list({ search: 'HENTI' })).total).toBe(0)
    expect((await list({ search: 'HENTI', retired: 'yes' })).total).toBe(2)
    expect((await list({ search: 'HENTI', retired: 'all' })).total).toBe(2)
    const [fault] = await faultsIn(other('HENTI-3', { prerequisiteId: first.programmeId }))
    expect(fault!.message).toContain('Program HENTI-1')

    const hanging = await tell('restoreProgramme', next)
    expect([hanging.status, hanging.body.error.code]).toEqual([409, 'planning.programme-prerequisite-retired'])
    expect((await tell('restoreProgramme', first)).body).toEqual({ version: 3 })
    expect((await tell('restoreProgramme', next)).body).toEqual({ version: 3 })
    expect((await list({ search: 'HENTI' })).total).toBe(2)
    for (const operation of ['retireProgramme', 'restoreProgramme'])
      expect((await tell(operation, { programmeId: 999_999 })).status).toBe(404)
  })

  it('lets only the development office write, and nobody read who plans nothing', async () => {
    const { programmeId } = await save(other('PERAN-1'))
    const roles = [[], [{ role: 'leader' }], [{ role: 'integrity' }], [{ role: 'admin' }]] as const
    for (const granted of roles)
      for (const [operation, input] of [
        ['saveProgramme', other('PERAN-2')],
        ['retireProgramme', { programmeId }],
        ['restoreProgramme', { programmeId }],
      ] as const) {
        const client = granted.length === 0 ? clerk : await app().as([...granted])
        const { status, body } = await client.post(`planning/${operation}`, input)
        expect([operation, status, body.error.code]).toEqual([operation, 403, 'account.not-allowed'])
      }
    expect((await clerk.get('planning/programmeChoices')).status).toBe(403)
    expect((await clerk.get('planning/programmes')).status).toBe(200)
    expect((await (await app().as([{ role: 'leader' }])).get('planning/programmes')).status).toBe(200)
    expect((await (await app().as([{ role: 'admin' }])).get('planning/programmes')).status).toBe(403)
    expect((await app().anonymous.get('planning/programmes')).status).toBe(401)
  })

  it('writes who changed which programme into the audit log', async () => {
    const { programmeId } = await save(other('AUDIT-1'))
    await officer.post('planning/retireProgramme', { programmeId })
    await officer.post('planning/saveProgramme', other('AUDIT-1', { programmeId, version: 1 }))
    const rows = await app().read((db) =>
      db
        .selectFrom('audit')
        .where('subject', '=', `programme:${programmeId}`)
        .select(['operation', 'outcome', 'account_id'])
        .orderBy('id')
        .execute(),
    )
    expect(rows).toEqual([
      { operation: 'planning/saveProgramme', outcome: 'done', account_id: officer.accountId },
      { operation: 'planning/retireProgramme', outcome: 'done', account_id: officer.accountId },
      { operation: 'planning/saveProgramme', outcome: 'refused', account_id: officer.accountId },
    ])
  })

  it('marks what is written into the demonstration city', async () => {
    await app().write((db) => db.insertInto('setting').values({ key: 'city.synthetic', value: 'true' }).execute())
    const { programmeId } = await save(other('CONTOH-1'))
    expect((await show(programmeId)).body.synthetic).toBe(true)
  })
})

import * as fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Day } from '../../shared/dates.ts'
import type { PersonId, UnitId } from '../../shared/ids.ts'
import { type Client, onEachEngine } from '../../testing/app.ts'
import { addUnit } from '../../testing/town.ts'
import { settleRegister } from '../people/register/service.ts'
import {
  add,
  addTraining,
  buildTown,
  functional,
  leadership,
  seminar,
  type Shown,
  technical,
  type Town,
} from './fixtures/town.ts'
import { computeAll } from './result/service.ts'
import { recomputePerson, recomputePersons } from './service.ts'

const today = '2026-11-23' as Day

onEachEngine('computing the index', (app) => {
  let town: Town
  let officer: Client
  beforeAll(async () => {
    town = await app().write(buildTown)
    officer = await app().as([{ role: 'officer' }])
    await finished('index/recompute')
  }, 120_000)

  const finished = async (operation: string, input: object = {}) => {
    const { status, body } = await officer.post(operation, input)
    expect([operation, status, body]).toEqual([operation, 200, expect.anything()])
    await app().jobsDone()
    return (await officer.get('job/show', { jobId: body.jobId })).body
  }
  const results = () =>
    app().read((db) =>
      db
        .selectFrom('index_result')
        .selectAll()
        .orderBy('person_id')
        .orderBy('year')
        .orderBy('rule_set')
        .execute()
        .then((rows) => rows.map((row) => ({ ...row, computed_at: null }))),
    )
  const sums = () =>
    app().read((db) =>
      db.selectFrom('unit_index').selectAll().orderBy('unit_id').orderBy('year').orderBy('rule_set').execute(),
    )
  /** Units nobody counts in may have a row of noughts or none. */
  const filled = (rows: Awaited<ReturnType<typeof sums>>) => rows.filter((row) => row.summary.tally.persons > 0)

  it('gives the same again when it is repeated', async () => {
    const before = [await results(), await sums()]
    expect(await finished('index/recompute')).toMatchObject({ status: 'done', done: 7, total: 7 })
    expect([await results(), await sums()]).toEqual(before)
  })

  it('keeps with every result what gives it again, and notices a value that was changed by hand', async () => {
    expect(await finished('index/verify', { year: 2026 })).toMatchObject({ status: 'done', done: 7 })
    await app().write((db) =>
      db
        .updateTable('index_result')
        .set({ total: 99 })
        .where('person_id', '=', town.clerk)
        .where('year', '=', 2026)
        .execute(),
    )
    const person = await officer.get('index/person', { personId: town.clerk })
    expect(person.body.estimate.reproduced).toBe(false)
    expect(await finished('index/verify', { year: 2026 })).toMatchObject({
      status: 'failed',
      refusal: { code: 'index.not-reproduced', params: { n: 1 } },
    })
    await finished('index/recompute', { year: 2026 })
    expect(await finished('index/verify', { year: 2026 })).toMatchObject({ status: 'done' })
  })

  it('renews one person and the sums above as computing everybody would', async () => {
    await app().write(async (db) => {
      await addTraining(db, town.nurse, technical('2026-07-01'))
      await addTraining(db, town.guard, technical('2024-03-01', 8))
      await db.updateTable('person').set({ unit_id: town.trade }).where('id', '=', town.sanctioned).execute()
      await db.updateTable('person').set({ status_code: '99' }).where('id', '=', town.chief).execute()
      await recomputePerson(db, town.nurse, today)
      await recomputePersons(db, [town.guard, town.sanctioned, town.chief], today)
    })
    const nurse = await officer.get('index/person', { personId: town.nurse })
    expect(nurse.body.estimate.scores).toMatchObject({ competency: 40, total: 80 })
    const chief = await officer.get('index/person', { personId: town.chief })
    expect(chief.body.trend.map((t: { year: number }) => t.year)).toEqual([2024, 2025])
    const alone = [await results(), filled(await sums())]
    await finished('index/recompute')
    expect([await results(), filled(await sums())]).toEqual(alone)
  })

  it('means of units are those of their persons, whoever they are', async () => {
    const units = await app().write((db) => randomCity(db, town.city))
    await finished('index/recompute')
    for (const unitId of [...units, town.city, undefined])
      for (const year of [2024, 2025, 2026]) {
        const unit = (await officer.get('index/unit', { unitId, year })).body
        const list = (await officer.get('index/list', { unitId, year, counted: 'measured', limit: 200 })).body
        const totals = list.rows.map((row: { total: number }) => row.total) as number[]
        const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length
        expect(unit.measured).toBe(list.total)
        if (totals.length > 0) expect(unit.means.total).toBeCloseTo(mean, 2)
        else expect(unit.means).toBeNull()
        for (const category of ['very-high', 'high', 'medium', 'low', 'very-low'])
          expect(unit.categories?.[category] ?? 0).toBe(
            list.rows.filter((row: { category: string }) => row.category === category).length,
          )
        for (const { from, to, n } of unit.bins ?? [])
          expect(n).toBe(totals.filter((t) => (t > from || (from === 0 && t === 0)) && t <= to).length)
      }
  }, 60_000)

  it('refuses what cannot be computed before a job begins', async () => {
    const refused = async (input: object) => {
      const { status, body } = await officer.post('index/recompute', input)
      return [status, body.error?.code]
    }
    expect(await refused({ year: 2027 })).toEqual([422, 'index.year-ahead'])
    expect(await refused({ year: 2025, on: '2026-01-31' })).toEqual([422, 'index.day-not-in-year'])
    expect(await refused({ year: 2018 })).toEqual([409, 'index.no-rules'])
    expect(await refused({ ruleSet: 'STANDAR' })).toEqual([409, 'index.no-rules'])
    for (const role of ['leader', 'admin', 'integrity', 'head'] as const) {
      const client = await app().as([{ role }])
      for (const [operation, input] of [
        ['index/recompute', {}],
        ['index/verify', { year: 2026 }],
      ] as const)
        expect((await client.post(operation, input)).status).toBe(403)
    }
  })

  it('goes through more persons than one transaction holds, and tells how far it is', async () => {
    const before = (await results()).filter((row) => row.year === 2022).length
    await app().write((db) =>
      sql`insert into person (nip, name, born_on, sex, employment, status_code, education_code, unit_id)
        select 'uji' || n, 'Contoh ' || n, '1980-01-01', 'M', 'PNS', '01', '40', ${town.trade}::int
        from generate_series(1, 2100) n`.execute(db),
    )
    const { n } = await app().read((db) =>
      db
        .selectFrom('person')
        .where('status_code', '<>', '99')
        .where((w) => w.or([w('appointed_on', 'is', null), w('appointed_on', '<=', '2022-12-31' as Day)]))
        .select((s) => s.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
    )
    const job = await finished('index/recompute', { year: 2022 })
    expect(job).toMatchObject({ status: 'done', done: job.total })
    expect(job.total).toBeGreaterThan(2100)
    expect([before, (await results()).filter((row) => row.year === 2022).length]).toEqual([0, n])
    // Every one of them: S-1 15, nothing known of post and performance, no sanction 5.
    expect((await officer.get('index/list', { year: 2022, unitId: town.trade, category: 'very-low' })).body.total).toBe(
      2100 + 3,
    )
    expect(await finished('index/verify', { year: 2022 })).toMatchObject({ status: 'done', done: n })
    await app().write((db) => db.deleteFrom('person').where('nip', 'like', 'uji%').execute())
  }, 60_000)

  it('stops when it is cancelled, with sums that agree with the results', async () => {
    const stop = new AbortController()
    const job = {
      id: '',
      accountId: null,
      services: app().services,
      signal: stop.signal,
      progress: () => stop.abort(new Error('cancelled')),
    }
    await expect(computeAll(job, { year: 2023 })).rejects.toThrow('cancelled')
    const kept = (await results()).filter((row) => row.year === 2023 && row.measured).length
    const summed = (await sums()).find((row) => row.year === 2023 && row.unit_id === null)
    expect(kept).toBeGreaterThan(0)
    expect(summed?.summary.tally.measured).toBe(kept)
  })
})

/** Sixty persons of a drawn city; the seed makes it the same one each time. */
async function randomCity(db: Parameters<typeof buildTown>[0], city: UnitId): Promise<UnitId[]> {
  const offices = [await addUnit(db, 'Dinas Satu', city), await addUnit(db, 'Dinas Dua', city)]
  const parts = [await addUnit(db, 'Bidang Satu', offices[0]), await addUnit(db, 'Bidang Kosong', offices[1])]
  const units = [...offices, ...parts]
  const people = fc.record<Omit<Shown, 'name'>>({
    unit: fc.constantFrom(offices[0]!, offices[1]!, parts[0]!),
    post: fc.constantFrom(
      { title: 'Kepala Bidang', echelon: '31' },
      { kind: 'functional' as const, title: 'Guru' },
      { kind: 'general' as const, title: 'Pengelola' },
    ),
    employment: fc.constantFrom('PNS', 'PNS', 'PNS', 'PPPK', 'CPNS'),
    level: fc.constantFrom('15', '30', '40', '45', '50'),
    training: fc.subarray([technical(), technical('2025-03-01'), seminar('2024-08-01'), functional, leadership('3')]),
    value: fc.integer({ min: 40, max: 100 }),
    more: fc.constantFrom({}, {}, { appointed_on: '2025-06-01' as Day }),
  })
  const ids: PersonId[] = []
  for (const [n, person] of fc.sample(people, { numRuns: 60, seed: 2026 }).entries())
    ids.push(await add(db, { ...person, name: `Contoh Acak ${n}` }))
  await settleRegister(db)
  return units
}

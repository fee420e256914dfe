import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { dayIn } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { type Client, onEachEngine } from '../../../testing/app.ts'
import { buildTown, nine, rate, sums, type Town } from '../fixtures/town.ts'
import { recomputeAfter, recomputePerson } from '../gap/service.ts'
import { renewSums } from '../summary/service.ts'

onEachEngine('computing the city', (app) => {
  let town: Town
  let officer: Client
  const today = dayIn('Asia/Jakarta', new Date('2026-11-23T03:00:00Z'))
  beforeAll(async () => {
    town = await app().write(buildTown)
    officer = await app().as([{ role: 'officer' }])
  }, 120_000)

  const compute = async () => {
    const { status, body } = await officer.post('competency/compute')
    expect(status).toBe(200)
    await app().jobsDone()
    return (await officer.get('job/show', { jobId: body.jobId })).body
  }
  const precision = (competency: string) =>
    app().read((db) =>
      db.selectFrom('rating_precision').where('competency_code', '=', competency).selectAll().executeTakeFirstOrThrow(),
    )

  it('gives everybody at work with a readable post a gap per requirement, and says how far it is', async () => {
    const job = await compute()
    expect(job).toMatchObject({ status: 'done', done: 17, total: 17 })
    const gaps = await app().read((db) => db.selectFrom('gap').selectAll().execute())
    const persons = new Set(gaps.map((gap) => gap.person_id))
    // 12 clerks, head, chief, clerk and contract; not `far`, whose post says nothing, nor who has retired.
    expect(persons.size).toBe(16)
    expect(persons.has(town.far) || persons.has(town.gone)).toBe(false)
    expect(gaps).toHaveLength(16 * 9)
    expect(gaps.every((gap) => gap.certainty === 'unassessed')).toBe(true)
    expect(await precision('M.1')).toMatchObject({
      raters: 'all',
      standard_error: null,
      unknown_reason: 'too-few-targets',
      targets: 0,
    })
  })

  it('measures how far raters disagree, with the own ratings only where others are too few', async () => {
    const spread = [1, 2, 3, 3, 2, 1, 2, 3, 4, 2, 1, 2]
    await app().write(async (db) => {
      for (const [n, clerk] of town.clerks.entries()) {
        await rate(db, clerk, 'M.1', spread[n]!, 'self', { rater: clerk })
        await rate(db, clerk, 'M.1', spread[n]! + (n % 2), 'supervisor', { rater: town.far })
        await rate(db, clerk, 'M.2', spread[n]!, 'self', { rater: clerk })
        await rate(db, clerk, 'M.2', Math.min(5, spread[n]! + 2), 'supervisor', { rater: town.far })
        await rate(db, clerk, 'M.2', spread[n]! + 1, 'assessor', { rater: town.head })
      }
      // Superseded and expired ratings do not count as raters of their own.
      await rate(db, town.clerks[0]!, 'M.1', 5, 'supervisor', { rater: town.far, on: '2026-01-01' })
      await rate(db, town.clerks[0]!, 'M.1', 5, 'assessor', { rater: town.head, on: '2022-01-01' })
    })
    await compute()
    // Six pairs of twelve differ by one level: the mean square within pairs is 6 · ½ ÷ 12.
    const first = await precision('M.1')
    expect(first).toMatchObject({ raters: 'all', targets: 12, degrees_of_freedom: 12, unknown_reason: null })
    expect(first.standard_error).toBeCloseTo(Math.sqrt(0.25), 10)
    // Eleven supervisors lie one level above the assessor; the twelfth cannot go beyond five. What people say of themselves is left out.
    const second = await precision('M.2')
    expect(second).toMatchObject({ raters: 'others', targets: 12 })
    expect(second.standard_error).toBeCloseTo(Math.sqrt(11 / 24), 10)
    expect(second.kappa).not.toBeNull()
    const gap = await app().read((db) =>
      db
        .selectFrom('gap')
        .where('person_id', '=', town.clerks[2]!)
        .where('competency_code', '=', 'M.2')
        .selectAll()
        .executeTakeFirstOrThrow(),
    )
    expect(gap).toMatchObject({ required: 1, level: 4, gap: -3, rater_kind: 'assessor', certainty: 'certain' })
    // Levels end at five, so the gap cannot lie below −4.
    expect(gap.low).toBe(-4)
    expect(gap.high).toBeCloseTo(-3 + 1.959964 * Math.sqrt(11 / 24), 5)
    const { body } = await officer.get('competency/profile', { personId: town.clerks[2]! })
    expect(body.competencies[1]).toMatchObject({
      gap: -3,
      certainty: 'certain',
      agreement: { raters: 'others', targets: 12 },
    })
    expect(body.competencies[1].interval).toEqual({ low: gap.low, high: gap.high })
  })

  it('gives the same when it runs again', async () => {
    const gapsNow = () =>
      app().read((db) => db.selectFrom('gap').selectAll().orderBy('person_id').orderBy('competency_code').execute())
    const before = [await gapsNow(), await app().read(sums)]
    await compute()
    expect([await gapsNow(), await app().read(sums)]).toEqual(before)
  })

  it('keeps the sums, one person at a time, equal to what the whole computation gives', async () => {
    const everybody: PersonId[] = [
      town.head,
      town.chief,
      town.clerk,
      town.contract,
      town.far,
      town.gone,
      ...town.clerks,
    ]
    const units = [town.city, town.office, town.section, town.otherOffice, null]
    const step = fc.record({
      person: fc.constantFrom(...everybody),
      competency: fc.constantFrom(...nine, 'T.ARS'),
      level: fc.integer({ min: 1, max: 5 }),
      kind: fc.constantFrom('self', 'supervisor', 'assessor', 'centre'),
      unit: fc.option(fc.constantFrom(...units), { nil: undefined, freq: 3 }),
      status: fc.option(fc.constantFrom('01', '99'), { nil: undefined, freq: 6 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        for (const { person, competency, level, kind, unit, status } of steps)
          await app().write(async (db) => {
            await rate(db, person, competency, level, kind, { rater: kind === 'centre' ? null : town.far })
            const moved = {
              ...(unit === undefined ? {} : { unit_id: unit }),
              ...(status ? { status_code: status } : {}),
            }
            if (Object.keys(moved).length > 0)
              await db.updateTable('person').set(moved).where('id', '=', person).execute()
            await recomputePerson(db, person, today)
          })
        const one = await app().read(sums)
        await app().write(async (db) => {
          for (let last = 0 as PersonId; ;) {
            const next = await recomputeAfter(db, last, 5, today)
            if (!next) break
            last = next.last
          }
          await renewSums(db)
        })
        expect(await app().read(sums)).toEqual(one)
      }),
      { numRuns: 12 },
    )
  })
})

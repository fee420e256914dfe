import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, onEachEngine } from '../../../testing/app.ts'
import { buildPlanningCity, type PlanningCity } from '../fixtures/city.ts'

onEachEngine('the annual plan', (app) => {
  let city: PlanningCity
  let officer: Client
  let leader: Client
  let head: Client
  let employee: Client
  let planId: number

  beforeAll(async () => {
    city = await app().write(buildPlanningCity)
    officer = await app().as([{ role: 'officer' }])
    leader = await app().as([{ role: 'leader' }])
    head = await app().as([{ role: 'head', unitId: city.offices[0] }])
    employee = await app().as([{ role: 'employee' }], city.people[0])
  }, 120_000)

  const plan = async (client = officer) => (await client.get('planning/plan', { planId })).body
  const setRules = async (change: (settings: Record<string, never>) => void) => {
    const { settings, version, name } = await plan()
    change(settings)
    return officer.post('planning/changePlan', { planId, version, name, settings: { ...settings, seconds: 10 } })
  }
  const solve = async () => {
    const { status, body } = await officer.post('planning/solvePlan', { planId })
    expect(status).toBe(200)
    await app().jobsDone()
    return (await officer.get('job/show', { jobId: body.jobId })).body
  }

  it('starts with the region’s parameters and the weeks of Ramadan free', async () => {
    const { body } = await officer.get('planning/newPlan', { year: 2027 })
    expect(body.weeks).toBe(52)
    expect(body.settings.blackoutWeeks).toEqual([6, 7, 8, 9, 10])
    planId = (await officer.post('planning/createPlan', { year: 2027, name: 'Rancangan 2027' })).body.planId
    expect(await plan()).toMatchObject({ status: 'draft', solvedAt: null, outcome: null, sessions: [] })
  })

  it('asks for money before it looks for a plan', async () => {
    const { status, body } = await officer.post('planning/solvePlan', { planId })
    expect(status).toBe(409)
    expect(body.error.code).toBe('planning.no-budget')
  })

  it('finds the best plan within the budget and says why each seat is given', async () => {
    await setRules((s: any) => {
      s.budgets = [{ source: 'APBK', rupiah: 4_000_000 }]
      s.awayShare = 0.5
    })
    expect(await solve()).toMatchObject({ status: 'done' })
    const solved = await plan()
    expect(solved.outcome).toMatchObject({ status: 'optimal', gap: 0 })
    expect(solved.outcome.objective).toBe(solved.outcome.bound)
    // Two runs of five seats cost 3 000 000; a third would break the budget.
    const running = solved.sessions.filter((s: any) => s.runs)
    expect(running).toHaveLength(2)
    expect(solved.outcome.measures).toMatchObject({ seats: 10, rupiah: 3_000_000, budget: 4_000_000 })
    expect(solved.inputSha256).toMatch(/^[0-9a-f]{64}$/)
    const seats = (await officer.get('planning/planSeats', { planId, limit: 100 })).body
    expect(seats.total).toBe(10)
    expect(seats.rows[0].why[0]).toMatchObject({ required: 3, level: 1 })
    expect(seats.rows[0].whyWords).toContain('tingkat 1 dari 3')
  })

  it('gives the same plan for the same input', async () => {
    const before = (await officer.get('planning/planSeats', { planId, limit: 100 })).body.rows
    const { outcome } = await plan()
    await solve()
    expect((await officer.get('planning/planSeats', { planId, limit: 100 })).body.rows.map(named)).toEqual(
      before.map(named),
    )
    expect((await plan()).outcome.objective).toBe(outcome.objective)
  })
  const named = ({ personId, programmeId, firstWeek }: Record<string, number>) => [personId, programmeId, firstWeek]

  it('keeps what somebody settled by hand', async () => {
    const person = city.people[19]
    const { body } = await officer.post('planning/addPin', {
      planId,
      programmeId: city.serve,
      personId: person,
      wish: 'in',
      reason: 'Tugas baru di loket',
    })
    const contrary = { planId, programmeId: city.serve, personId: person, wish: 'out', reason: 'Sedang cuti' }
    expect((await officer.post('planning/addPin', contrary)).body.error).toMatchObject({
      code: 'planning.pin-contradicts',
    })
    expect((await plan()).outcome).toBeNull()
    await solve()
    const { rows } = (await officer.get('planning/planSeats', { planId, programmeId: city.serve, limit: 100 })).body
    expect(rows.map((row: any) => row.personId)).toContain(person)
    expect((await officer.post('planning/removePin', { planId, pinId: body.pinId })).status).toBe(200)
    await solve()
  })

  it('does not let two edit over each other', async () => {
    const { settings, name, version } = await plan()
    const stale = { planId, name, settings, version: version - 1 }
    expect((await officer.post('planning/changePlan', stale)).body.error.code).toBe('planning.changed-meanwhile')
  })

  it('never shows the answer to a question that was changed meanwhile', async () => {
    await officer.post('planning/solvePlan', { planId })
    await setRules((s: any) => (s.rooms += 1))
    await app().jobsDone()
    expect(await plan()).toMatchObject({ outcome: null, solvedAt: null, sessions: [] })
    await solve()
  })

  describe('from proposal to approval', () => {
    it('is read by heads once proposed, and by everybody once approved', async () => {
      expect((await head.get('planning/plan', { planId })).status).toBe(404)
      expect((await officer.post('planning/proposePlan', { planId })).status).toBe(200)
      expect((await head.get('planning/plan', { planId })).body.may).toMatchObject({ comment: true, decide: false })
      expect((await employee.get('planning/plan', { planId })).status).toBe(404)
      const words = { planId, stance: 'asks', text: 'Mohon tidak pada pekan audit.' }
      expect((await head.post('planning/commentPlan', { ...words, unitId: city.offices[0] })).status).toBe(200)
      expect((await head.post('planning/commentPlan', { ...words, unitId: city.offices[1] })).body.error.code).toBe(
        'planning.not-your-office',
      )
      expect((await officer.get('planning/planComments', { planId })).body.rows[0]).toMatchObject({
        unitName: 'Dinas Satu',
        stanceWords: 'Bertanya',
      })
      expect((await officer.post('planning/approvePlan', { planId })).status).toBe(403)
      expect((await leader.post('planning/approvePlan', { planId, note: 'Laksanakan' })).status).toBe(200)
      expect((await officer.post('planning/solvePlan', { planId })).body.error.code).toBe('planning.not-a-draft')
    })

    it('shows a person what comes when and why, and nobody else’s', async () => {
      const seats = (await officer.get('planning/planSeats', { planId, limit: 100 })).body.rows
      const mine = seats.filter((row: any) => row.personId === city.people[0])
      const { body } = await employee.get('planning/planOfPerson')
      expect(body.years).toHaveLength(1)
      expect(body.years[0].seats.map((s: any) => s.programmeId)).toEqual(mine.map((s: any) => s.programmeId))
      const visible = (await employee.get('planning/planSeats', { planId, limit: 100 })).body
      expect(visible.total).toBe(mine.length)
      expect((await employee.get('planning/planOfPerson', { personId: city.people[5] })).status).toBe(404)
    })

    it('tells a head who is away when', async () => {
      const { body } = await head.get('planning/planOfUnit', { planId, unitId: city.offices[0] })
      expect(body).toMatchObject({ unitName: 'Dinas Satu', staff: 10, spare: 5 })
      for (const { away } of body.weeks) expect(away).toBeLessThanOrEqual(5)
      expect((await head.get('planning/planOfUnit', { planId, unitId: city.offices[1] })).status).toBe(404)
    })

    it('has a document with what PP 11/2017 art. 207 asks for', async () => {
      const { body } = await leader.get('planning/planDocument', { planId })
      expect(body.rows[0]).toMatchObject({ provider: 'BKPSDM', path: 'Klasikal', target: 'Pejabat fungsional' })
      const sheet = await leader.get('planning/planDocument.xlsx', { planId })
      expect(sheet.status).toBe(200)
    })

    it('is replaced by an approved revision that stays close to it, and stays readable', async () => {
      const before = (await officer.get('planning/planSeats', { planId, limit: 100 })).body.rows.map(named)
      const { body } = await officer.post('planning/revisePlan', { planId, name: 'Revisi 2027' })
      const first = planId
      planId = body.planId
      await solve()
      expect((await officer.get('planning/planSeats', { planId, limit: 100 })).body.rows.map(named)).toEqual(before)
      await officer.post('planning/proposePlan', { planId })
      await leader.post('planning/returnPlan', { planId, note: 'Tambah penjelasan' })
      expect(await plan()).toMatchObject({ status: 'draft', decisionNote: 'Tambah penjelasan' })
      await officer.post('planning/proposePlan', { planId })
      await leader.post('planning/approvePlan', { planId })
      expect((await leader.get('planning/plan', { planId: first })).body.status).toBe('replaced')
      expect((await officer.get('planning/plans', { year: 2027 })).body.rows.map((p: any) => p.status)).toEqual([
        'approved',
        'replaced',
      ])
    })
  })
})

import { createHash } from 'node:crypto'
import { dayIn } from '../../../../shared/dates.ts'
import type { PersonId, PlanId, ProgrammeId } from '../../../../shared/ids.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import { reading, writing } from '../../../../platform/db/open.ts'
import type { JobRun } from '../../../../platform/jobs/jobs.ts'
import type { Problem } from '../../optimum/problem/rules.ts'
import { solve, type Solution } from '../../optimum/service.ts'
import { measuresOf } from '../measure/rules.ts'
import { saveResult } from '../outcome/queries.ts'
import { approvedSeats, planOfJob } from './queries.ts'
import { questionOf } from '../problem/service.ts'
import { benefitOf, gainsOf } from '../problem/rules.ts'
import type { PlanOutcome } from '../rules.ts'

/** What one seat or one run that differs from the approved plan costs a revision, in points of benefit (D). */
const priceOfChange = { seat: 20, session: 100 }

/**
 * Solves the draft that this job was started for. The solver runs in a thread of its own and outside any transaction; only the result is
 * written, and only if nobody has changed the draft meanwhile.
 */
export async function solveAndSave(job: JobRun, planId: PlanId): Promise<void> {
  const { services, signal } = job
  const { kysely } = services.database
  const today = dayIn(services.region.timeZone, services.clock())
  const question = await reading(kysely, async (db) => {
    const plan = await planOfJob(db, planId, job.id)
    if (!plan) return undefined
    const asked = await questionOf(db, plan, today)
    const earlier = plan.revisionOf === null ? undefined : await approvedSeats(db, plan.revisionOf)
    return { plan, ...asked, problem: earlier ? near(asked.problem, earlier) : asked.problem }
  })
  if (!question) return
  const { plan, problem, offers, colleagues, parameters } = question
  const solution = await solve(problem, {
    seconds: plan.settings.seconds,
    seed: plan.settings.seed,
    signal,
    onProgress: ({ seconds, objective, bound }) =>
      job.progress(
        Math.min(plan.settings.seconds, Math.round(seconds)),
        plan.settings.seconds,
        JSON.stringify({ objective, bound: Number.isFinite(bound) ? bound : null }),
      ),
  })
  if (solution.plan === null && solution.status !== 'infeasible') throw new Refusal('planning.nothing-found', 409)
  const offered = new Map(offers.map((offer) => [offer.programmeId, offer]))
  const known = new Map(colleagues.map((one) => [one.personId, one]))
  const sessionOf = new Map(problem.sessions.map((session) => [session.id, session]))
  const seats = (solution.plan?.assign ?? []).map(([person, session]) => ({
    personId: person as PersonId,
    key: session as number,
    programmeId: sessionOf.get(session)!.programme as ProgrammeId,
  }))
  const running = new Set(solution.plan?.open ?? [])
  const sessions = problem.sessions.map((session) => ({
    key: session.id as number,
    programmeId: session.programme as ProgrammeId,
    firstWeek: session.weeks[0]!,
    weeks: session.weeks.length,
    runs: running.has(session.id),
    fixedRupiah: offered.get(session.programme as ProgrammeId)!.fixedRupiah,
    seatRupiah: offered.get(session.programme as ProgrammeId)!.seatRupiah,
  }))
  const budget = plan.settings.budgets.reduce((sum, { rupiah }) => sum + rupiah, 0)
  const measures = measuresOf(colleagues, offers, parameters, budget, {
    sessions: sessions.filter(({ runs }) => runs),
    seats,
  })
  const input = JSON.stringify({ problem, basis: parameters.basis, settings: plan.settings })
  await writing(kysely, async (db) => {
    // A draft that was changed while it was being solved waits for its own answer.
    if (!(await planOfJob(db, planId, job.id))) return
    await saveResult(db, {
      planId,
      outcome: outcomeOf(solution, measures),
      input,
      sha256: createHash('sha256').update(input).digest('hex'),
      at: services.clock(),
      sessions,
      seats: seats.map((seat) => {
        const why = gainsOf(offered.get(seat.programmeId)!, known.get(seat.personId)!.gaps, parameters)
        return { ...seat, why, benefit: benefitOf(why) }
      }),
    })
  })
}

const outcomeOf = (solution: Solution, measures: PlanOutcome['measures']): PlanOutcome => ({
  status: solution.status === 'optimal' || solution.status === 'infeasible' ? solution.status : 'stopped',
  objective: solution.objective ?? 0,
  bound: Number.isFinite(solution.bound) ? solution.bound : 0,
  gap: solution.gap ?? 0,
  seconds: solution.seconds,
  measures,
  binding: [],
  conflict: [],
})

type Earlier = readonly { programmeId: ProgrammeId; firstWeek: number; personId: PersonId | null }[]

// Sessions of two plans are the same where programme and first week are.
function near(problem: Problem, earlier: Earlier): Problem {
  const at = new Map(problem.sessions.map((s) => [`${s.programme} ${s.weeks[0]}`, s.id]))
  const open = new Set<string | number>()
  const assign: [string | number, string | number][] = []
  const people = new Set(problem.people.map(({ id }) => id))
  for (const { programmeId, firstWeek, personId } of earlier) {
    const session = at.get(`${programmeId} ${firstWeek}`)
    if (session === undefined) continue
    open.add(session)
    if (personId !== null && people.has(personId)) assign.push([personId, session])
  }
  return {
    ...problem,
    near: {
      plan: { open: [...open], assign },
      pricePerSession: priceOfChange.session,
      pricePerSeat: priceOfChange.seat,
    },
  }
}

import { type Day, dayIn } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { type Db, writing } from '../../../platform/db/open.ts'
import { renewStatistics } from '../../../platform/db/statistics.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import type { JobRun } from '../../../platform/jobs/jobs.ts'
import { countAtWork, takeGapLock } from '../gap/queries.ts'
import { recomputeAfter } from '../gap/service.ts'
import { competencyRulesOn } from '../parameters/queries.ts'
import { ratedTogether, replacePrecision } from '../precision/queries.ts'
import { precisionOf } from '../precision/rules.ts'
import { forgetOldRatings } from '../retention/service.ts'
import { renewSums } from '../summary/service.ts'

export const computeJob = 'competency.compute'
const personsAtOnce = 1000

/** Queues the computation of everybody's gaps in the caller's transaction. */
export const startComputation = ({ db, actor, services }: Pick<Ctx, 'db' | 'actor' | 'services'>): Promise<string> =>
  services.jobs.start(db, computeJob, {}, actor.accountId === 0 ? null : actor.accountId)

/**
 * Computes the precision of ratings, everybody's gaps and every unit's sums. Each step is a transaction that leaves true rows
 * behind, so a job that is killed begins anew; one that is cancelled still adds up what it has changed.
 */
export async function computeCity(job: JobRun): Promise<void> {
  const { services, signal } = job
  const { kysely } = services.database
  const now = services.clock()
  const on = dayIn(services.region.timeZone, now)
  await forgetOldRatings(job, on)
  const persons = await writing(kysely, async (db) => {
    await renewPrecision(db, on, now)
    return countAtWork(db)
  })
  job.progress(0, persons)
  let last = 0 as PersonId
  for (let done = 0; !signal.aborted;) {
    const step = await writing(kysely, (db) => recomputeAfter(db, last, personsAtOnce, on))
    if (!step) break
    last = step.last
    done += step.persons
    job.progress(done, Math.max(done, persons))
  }
  await writing(kysely, renewSums)
  await renewStatistics(services.database)
}

/** How far raters disagree today, per competency of the dictionary. */
export async function renewPrecision(db: Db, on: Day, at: Date): Promise<void> {
  await takeGapLock(db)
  const { competencies, parameters } = await competencyRulesOn(db, on)
  const together = Map.groupBy(
    await ratedTogether(db, on, parameters.assessment.validityYears),
    ({ competency }) => competency,
  )
  const precisions = [...competencies.keys()].map((code) =>
    precisionOf(code, together.get(code) ?? [], parameters.agreement.minimumTargets),
  )
  await replacePrecision(db, precisions, at)
}

import type { Db } from '../../platform/db/open.ts'
import type { Ctx } from '../../platform/http/context.ts'
import { type Day, yearOf } from '../../shared/dates.ts'
import type { PersonId } from '../../shared/ids.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type ComputeOrder, measuringsFor, recomputePersons } from './result/service.ts'
import { defaultRuleSet } from './ruleset/queries.ts'

export { recomputePersons }

/** Renews one person's index after a correction, in the same transaction. */
export const recomputePerson = (db: Db, personId: PersonId, today: Day): Promise<void> =>
  recomputePersons(db, [personId], today)

/** Starts computing everybody. What cannot be computed is refused at once and not by a job that fails later. */
export async function startComputing(
  { db, actor, today, services, subject }: Ctx,
  asked: { year?: number | undefined; on?: Day | undefined; ruleSet?: string | undefined },
) {
  const year = asked.year ?? (asked.on && yearOf(asked.on))
  if (year !== undefined && year > yearOf(today)) throw new Refusal('index.year-ahead', 422, { year: String(year) })
  if (asked.on !== undefined && yearOf(asked.on) !== year) throw new Refusal('index.day-not-in-year', 422)
  const order: ComputeOrder = {
    ...(year !== undefined && { year }),
    ...(asked.on !== undefined && { on: asked.on }),
    ...(asked.ruleSet !== undefined && { ruleSet: asked.ruleSet }),
  }
  const measurings = await measuringsFor(db, order, today)
  subject(`index:${measurings.map((m) => m.year).join(',')}`)
  return { jobId: await services.jobs.start(db, 'index.compute', order, actor.accountId) }
}

/** Starts checking that the kept facts of a year give the kept values again. */
export async function startVerifying(
  { db, actor, services }: Ctx,
  { year, ruleSet }: { year: number; ruleSet?: string | undefined },
) {
  const run = { year, ruleSet: ruleSet ?? (await defaultRuleSet(db)) }
  return { jobId: await services.jobs.start(db, 'index.verify', run, actor.accountId) }
}

import type { PlanId } from '../../../shared/ids.ts'
import type { JobDefinition } from '../../../platform/jobs/jobs.ts'
import { solveJob } from './solving/rules.ts'
import { solveAndSave } from './solving/service.ts'

/** Looks for the best plan within the settings of a draft, and keeps the best one found when it is stopped. */
export const solvePlanJob: JobDefinition<{ planId: PlanId }> = {
  name: solveJob,
  run: (job, { planId }) => solveAndSave(job, planId),
}

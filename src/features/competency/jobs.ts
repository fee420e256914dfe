import type { JobDefinition } from '../../platform/jobs/jobs.ts'
import { computeCity, computeJob } from './computation/service.ts'

/** Computes the precision of ratings, everybody's gaps and every unit's sums. */
export const computeGaps: JobDefinition<object> = { name: computeJob, run: computeCity }

import type { JobDefinition } from '../../platform/jobs/jobs.ts'
import type { Run } from './result/queries.ts'
import { computeAll, type ComputeOrder, verifyAll } from './result/service.ts'

/** Computes the index of everybody at work, then of every unit. Started without a year: the running one and two before. */
export const computeIndex: JobDefinition<ComputeOrder> = { name: 'index.compute', run: computeAll }

export const verifyIndex: JobDefinition<Run> = { name: 'index.verify', run: verifyAll }

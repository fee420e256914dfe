import * as z from 'zod'
import { command, contract, list, query } from '../../shared/contract.ts'
import { pageOf, paging } from '../../shared/lists.ts'

const job = z.object({
  jobId: z.string(),
  name: z.string(),
  status: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number().nullable(),
  note: z.string().nullable(),
  refusal: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), message: z.string() })
    .nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
})

export const jobs = contract('job', {
  show: query({
    permission: 'signed-in',
    summary: 'One job: the own ones, or any for those who may read jobs.',
    input: z.object({ jobId: z.uuid() }),
    output: job,
  }),
  list: list({
    permission: 'job.read',
    summary: 'Jobs, newest first.',
    input: z.object({ ...paging, status: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']).optional() }),
    output: pageOf(job),
    columns: [
      { field: 'name', heading: 'floor.job.name' },
      { field: 'status', heading: 'floor.job.status' },
      { field: 'createdAt', heading: 'floor.job.created' },
      { field: 'finishedAt', heading: 'floor.job.finished' },
    ],
  }),
  cancel: command({
    permission: 'signed-in',
    summary: 'Asks a job to stop; what it has finished stays.',
    input: z.object({ jobId: z.uuid() }),
    output: z.object({}),
  }),
})

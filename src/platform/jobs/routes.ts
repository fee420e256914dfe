import { holds } from '../../shared/actor.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Ctx } from '../http/context.ts'
import { implement } from '../http/implement.ts'
import { sayIn } from '../words/words.ts'
import { jobs } from './contract.ts'
import { type JobView, jobsOf, requestCancel } from './queries.ts'

const visibleTo = ({ db, actor }: Ctx) => jobsOf(db, holds(actor, 'job.read') ? 'all' : actor.accountId)

async function jobOf(ctx: Ctx, jobId: string): Promise<JobView> {
  const job = await visibleTo(ctx).where('id', '=', jobId).executeTakeFirst()
  if (!job) throw new Refusal('job.unknown', 404)
  return job
}

const inWords = (ctx: Ctx) => (job: JobView) => ({
  ...job,
  refusal: job.refusal && { ...job.refusal, message: sayIn(ctx.actor.language, job.refusal.code, job.refusal.params) },
})

export const jobRoutes = implement(jobs, {
  show: async (ctx, { jobId }) => inWords(ctx)(await jobOf(ctx, jobId)),
  list: async (ctx, { limit, offset, status }) => {
    const matching = visibleTo(ctx).$if(status !== undefined, (q) => q.where('status', '=', status!))
    const rows = await matching.orderBy('created_at', 'desc').limit(limit).offset(offset).execute()
    const { total } = await matching
      .clearSelect()
      .select((s) => s.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    return { rows: rows.map(inWords(ctx)), total }
  },
  cancel: async (ctx, { jobId }) => {
    const job = await jobOf(ctx, jobId)
    await requestCancel(ctx.db, job.jobId)
    ctx.subject(`job:${jobId}`)
    return {}
  },
})

import { useEffect, useRef } from 'react'
import type { jobs as contract } from '../../platform/jobs/contract.ts'
import { client } from '../api.ts'
import { Notice } from '../kit/form.tsx'
import { Progress } from '../kit/progress.tsx'
import { t } from '../words.ts'

const jobs = client<typeof contract>('job')
const everyMs = 1_000

export interface JobProgressProps {
  jobId: string
  /** What is being done: "Menghitung indeks". */
  label: string
  /** What to say when it is done; the answers of the screen are asked for again before. */
  done: string
  onDone?: () => void
}

/** A long task as it runs. The reader may leave: it goes on without them. */
export function JobProgress({ jobId, label, done, onDone }: JobProgressProps) {
  const over = useRef(false)
  const { data, problem } = jobs.useAsk('show', { jobId }, over.current ? {} : { everyMs })
  const status = data?.status
  useEffect(() => {
    if (status === undefined || status === 'waiting' || status === 'running' || over.current) return
    over.current = true
    if (status === 'done') onDone?.()
  }, [status, onDone])

  if (problem) return <Notice tone="bad">{problem.message}</Notice>
  if (status === 'done') return <Notice tone="good">{done}</Notice>
  if (status === 'failed') return <Notice tone="bad">{data?.refusal?.message ?? t('web.job.failed')}</Notice>
  if (status === 'cancelled') return <Notice tone="info">{t('web.job.cancelled')}</Notice>
  const total = data?.total ?? 0
  return (
    <Progress
      label={label}
      {...(data && total > 0 ? { share: data.done / total } : {})}
      note={t(status === 'running' ? 'web.job.leave' : 'web.job.waiting')}
    />
  )
}

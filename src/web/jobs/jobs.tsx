import { useState } from 'react'
import type { OutputOf } from '../../shared/contract.ts'
import type { jobs as contract } from '../../platform/jobs/contract.ts'
import { client } from '../api.ts'
import { formatInstant, formatNumber } from '../formats.ts'
import { Badge, type Tone } from '../kit/badge.tsx'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Notice } from '../kit/form.tsx'
import { IconClock } from '../kit/icons.ts'
import { Row, Stack, Text } from '../kit/layout.tsx'
import { Page } from '../kit/page.tsx'
import { Progress } from '../kit/progress.tsx'
import { Segments } from '../kit/segments.tsx'
import { Confirm } from '../kit/sheet.tsx'
import { type Column, Table } from '../kit/table.tsx'
import { t } from '../words.ts'

const jobs = client<typeof contract>('job')
type Job = OutputOf<(typeof contract)['operations']['list']>['rows'][number]

const everyMs = 2_000
const statuses = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
const tones: Record<Job['status'], Tone> = {
  waiting: 'quiet',
  running: 'info',
  done: 'good',
  failed: 'bad',
  cancelled: 'quiet',
}
const isOpen = (job: Job) => job.status === 'waiting' || job.status === 'running'

/** Long work as it runs and as it ended. */
export default function Jobs() {
  const list = jobs.useList('list', {
    filters: ['status'],
    size: 25,
    everyMs: (rows: readonly Job[]) => (rows.some(isOpen) ? everyMs : false),
  })
  const [stopping, setStopping] = useState<Job>()
  const cancel = jobs.useTell('cancel')
  return (
    <Page title={t('web.jobs.title')} lead={t('web.jobs.lead')}>
      <Stack>
        {cancel.problem && <Notice tone="bad">{cancel.problem.message}</Notice>}
        <Segments
          label={t('web.jobs.status')}
          value={list.filters.status ?? ''}
          onChange={(status) => list.setFilter('status', status)}
          options={[
            { value: '', label: t('web.jobs.every') },
            ...statuses.map((status) => ({ value: status, label: t(`web.jobs.status.${status}`) })),
          ]}
        />
        <Table
          caption={t('web.jobs.title')}
          columns={columnsOf(setStopping)}
          list={list}
          rowKey={(job) => job.jobId}
          exports
          empty={
            <Empty icon={IconClock} title={t('web.jobs.none')}>
              {t('web.jobs.none-hint')}
            </Empty>
          }
        />
      </Stack>
      <Confirm
        open={stopping !== undefined}
        danger
        title={t('web.jobs.cancel-title')}
        action={t('web.jobs.cancel')}
        pending={cancel.pending}
        onClose={() => setStopping(undefined)}
        onConfirm={() => stopping && void cancel.tell({ jobId: stopping.jobId }).then(() => setStopping(undefined))}
      >
        {t('web.jobs.cancel-words', { name: stopping ? nameOf(stopping) : '' })}
      </Confirm>
    </Page>
  )
}

const worded = (key: string, otherwise: string) => (t(key) === key ? otherwise : t(key))
const nameOf = (job: Job) => worded(`web.jobs.name.${job.name}`, job.name)

const columnsOf = (stop: (job: Job) => void): Column<Job>[] => [
  { key: 'name', header: t('web.jobs.name'), cell: nameOf },
  {
    key: 'status',
    header: t('web.jobs.status'),
    cell: (job) => (
      <Stack gap="small">
        <Row>
          <Badge tone={tones[job.status]}>{t(`web.jobs.status.${job.status}`)}</Badge>
        </Row>
        {job.refusal && <Text quiet>{job.refusal.message}</Text>}
      </Stack>
    ),
  },
  { key: 'progress', header: t('web.jobs.progress'), cell: (job) => <HowFar job={job} /> },
  { key: 'created', header: t('web.jobs.created'), cell: (job) => formatInstant(job.createdAt) },
  {
    key: 'finished',
    header: t('web.jobs.finished'),
    cell: (job) => (job.finishedAt ? formatInstant(job.finishedAt) : '–'),
  },
  {
    key: 'cancel',
    header: t('web.jobs.action'),
    cell: (job) =>
      isOpen(job) ? (
        <Button small kind="danger" onPress={() => stop(job)}>
          {t('web.jobs.cancel')}
        </Button>
      ) : (
        '–'
      ),
  },
]

function HowFar({ job }: { job: Job }) {
  if (job.status === 'running')
    return (
      <Progress
        label={t('web.jobs.count', { n: job.done })}
        {...(job.total ? { share: Math.min(1, job.done / job.total) } : {})}
      />
    )
  // The last progress is noted before the last step; a job that is done has done all of it.
  const done = job.status === 'done' ? Math.max(job.done, job.total ?? 0) : job.done
  return done > 0 ? t('web.jobs.of', { n: done, of: job.total === null ? '–' : formatNumber(job.total) }) : '–'
}

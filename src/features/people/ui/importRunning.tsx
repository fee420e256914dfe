import { formatNumber } from '../../../web/formats.ts'
import { Button } from '../../../web/kit/button.tsx'
import { Notice } from '../../../web/kit/form.tsx'
import { Row } from '../../../web/kit/layout.tsx'
import { Progress } from '../../../web/kit/progress.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import { type Import, imports, jobs } from './importAsking.ts'

const everyMs = 1_000
const notes = ['import.progress.reading', 'import.progress.comparing', 'import.progress.applying']

/** An import while the server works on it. The reader may leave; it goes on without them. */
export function ImportRunning({ one }: { one: Import }) {
  const { data } = jobs.useAsk('show', { jobId: one.jobId ?? '' }, { when: one.jobId !== null, everyMs })
  const stop = imports.useTell('discard')
  const applying = one.status === 'applying'
  const note = data?.note && notes.includes(data.note) ? data.note : undefined
  const label = data?.status === 'waiting' || !note ? t(`people.import.waiting-${one.status}`) : t(`people.${note}`)
  return (
    <Card>
      {stop.problem && <Notice tone="bad">{stop.problem.message}</Notice>}
      <Progress
        label={label}
        {...(data?.total ? { share: data.done / data.total } : {})}
        note={[
          data && data.done > 0 && !applying ? t('people.import.read-rows', { n: data.done }) : undefined,
          data?.total && applying
            ? t('people.import.applied-files', { n: data.done, of: formatNumber(data.total) })
            : undefined,
          t('people.import.leave'),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <Row>
        <Button pending={stop.pending} onPress={() => void stop.tell({ importId: one.importId })}>
          {t(applying ? 'people.import.stop-applying' : 'people.import.stop-reading')}
        </Button>
      </Row>
    </Card>
  )
}

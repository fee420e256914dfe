import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { Notice } from '../../../web/kit/form.tsx'
import { IconRefresh } from '../../../web/kit/icons.ts'
import { Card } from '../../../web/kit/section.tsx'
import { JobProgress } from '../../../web/jobs/jobProgress.tsx'
import { t } from '../../../web/words.ts'
import { askAgain, index } from './asking.ts'

/** Computes the whole city anew: the running year and the two before it. */
export function Recompute() {
  const recompute = index.useTell('recompute')
  const [jobId, setJobId] = useState<string>()
  return (
    <Card title={t('index.recompute.title')} lead={t('index.recompute.lead')}>
      {recompute.problem && <Notice tone="bad">{recompute.problem.message}</Notice>}
      {jobId && (
        <JobProgress
          key={jobId}
          jobId={jobId}
          label={t('index.recompute.running')}
          done={t('index.recompute.done')}
          onDone={askAgain}
        />
      )}
      <Button
        icon={IconRefresh}
        pending={recompute.pending}
        onPress={() => void recompute.tell({}, (answer) => setJobId(answer.jobId))}
      >
        {t('index.recompute.start')}
      </Button>
    </Card>
  )
}

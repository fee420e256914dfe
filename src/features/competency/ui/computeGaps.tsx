import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { Notice } from '../../../web/kit/form.tsx'
import { IconRefresh } from '../../../web/kit/icons.ts'
import { JobProgress } from '../../../web/jobs/jobProgress.tsx'
import { t } from '../../../web/words.ts'
import { askAgain, competency } from './asking.ts'

/** Starts the computation of everybody's gaps; it goes on when the reader leaves. */
export function ComputeGaps() {
  const compute = competency.useTell('compute')
  const [jobId, setJobId] = useState<string>()
  if (jobId)
    return (
      <JobProgress
        jobId={jobId}
        label={t('competency.compute.running')}
        done={t('competency.compute.done')}
        onDone={askAgain}
      />
    )
  return (
    <div>
      {compute.problem && <Notice tone="bad">{compute.problem.message}</Notice>}
      <Button
        icon={IconRefresh}
        pending={compute.pending}
        onPress={() => void compute.tell({}, (answer) => setJobId(answer.jobId))}
      >
        {t('competency.compute.start')}
      </Button>
    </div>
  )
}

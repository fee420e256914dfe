import { useState } from 'react'
import { may, useMe } from '../../../web/account/session.ts'
import { formatDay } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { LongTextField } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { JobProgress } from '../../../web/jobs/jobProgress.tsx'
import { t } from '../../../web/words.ts'
import { type RuleSets, askAgain, index } from './asking.ts'

/** `/indeks/aturan`: by which rules the index is worked out. */
export default function RuleSetsPage() {
  const manages = may(useMe(), 'index.manage')
  const { data, problem, retry } = index.useAsk('ruleSets')
  const [chosen, setChosen] = useState<string>()
  const [jobId, setJobId] = useState<string>()
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} page /> : <Loading kind="page" />
  const done = (job: string) => {
    setChosen(undefined)
    setJobId(job)
  }
  return (
    <Page
      title={t('index.rules.title')}
      lead={t('index.rules.lead')}
      crumbs={[{ label: t('index.unit.title'), to: '/indeks' }]}
    >
      {jobId && (
        <JobProgress
          key={jobId}
          jobId={jobId}
          label={t('index.recompute.running')}
          done={t('index.recompute.done')}
          onDone={askAgain}
        />
      )}
      <Card>
        <ItemList items={data.ruleSets.map((set) => itemOf(set, data.standard, manages, setChosen))} />
      </Card>
      <Sheet
        open={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        title={t('index.rules.choose')}
        kind="box"
      >
        {chosen && <Choose name={chosen} onDone={done} />}
      </Sheet>
    </Page>
  )
}

type Set = RuleSets['ruleSets'][number]

const itemOf = (set: Set, standard: string, manages: boolean, choose: (name: string) => void) => ({
  key: set.name,
  title: <Link to={`/indeks/aturan/${set.name}`}>{set.name}</Link>,
  mark: set.name === standard ? <Badge tone="good">{t('index.rules.standard')}</Badge> : null,
  note: [
    t('index.rules.version', { n: set.version, on: formatDay(set.effectiveFrom) }),
    set.legalBasis,
    t(`index.confidence.${set.confidence.replace('/', '')}`),
  ].join(' · '),
  action:
    manages && set.name !== standard ? (
      <Button small onPress={() => choose(set.name)}>
        {t('index.rules.use')}
      </Button>
    ) : undefined,
})

function Choose({ name, onDone }: { name: string; onDone: (jobId: string) => void }) {
  const [reason, setReason] = useState('')
  const choose = index.useTell('chooseRuleSet')
  return (
    <Form problem={choose.problem} onSend={() => void choose.tell({ name, reason }, ({ jobId }) => onDone(jobId))}>
      <Text>{t('index.rules.chooseWords', { name })}</Text>
      <LongTextField
        label={t('index.rules.reason')}
        value={reason}
        onChange={setReason}
        error={choose.problem?.of('reason')}
        rows={3}
        required
      />
      <Button kind="primary" type="submit" pending={choose.pending}>
        {t('index.rules.use')}
      </Button>
    </Form>
  )
}

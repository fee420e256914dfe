import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { may, useMe } from '../../../web/account/session.ts'
import { formatDay, formatInstant } from '../../../web/formats.ts'
import { Button } from '../../../web/kit/button.tsx'
import { IconPlus } from '../../../web/kit/icons.ts'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Split } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { ValueEditor } from '../../../web/kit/valueEditor.tsx'
import { JobProgress } from '../../../web/jobs/jobProgress.tsx'
import { t } from '../../../web/words.ts'
import { type RuleSet, askAgain, index } from './asking.ts'
import { NewVersion } from './newVersion.tsx'
import { inOrder, ruleSetWords } from './ruleSetWords.ts'

/** `/indeks/aturan/$name`: every number of the index with its legal basis, and the way to a next version. */
export default function RuleSetPage() {
  const { name = '' } = useParams({ strict: false }) as { name?: string }
  const { versi } = useSearch({ strict: false }) as { versi?: string }
  const manages = may(useMe(), 'index.manage')
  const { data, problem, retry } = index.useAsk('ruleSet', { name, ...(versi ? { version: versi } : {}) })
  const [editing, setEditing] = useState(false)
  const [jobId, setJobId] = useState<string>()
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} page /> : <Loading kind="page" />
  const newest = data.versions[0]?.version === data.version
  const saved = (job: string) => {
    setEditing(false)
    setJobId(job)
  }
  return (
    <Page
      title={data.name}
      lead={t('index.rules.versionShort', { n: data.version })}
      crumbs={[{ label: t('index.rules.title'), to: '/indeks/aturan' }]}
      actions={
        manages &&
        newest &&
        !editing && (
          <Button kind="primary" icon={IconPlus} onPress={() => setEditing(true)}>
            {t('index.rules.new')}
          </Button>
        )
      }
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
      {editing ? (
        <NewVersion set={data} onSaved={saved} onClose={() => setEditing(false)} />
      ) : (
        <Split
          main={
            <Card title={t('index.rules.content')}>
              <ValueEditor value={inOrder(data.body)} {...ruleSetWords()} />
            </Card>
          }
          side={<Versions set={data} />}
        />
      )}
    </Page>
  )
}

const Versions = ({ set }: { set: RuleSet }) => (
  <Card title={t('index.rules.versions')}>
    <ItemList
      items={set.versions.map((one) => ({
        key: one.version,
        title: (
          <Link to={`/indeks/aturan/${set.name}`} search={{ versi: String(one.version) }}>
            {t('index.rules.version', { n: one.version, on: formatDay(one.effectiveFrom) })}
          </Link>
        ),
        note: [one.reason ?? t('index.rules.seeded'), one.createdBy, formatInstant(one.createdAt)]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  </Card>
)

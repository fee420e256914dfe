import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDay, formatInstant } from '../../../web/formats.ts'
import { Button } from '../../../web/kit/button.tsx'
import { DescriptionList } from '../../../web/kit/descriptionList.tsx'
import { IconPlus } from '../../../web/kit/icons.ts'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Split, Stack } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { ValueEditor } from '../../../web/kit/valueEditor.tsx'
import { JobProgress } from '../../../web/jobs/jobProgress.tsx'
import { t } from '../../../web/words.ts'
import { type RuleSet, askAgain, competency } from './asking.ts'
import { NewVersion } from './newVersion.tsx'
import { ruleSetWords } from './ruleSetWords.ts'

/** `/kompetensi/standar/aturan/$name`: one rule set, its versions, and the way to the next one. */
export default function RuleSetPage() {
  const { name = '' } = useParams({ strict: false }) as { name?: string }
  const { versi } = useSearch({ strict: false }) as { versi?: string }
  const { data, problem, retry } = competency.useAsk('ruleSet', { name, ...(versi ? { version: versi } : {}) })
  const [editing, setEditing] = useState(false)
  const [jobId, setJobId] = useState<string | null>(null)
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} page /> : <Loading kind="page" />
  const newest = data.versions[0]?.version === data.version
  const saved = (job: string | null) => {
    setEditing(false)
    setJobId(job)
  }
  return (
    <Page
      title={data.name}
      lead={t('competency.rules.version', { n: data.version, on: formatDay(data.effectiveFrom) })}
      crumbs={[{ label: t('competency.standard.title'), to: '/kompetensi/standar' }]}
      actions={
        newest &&
        !editing && (
          <Button kind="primary" icon={IconPlus} onPress={() => setEditing(true)}>
            {t('competency.rules.new')}
          </Button>
        )
      }
    >
      {jobId && (
        <JobProgress
          jobId={jobId}
          label={t('competency.compute.running')}
          done={t('competency.compute.done')}
          onDone={askAgain}
        />
      )}
      {editing ? (
        <NewVersion set={data} onSaved={saved} onClose={() => setEditing(false)} />
      ) : (
        <Split main={<Content set={data} />} side={<Versions set={data} />} />
      )}
    </Page>
  )
}

const Content = ({ set }: { set: RuleSet }) => (
  <Card title={t('competency.rules.content')}>
    <DescriptionList
      facts={[
        { label: t('competency.detail.basis'), value: set.legalBasis },
        { label: t('competency.detail.confidence'), value: t(`competency.confidence.${set.confidence}`) },
        { label: t('competency.rules.until'), value: set.effectiveTo && formatDay(set.effectiveTo) },
      ]}
    />
    <ValueEditor value={set.body} {...ruleSetWords()} />
  </Card>
)

const Versions = ({ set }: { set: RuleSet }) => (
  <Stack>
    <Card title={t('competency.rules.versions')}>
      <ItemList
        items={set.versions.map((one) => ({
          key: one.version,
          title: (
            <Link to={`/kompetensi/standar/aturan/${set.name}`} search={{ versi: String(one.version) }}>
              {t('competency.rules.version', { n: one.version, on: formatDay(one.effectiveFrom) })}
            </Link>
          ),
          note: [one.reason ?? t('competency.rules.seeded'), one.createdBy, formatInstant(one.createdAt)]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </Card>
  </Stack>
)

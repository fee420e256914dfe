import { useParams } from '@tanstack/react-router'
import { may, useMe } from '../../../web/account/session.ts'
import { formatDay, formatInstant, formatNumber } from '../../../web/formats.ts'
import { Empty } from '../../../web/kit/empty.tsx'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Split } from '../../../web/kit/layout.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import { type PostStandard, competency } from './asking.ts'
import { SetStandard } from './setStandard.tsx'

/** `/kompetensi/standar/jabatan/$postId`: what one post requires, and since when and why. */
export default function PostPage() {
  const { postId = '' } = useParams({ strict: false }) as { postId?: string }
  const manages = may(useMe(), 'competency.standards')
  const { data, problem, retry } = competency.useAsk('standardOfPost', { postId })
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} page /> : <Loading kind="page" />
  const kind = data.jobKind ? t(`competency.job-kind.${data.jobKind}`) : t('competency.job-kind.unknown')
  return (
    <Page
      title={data.title}
      lead={`${data.unitName} · ${kind}`}
      crumbs={[{ label: t('competency.standard.title'), to: '/kompetensi/standar' }]}
    >
      <Split
        main={
          <>
            <Requirements post={data} />
            <History post={data} />
          </>
        }
        side={manages ? <SetStandard post={data} /> : null}
      />
    </Page>
  )
}

const Requirements = ({ post }: { post: PostStandard }) => (
  <Table
    caption={t('competency.post.requirements')}
    rows={post.requirements}
    rowKey={(row) => row.competency}
    columns={[
      { key: 'name', header: t('competency.column.competency'), cell: (row) => row.name },
      { key: 'level', header: t('competency.column.level'), cell: (row) => formatNumber(row.level), numeric: true },
      { key: 'from', header: t('competency.detail.from'), cell: (row) => t(`competency.standard.from.${row.from}`) },
      { key: 'basis', header: t('competency.detail.basis'), cell: (row) => row.legalBasis || '–' },
      { key: 'since', header: t('competency.post.since'), cell: (row) => formatDay(row.effectiveFrom) },
    ]}
    empty={<Empty title={t('competency.match.unknown.no-standard')}>{t('competency.post.noneHint')}</Empty>}
  />
)

const History = ({ post }: { post: PostStandard }) =>
  post.history.length === 0 ? null : (
    <Card title={t('competency.post.history')} lead={t('competency.post.historyLead')}>
      <ItemList
        items={post.history.map((row, i) => ({
          key: i,
          title: `${row.name}: ${row.level === null ? t('competency.post.table') : formatNumber(row.level)}`,
          note: [
            t('competency.post.from', { on: formatDay(row.effectiveFrom) }),
            row.legalBasis,
            row.reason,
            t('competency.post.setAt', { at: formatInstant(row.setAt) }),
          ].join(' · '),
        }))}
      />
    </Card>
  )

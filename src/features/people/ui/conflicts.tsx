import { useSearch } from '@tanstack/react-router'
import { Button } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconCircleCheck, IconDownload } from '../../../web/kit/icons.ts'
import { Row, Stack } from '../../../web/kit/layout.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { Pager } from '../../../web/kit/pager.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Segments } from '../../../web/kit/segments.tsx'
import { t } from '../../../web/words.ts'
import { conflicts } from './asking.ts'
import { ConflictCard } from './conflictCard.tsx'

/** Fields that were corrected here and that the nation gives otherwise: one card each, both values side by side. */
export default function Conflicts() {
  const list = conflicts.useList('list', { filters: ['open', 'personId'], size: 20 })
  const { personId } = useSearch({ strict: false }) as { personId?: string }
  const decided = list.filters.open === 'false'
  return (
    <Page
      title={t('people.conflicts.title')}
      lead={t('people.conflicts.lead')}
      crumbs={[{ label: t('people.register.title'), to: '/pegawai' }]}
      actions={
        list.total > 0 && (
          <Button icon={IconDownload} href={list.exportHref}>
            {t('web.table.export')}
          </Button>
        )
      }
    >
      <Row spread>
        <Segments
          label={t('people.conflicts.show')}
          value={decided ? 'false' : 'true'}
          onChange={(value) => list.setFilter('open', value === 'true' ? '' : value)}
          options={[
            { value: 'true', label: t('people.conflicts.open') },
            { value: 'false', label: t('people.conflicts.decided') },
          ]}
        />
        {personId && (
          <Button small onPress={() => list.setFilter('personId', '')}>
            {t('people.conflicts.everybody')}
          </Button>
        )}
      </Row>
      {list.problem ? (
        <ProblemView problem={list.problem} onRetry={list.retry} />
      ) : list.pending ? (
        <Loading kind="cards" count={3} />
      ) : list.total === 0 ? (
        <Nothing decided={decided} />
      ) : (
        <Stack>
          {list.rows.map((conflict) => (
            <ConflictCard key={conflict.conflictId} conflict={conflict} />
          ))}
          <Pager list={list} />
        </Stack>
      )}
    </Page>
  )
}

const Nothing = ({ decided }: { decided: boolean }) => (
  <Empty icon={IconCircleCheck} title={t(decided ? 'people.conflicts.none-decided' : 'people.conflicts.none')}>
    {t(decided ? 'people.conflicts.none-decided-hint' : 'people.conflicts.none-hint')}
  </Empty>
)

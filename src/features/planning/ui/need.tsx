import { Empty } from '../../../web/kit/empty.tsx'
import { SelectField } from '../../../web/kit/choices.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { IconGridDots, IconUsersGroup } from '../../../web/kit/icons.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Stack } from '../../../web/kit/layout.tsx'
import { Tabs } from '../../../web/kit/tabs.tsx'
import { t } from '../../../web/words.ts'
import { type RankingMethod, rankingMethods } from '../need/ranking/rules.ts'
import { planning } from './needAsking.ts'
import { needFilters, NeedList } from './needList.tsx'
import { NeedMap } from './needMap.tsx'

/** `/rencana/kebutuhan`: what lacks where, as a map and as a list, in the order of a method that the reader chooses. */
export default function NeedsPage() {
  const list = planning.useList('needs', { filters: needFilters, sort: 'place' })
  const method = (list.filters.method || 'gap-criticality') as RankingMethod
  const { data, problem, pending, retry } = planning.useAsk('needMap', { method })
  return (
    <Page
      title={t('planning.need.title')}
      lead={data && t('planning.need.lead', { year: String(data.year) })}
      actions={
        <Button icon={IconUsersGroup} to="/rencana/usulan">
          {t('planning.need.requests')}
        </Button>
      }
    >
      {pending && <Loading kind="table" count={6} />}
      {!data && problem && <ProblemView problem={problem} onRetry={retry} />}
      {data && data.offices.length === 0 && (
        <Empty
          icon={IconGridDots}
          title={t('planning.need.none')}
          action={<Button to="/kompetensi/peta">{t('planning.need.toGaps')}</Button>}
        >
          {t('planning.need.noneHint')}
        </Empty>
      )}
      {data && data.offices.length > 0 && (
        <Stack>
          <SelectField
            label={t('planning.need.method')}
            hint={t(`planning.need.methodHint.${method}`)}
            value={method}
            onChange={(chosen) => list.setFilter('method', chosen)}
            options={rankingMethods.map((one) => ({ value: one, label: t(`planning.need.method.${one}`) }))}
          />
          <Tabs
            label={t('planning.need.title')}
            tabs={[
              { key: 'peta', label: t('planning.need.map'), content: () => <NeedMap answer={data} method={method} /> },
              { key: 'daftar', label: t('planning.need.list'), content: () => <NeedList list={list} map={data} /> },
            ]}
          />
        </Stack>
      )}
    </Page>
  )
}

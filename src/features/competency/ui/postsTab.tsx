import { formatNumber } from '../../../web/formats.ts'
import { Empty } from '../../../web/kit/empty.tsx'
import { Filters } from '../../../web/kit/filters.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import { jobKinds } from '../standards/rules.ts'
import { competency } from './asking.ts'

const filters = ['search', 'jobKind', 'own'] as const

/** Posts, to set what a single one of them requires. */
export function PostsTab() {
  const list = competency.useList('posts', { filters })
  return (
    <Table
      caption={t('competency.posts.title')}
      list={list}
      exports
      rowKey={(row) => row.postId}
      rowTo={(row) => `/kompetensi/standar/jabatan/${row.postId}`}
      columns={[
        { key: 'title', header: t('competency.column.post'), cell: (row) => row.title },
        { key: 'unit', header: t('competency.column.unit'), cell: (row) => row.unitName },
        { key: 'kind', header: t('competency.column.job-kind'), cell: (row) => row.jobKindWords },
        {
          key: 'holders',
          header: t('competency.column.holders'),
          cell: (row) => formatNumber(row.holders),
          numeric: true,
        },
        {
          key: 'own',
          header: t('competency.column.own-requirements'),
          cell: (row) => formatNumber(row.ownRequirements),
          numeric: true,
        },
      ]}
      filters={
        <Filters
          list={list}
          search={{ name: 'search', label: t('competency.posts.search') }}
          by={[
            {
              name: 'jobKind',
              label: t('competency.column.job-kind'),
              from: jobKinds.map((kind) => ({ value: kind, label: t(`competency.job-kind.${kind}`) })),
            },
            {
              name: 'own',
              label: t('competency.posts.own'),
              from: [
                { value: 'true', label: t('competency.posts.withOwn') },
                { value: 'false', label: t('competency.posts.withoutOwn') },
              ],
            },
          ]}
        />
      }
      empty={<Empty title={t('competency.posts.none')}>{t('competency.posts.noneHint')}</Empty>}
    />
  )
}

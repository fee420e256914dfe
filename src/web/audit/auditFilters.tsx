import type { ListState } from '../lists.ts'
import { Filters } from '../kit/filters.tsx'
import { t } from '../words.ts'
import { areas } from './operations.ts'

export const filterNames = ['subject', 'operation', 'outcome', 'accountId', 'from', 'to'] as const

export const AuditFilters = ({ list }: { list: ListState<unknown> }) => (
  <Filters
    list={list}
    search={{ name: 'subject', label: t('web.audit.search'), placeholder: t('web.audit.search-example') }}
    by={[
      {
        name: 'operation',
        label: t('web.audit.area'),
        from: areas.map((area) => ({ value: area, label: t(`web.audit.area.${area.slice(0, -1)}`) })),
      },
      {
        name: 'outcome',
        label: t('web.audit.outcome'),
        from: ['done', 'refused'].map((one) => ({ value: one, label: t(`web.audit.outcome.${one}`) })),
      },
      { name: 'from', label: t('web.audit.from'), from: 'day' },
      { name: 'to', label: t('web.audit.to'), from: 'day' },
      { name: 'accountId', label: t('web.audit.account', { id: list.filters.accountId ?? '' }), from: 'link' },
    ]}
  />
)

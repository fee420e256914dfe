import type { ListState } from '../lists.ts'
import { Button } from '../kit/button.tsx'
import { SelectField } from '../kit/choices.tsx'
import { DateField } from '../kit/fields.tsx'
import { IconX } from '../kit/icons.ts'
import { Row } from '../kit/layout.tsx'
import { SearchField } from '../kit/search.tsx'
import { t } from '../words.ts'
import { areas } from './operations.ts'

export const filterNames = ['subject', 'operation', 'outcome', 'accountId', 'from', 'to'] as const

type Filtered = Pick<ListState<unknown>, 'filters' | 'setFilter'>

export function AuditFilters({ list: { filters, setFilter } }: { list: Filtered }) {
  const value = (name: (typeof filterNames)[number]) => filters[name] ?? ''
  return (
    <>
      <SearchField
        label={t('web.audit.search')}
        placeholder={t('web.audit.search-example')}
        value={value('subject')}
        onChange={(words) => setFilter('subject', words)}
      />
      <SelectField
        label={t('web.audit.area')}
        none={t('web.audit.every-area')}
        value={value('operation')}
        onChange={(next) => setFilter('operation', next)}
        options={areas.map((area) => ({ value: area, label: t(`web.audit.area.${area.slice(0, -1)}`) }))}
      />
      <SelectField
        label={t('web.audit.outcome')}
        none={t('web.audit.every-outcome')}
        value={value('outcome')}
        onChange={(next) => setFilter('outcome', next)}
        options={['done', 'refused'].map((one) => ({ value: one, label: t(`web.audit.outcome.${one}`) }))}
      />
      <DateField label={t('web.audit.from')} value={value('from')} onChange={(day) => setFilter('from', day)} />
      <DateField label={t('web.audit.to')} value={value('to')} onChange={(day) => setFilter('to', day)} />
      {value('accountId') && (
        <Row>
          <Button small icon={IconX} onPress={() => setFilter('accountId', '')}>
            {t('web.audit.account', { id: value('accountId') })}
          </Button>
        </Row>
      )}
    </>
  )
}

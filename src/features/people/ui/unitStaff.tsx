import { Empty } from '../../../web/kit/empty.tsx'
import { IconUsers } from '../../../web/kit/icons.ts'
import { SearchField } from '../../../web/kit/search.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import { people } from './asking.ts'
import { personPath, registerColumns } from './registerColumns.tsx'

/** The staff of a unit with everything below it. */
export function UnitStaff({ unitId }: { unitId: number }) {
  const list = people.useList('register', { fixed: { unitId }, filters: ['search'], sort: 'name' })
  return (
    <Table
      caption={t('people.unit.staff')}
      columns={registerColumns()}
      list={list}
      rowKey={(p) => p.personId}
      rowTo={(p) => personPath(p.personId)}
      exports
      filters={
        <SearchField
          label={t('people.register.search')}
          value={list.filters.search ?? ''}
          onChange={(words) => list.setFilter('search', words)}
        />
      }
      empty={<Empty icon={IconUsers} title={t('people.unit.nobody')} />}
    />
  )
}

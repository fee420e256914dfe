import { useMe } from '../../../web/account/session.ts'
import { formatNumber } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { SelectField } from '../../../web/kit/choices.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconScale } from '../../../web/kit/icons.ts'
import { Row, Text } from '../../../web/kit/layout.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { type Column, Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import { type ScoreRow, index, people } from './asking.ts'
import { categories } from './tones.ts'

const filters = ['unitId', 'category', 'counted', 'dimension', 'below', 'year'] as const
const parts = ['qualification', 'competency', 'performance', 'discipline'] as const

/** `/indeks/daftar`: persons with their scores. Discipline can be seen but not picked out by most readers. */
export default function ScoreListPage() {
  const me = useMe()
  const byDiscipline = me.permissions['people.sanctions'] === 'city'
  const wide = me.permissions['index.read'] !== 'self' && me.permissions['index.read'] !== 'team'
  const list = index.useList('list', { filters, sort: 'total', direction: 'asc' })
  return (
    <Page
      title={t('index.list.title')}
      lead={t('index.list.lead')}
      crumbs={wide ? [{ label: t('index.unit.title'), to: '/indeks' }] : []}
    >
      <Table
        caption={t('index.list.title')}
        columns={columns(byDiscipline)}
        list={list}
        rowKey={(row) => row.personId}
        rowTo={(row) => `/indeks/${row.personId}`}
        exports
        filters={<Filters list={list} wide={wide} byDiscipline={byDiscipline} />}
        empty={
          <Empty icon={IconScale} title={t('index.unit.none')}>
            {t('index.unit.noneHint')}
          </Empty>
        }
      />
    </Page>
  )
}

const columns = (byDiscipline: boolean): Column<ScoreRow>[] => [
  {
    key: 'name',
    header: t('index.list.name'),
    cell: (row) => (
      <>
        {row.name}
        <Text quiet>{row.unitName ?? '–'}</Text>
      </>
    ),
    sort: 'name',
  },
  {
    key: 'total',
    header: t('index.list.total'),
    cell: (row) => formatNumber(row.total, 2),
    sort: 'total',
    numeric: true,
  },
  { key: 'category', header: t('index.list.category'), cell: (row) => <Standing row={row} /> },
  ...parts.map((part) => ({
    key: part,
    header: t(`index.dimension.${part}`),
    cell: (row: ScoreRow) => formatNumber(row[part], 2),
    numeric: true,
    ...(part !== 'discipline' || byDiscipline ? { sort: part } : {}),
  })),
  {
    key: 'official',
    header: t('index.list.official'),
    cell: (row) => (row.official === null ? '–' : formatNumber(row.official, 2)),
    numeric: true,
  },
]

const Standing = ({ row }: { row: ScoreRow }) => (
  <Row>
    <span>{row.categoryText}</span>
    {!row.measured && <Badge tone="quiet">{t('index.list.unmeasured')}</Badge>}
  </Row>
)

interface FiltersProps {
  list: { filters: Record<string, string>; setFilter: (name: string, value: string) => void }
  wide: boolean
  byDiscipline: boolean
}

function Filters({ list, wide, byDiscipline }: FiltersProps) {
  const { data: units } = people.useAsk('units', {}, { when: wide })
  const bind = (name: (typeof filters)[number]) => ({
    value: list.filters[name] ?? '',
    onChange: (value: string) => list.setFilter(name, value),
    none: t('index.list.all'),
  })
  return (
    <>
      {wide && (
        <SelectField
          label={t('index.list.unit')}
          {...bind('unitId')}
          options={(units?.units ?? []).map((u) => ({ value: String(u.unitId), label: u.name }))}
        />
      )}
      <SelectField
        label={t('index.list.category')}
        {...bind('category')}
        options={categories.map((one) => ({ value: one, label: t(`index.category.${one}`) }))}
      />
      <SelectField
        label={t('index.list.counted')}
        {...bind('counted')}
        options={(['measured', 'unmeasured'] as const).map((one) => ({ value: one, label: t(`index.list.${one}`) }))}
      />
      <SelectField
        label={t('index.list.dimension')}
        {...bind('dimension')}
        options={[...parts, 'total' as const]
          .filter((part) => part !== 'discipline' || byDiscipline)
          .map((part) => ({
            value: part,
            label: t(part === 'total' ? 'index.list.total' : `index.dimension.${part}`),
          }))}
      />
      {list.filters.dimension && (
        <SelectField
          label={t('index.list.below')}
          {...bind('below')}
          options={belows(list.filters.dimension).map((n) => ({ value: String(n), label: formatNumber(n) }))}
        />
      )}
    </>
  )
}

const belows = (dimension: string): readonly number[] =>
  ({
    qualification: [5, 10, 15, 20, 25],
    competency: [10, 20, 30, 40],
    performance: [10, 20, 25, 30],
    discipline: [2, 3, 5],
  })[dimension] ?? [60, 70, 80, 90]

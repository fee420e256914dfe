import { useMe } from '../../../web/account/session.ts'
import { formatNumber } from '../../../web/formats.ts'
import type { ListState } from '../../../web/lists.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { type Filter, Filters } from '../../../web/kit/filters.tsx'
import { IconScale } from '../../../web/kit/icons.ts'
import { Row, Text } from '../../../web/kit/layout.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { type Column, Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import { officesAmong } from '../../people/unit/rules.ts'
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
        filters={<ScoreFilters list={list} wide={wide} byDiscipline={byDiscipline} />}
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
    wide: true,
  },
  {
    key: 'total',
    header: t('index.list.total'),
    cell: (row) => formatNumber(row.total, 2),
    sort: 'total',
    numeric: true,
  },
  { key: 'category', header: t('index.list.category'), cell: (row) => <Standing row={row} />, whole: true },
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

interface ScoreFiltersProps {
  list: ListState<ScoreRow>
  wide: boolean
  byDiscipline: boolean
}

function ScoreFilters({ list, wide, byDiscipline }: ScoreFiltersProps) {
  const { data } = people.useAsk('units', {}, { when: wide })
  const { unitId, dimension = '' } = list.filters
  // A bare number says nothing on its own.
  const below: Filter = {
    name: 'below',
    label: t('index.list.below'),
    from: belows(dimension).map((n) => ({ value: String(n), label: formatNumber(n) })),
    chosen: (most) => `${t('index.list.below')} ${most}`,
  }
  return (
    <Filters
      list={list}
      by={[
        {
          name: 'unitId',
          label: t('index.list.unit'),
          from: wide
            ? officesAmong(data?.units ?? [], unitId).map((unit) => ({ value: String(unit.unitId), label: unit.name }))
            : 'link',
        },
        {
          name: 'category',
          label: t('index.list.category'),
          from: categories.map((one) => ({ value: one, label: t(`index.category.${one}`) })),
        },
        {
          name: 'counted',
          label: t('index.list.counted'),
          from: (['measured', 'unmeasured'] as const).map((one) => ({ value: one, label: t(`index.list.${one}`) })),
        },
        {
          name: 'dimension',
          label: t('index.list.dimension'),
          from: [...parts, 'total' as const]
            .filter((part) => part !== 'discipline' || byDiscipline)
            .map((part) => ({
              value: part,
              label: t(part === 'total' ? 'index.list.total' : `index.dimension.${part}`),
            })),
        },
        ...(dimension === '' ? [] : [below]),
        { name: 'year', label: `${t('index.list.year')} ${list.filters.year}`, from: 'link' },
      ]}
    />
  )
}

const belows = (dimension: string): readonly number[] =>
  ({
    qualification: [5, 10, 15, 20, 25],
    competency: [10, 20, 30, 40],
    performance: [10, 20, 25, 30],
    discipline: [2, 3, 5],
  })[dimension] ?? [60, 70, 80, 90]

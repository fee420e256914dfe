import type { Asked } from '../../../web/api.ts'
import { formatNumber } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { Filters } from '../../../web/kit/filters.tsx'
import { IconArrowsSort, IconTarget } from '../../../web/kit/icons.ts'
import { Stack, Text } from '../../../web/kit/layout.tsx'
import { type Column, Table } from '../../../web/kit/table.tsx'
import type { ListState } from '../../../web/lists.ts'
import { t } from '../../../web/words.ts'
import { needSources } from '../need/list/rules.ts'
import { needRoutes } from '../need/rules.ts'
import type { NeedMapAnswer, NeedRow } from './needAsking.ts'
import { RouteMark } from './needMarks.tsx'

export const needFilters = ['method', 'competency', 'unitId', 'source', 'route', 'disputed'] as const

const place = (at: number | null) => (at === null ? '–' : formatNumber(at))

const columns = (): Column<NeedRow>[] => [
  {
    key: 'need',
    header: t('planning.need.column.competency'),
    cell: (row) => row.competencyName,
    sort: 'competency',
  },
  {
    key: 'place',
    header: t('planning.need.column.place'),
    cell: (row) => place(row.place),
    sort: 'place',
    numeric: true,
  },
  { key: 'office', header: t('planning.need.column.office'), cell: (row) => row.unitName, sort: 'unit', wide: true },
  {
    key: 'people',
    header: t('planning.need.people'),
    cell: (row) =>
      row.assessed === 0 ? (
        t('planning.need.unassessed')
      ) : (
        <Stack gap="small">
          <span>{t('planning.need.peopleOf', { n: row.withGap, assessed: row.assessed })}</span>
          <Text quiet>{t('planning.need.meanEach', { mean: interval(row) })}</Text>
        </Stack>
      ),
    sort: 'people',
  },
  {
    key: 'methods',
    header: t('planning.need.methods'),
    cell: (row) => (
      <Stack gap="small">
        <Text quiet>
          {t('planning.need.placesShort', {
            gap: place(row.placeGap),
            borich: place(row.placeBorich),
            grid: place(row.placeGrid),
            discrepancy: place(row.placeDiscrepancy),
          })}
        </Text>
        {row.disagrees && (
          <Badge tone="warn" icon={IconArrowsSort}>
            {t('planning.need.disagrees')}
          </Badge>
        )}
      </Stack>
    ),
    roomy: true,
  },
  {
    key: 'route',
    header: t('planning.need.column.route'),
    cell: (row) => (row.route ? <RouteMark route={row.route} /> : t('planning.need.undecided')),
  },
]

/** Levels missing per person, with where the mean lies. */
export function interval({ meanMissing, low, high }: Pick<NeedRow, 'meanMissing' | 'low' | 'high'>): string {
  if (meanMissing === null) return '–'
  const mean = formatNumber(meanMissing, 2)
  return low === null || high === null ? mean : `${mean} (${formatNumber(low, 2)}–${formatNumber(high, 2)})`
}

type List = ListState<NeedRow> & Omit<Asked<unknown>, 'data'>

/** The needs in order, every method beside the others. */
export const NeedList = ({ list, map }: { list: List; map: NeedMapAnswer }) => (
  <Table
    caption={t('planning.need.title')}
    columns={columns()}
    list={list}
    rowKey={(row) => `${row.competency} ${row.unitId}`}
    rowTo={(row) => `/rencana/kebutuhan/${row.competency}/${row.unitId}`}
    exports
    filters={<NeedFilters list={list} map={map} />}
    empty={
      <Empty
        icon={IconTarget}
        title={t('planning.need.none')}
        action={<Button to="/kompetensi/peta">{t('planning.need.toGaps')}</Button>}
      >
        {t('planning.need.noneHint')}
      </Empty>
    }
  />
)

const NeedFilters = ({ list, map }: { list: List; map: NeedMapAnswer }) => (
  <Filters
    list={list}
    by={[
      {
        name: 'competency',
        label: t('planning.need.column.competency'),
        from: map.competencies.map(({ competency, name }) => ({ value: competency, label: name })),
      },
      {
        name: 'unitId',
        label: t('planning.need.column.office'),
        from: map.offices.map(({ unitId, name }) => ({ value: String(unitId), label: name })),
      },
      {
        name: 'source',
        label: t('planning.need.column.source'),
        from: needSources.map((source) => ({ value: source, label: t(`planning.need.source.${source}`) })),
      },
      {
        name: 'route',
        label: t('planning.need.column.route'),
        from: [
          { value: 'none', label: t('planning.need.undecided') },
          ...needRoutes.map((route) => ({ value: route, label: t(`planning.need.route.${route}`) })),
        ],
      },
      {
        name: 'disputed',
        label: t('planning.need.disagrees'),
        from: [{ value: 'true', label: t('planning.need.onlyDisputed') }],
      },
    ]}
  />
)

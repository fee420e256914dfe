import { useMe } from '../../../web/account/session.ts'
import { formatNumber } from '../../../web/formats.ts'
import type { ListState } from '../../../web/lists.ts'
import { Empty } from '../../../web/kit/empty.tsx'
import { Filters } from '../../../web/kit/filters.tsx'
import { IconTarget } from '../../../web/kit/icons.ts'
import { Row } from '../../../web/kit/layout.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { type Column, Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import { officesAmong, placeInWords } from '../../people/unit/rules.ts'
import { certainties, gapBands } from '../gap/rules.ts'
import { type GapRow, competency, people } from './asking.ts'
import { BandMark, CertaintyMark } from './marks.tsx'

const filters = ['search', 'competency', 'band', 'certainty', 'unitId', 'atLeast', 'team'] as const

const columns = (): Column<GapRow>[] => [
  { key: 'name', header: t('competency.column.person'), cell: (row) => row.name, sort: 'name' },
  {
    key: 'competency',
    header: t('competency.column.competency'),
    cell: (row) => row.competencyName,
    sort: 'competency',
  },
  {
    key: 'gap',
    header: t('competency.column.gap'),
    cell: (row) => (row.gap === null ? '–' : formatNumber(row.gap)),
    sort: 'gap',
    numeric: true,
  },
  {
    key: 'levels',
    header: t('competency.gaps.levels'),
    cell: (row) => t('competency.gaps.levelOf', { level: row.level ?? '–', required: row.required }),
    numeric: true,
  },
  {
    key: 'standing',
    whole: true,
    header: t('competency.gaps.standing'),
    cell: (row) => (
      <Row>
        <BandMark band={row.band} />
        <CertaintyMark certainty={row.certainty} />
      </Row>
    ),
  },
  {
    key: 'place',
    header: t('competency.gaps.place'),
    cell: (row) => placeInWords(row.postTitle, row.unitName) || '–',
    wide: true,
  },
]

/** `/kompetensi/kesenjangan`: one line per person and competency, the list that feeds planning. */
export default function GapListPage() {
  const scope = useMe().permissions['competency.read']
  const list = competency.useList('gapList', { filters, sort: 'gap', direction: 'desc' })
  const wide = scope === 'office' || scope === 'city'
  return (
    <Page
      title={t('competency.gaps.title')}
      lead={t('competency.gaps.lead')}
      crumbs={scope === 'self' ? [] : [{ label: t('competency.map.title'), to: '/kompetensi/peta' }]}
    >
      <Table
        caption={t('competency.gaps.title')}
        columns={columns()}
        list={list}
        rowKey={(row) => `${row.personId} ${row.competency}`}
        rowTo={(row) => `/kompetensi/${row.personId}`}
        exports
        filters={<GapFilters list={list} wide={wide} />}
        empty={
          <Empty icon={IconTarget} title={t('competency.gaps.none')}>
            {t('competency.map.emptyHint')}
          </Empty>
        }
      />
    </Page>
  )
}

function GapFilters({ list, wide }: { list: ListState<GapRow>; wide: boolean }) {
  const { data: dictionary } = competency.useAsk('dictionary')
  const { data } = people.useAsk('units', {}, { when: wide })
  const offices = officesAmong(data?.units ?? [], list.filters.unitId)
  return (
    <Filters
      list={list}
      search={{ name: 'search', label: t('competency.map.search') }}
      by={[
        {
          name: 'competency',
          label: t('competency.column.competency'),
          from: (dictionary?.competencies ?? []).map((c) => ({ value: c.competency, label: c.name })),
        },
        {
          name: 'unitId',
          label: t('competency.column.unit'),
          from: wide ? offices.map((unit) => ({ value: String(unit.unitId), label: unit.name })) : 'link',
        },
        {
          name: 'band',
          label: t('competency.column.band'),
          from: gapBands.map((band) => ({ value: band, label: t(`competency.band.${band}`) })),
        },
        {
          name: 'atLeast',
          label: t('competency.gaps.size'),
          from: [1, 2, 3].map((n) => ({ value: String(n), label: t('competency.gaps.atLeast', { n }) })),
        },
        {
          name: 'certainty',
          label: t('competency.column.certainty'),
          from: certainties.map((one) => ({ value: one, label: t(`competency.gap.certainty.${one}`) })),
        },
        { name: 'team', label: t('competency.team.members'), from: 'link' },
      ]}
    />
  )
}

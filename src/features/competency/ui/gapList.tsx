import { useMe } from '../../../web/account/session.ts'
import { formatNumber } from '../../../web/formats.ts'
import { SelectField } from '../../../web/kit/choices.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconTarget } from '../../../web/kit/icons.ts'
import { Row } from '../../../web/kit/layout.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { SearchField } from '../../../web/kit/search.tsx'
import { type Column, Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
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
    cell: (row) => [row.postTitle, row.unitName].filter(Boolean).join(' · ') || '–',
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
        filters={<Filters list={list} wide={wide} />}
        empty={
          <Empty icon={IconTarget} title={t('competency.gaps.none')}>
            {t('competency.map.emptyHint')}
          </Empty>
        }
      />
    </Page>
  )
}

interface FilterState {
  filters: Record<string, string>
  setFilter: (name: string, value: string) => void
}

function Filters({ list, wide }: { list: FilterState; wide: boolean }) {
  const { data: dictionary } = competency.useAsk('dictionary')
  const { data: units } = people.useAsk('units', {}, { when: wide })
  const bind = (name: (typeof filters)[number]) => ({
    value: list.filters[name] ?? '',
    onChange: (value: string) => list.setFilter(name, value),
    none: t('competency.gaps.all'),
  })
  return (
    <>
      <SearchField
        label={t('competency.map.search')}
        value={list.filters.search ?? ''}
        onChange={(search) => list.setFilter('search', search)}
      />
      <SelectField
        label={t('competency.column.competency')}
        {...bind('competency')}
        options={(dictionary?.competencies ?? []).map((c) => ({ value: c.competency, label: c.name }))}
      />
      {wide && (
        <SelectField
          label={t('competency.column.unit')}
          {...bind('unitId')}
          options={(units?.units ?? []).map((u) => ({ value: String(u.unitId), label: u.name }))}
        />
      )}
      <SelectField
        label={t('competency.column.band')}
        {...bind('band')}
        options={gapBands.map((band) => ({ value: band, label: t(`competency.band.${band}`) }))}
      />
      <SelectField
        label={t('competency.gaps.size')}
        {...bind('atLeast')}
        options={[1, 2, 3].map((n) => ({ value: String(n), label: t('competency.gaps.atLeast', { n }) }))}
      />
      <SelectField
        label={t('competency.column.certainty')}
        {...bind('certainty')}
        options={certainties.map((one) => ({ value: one, label: t(`competency.gap.certainty.${one}`) }))}
      />
    </>
  )
}

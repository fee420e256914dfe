import { formatNumber } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconUsers } from '../../../web/kit/icons.ts'
import { Row } from '../../../web/kit/layout.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { Segments } from '../../../web/kit/segments.tsx'
import { type Column, Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import { CertaintyMark } from '../../competency/ui/marks.tsx'
import { placeInWords } from '../../people/unit/rules.ts'
import { needGroups } from '../need/people/rules.ts'
import { type Need, type NeedPerson, planning } from './needAsking.ts'

const columns = (): Column<NeedPerson>[] => [
  { key: 'name', header: t('planning.need.column.person'), cell: (row) => row.name, sort: 'name' },
  {
    key: 'gap',
    header: t('planning.need.column.gap'),
    cell: (row) => (row.gap === null ? '–' : formatNumber(row.gap)),
    sort: 'gap',
    numeric: true,
  },
  {
    key: 'level',
    header: t('planning.need.levelOf'),
    cell: (row) => (row.required === null ? '–' : `${row.level ?? '–'} / ${row.required}`),
    numeric: true,
  },
  {
    key: 'marks',
    header: t('planning.need.also'),
    cell: (row) => (
      <Row>
        {row.certainty && <CertaintyMark certainty={row.certainty} />}
        {row.below && <Badge tone="warn">{t('planning.need.column.belowGood')}</Badge>}
        {row.asked && <Badge tone="info">{t('planning.need.column.asked')}</Badge>}
        {row.aimWords && (
          <Badge tone="info">{t('planning.need.aimMark', { aim: row.aimWords, gap: row.aimGap ?? '–' })}</Badge>
        )}
      </Row>
    ),
  },
  {
    key: 'post',
    header: t('planning.need.column.post'),
    cell: (row) => placeInWords(row.postTitle, row.unitName) || '–',
    wide: true,
  },
]

/** Who is behind a need, as far as the reader may see them. */
export function NeedPeople({ need: { competency, unitId, year } }: { need: Need }) {
  const list = planning.useList('needPeople', {
    fixed: { competency, unitId, year },
    filters: ['group'],
    sort: 'gap',
    direction: 'desc',
    size: 10,
  })
  return (
    <Section title={t('planning.need.peopleTitle')}>
      <Segments
        label={t('planning.need.peopleTitle')}
        value={list.filters.group || 'gap'}
        onChange={(group) => list.setFilter('group', group === 'gap' ? '' : group)}
        options={needGroups.map((group) => ({ value: group, label: t(`planning.need.group.${group}`) }))}
      />
      <Table
        caption={t('planning.need.peopleTitle')}
        columns={columns()}
        list={list}
        rowKey={(row) => row.personId}
        rowTo={(row) => `/kompetensi/${row.personId}`}
        exports
        empty={
          <Empty icon={IconUsers} title={t('planning.need.noPeople')}>
            {t('planning.need.noPeopleHint')}
          </Empty>
        }
      />
    </Section>
  )
}

import { formatNumber } from '../../../web/formats.ts'
import { Button } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { type Heat, type HeatCell, HeatMap } from '../../../web/kit/heatMap.tsx'
import { IconDownload, IconUsers } from '../../../web/kit/icons.ts'
import { Row } from '../../../web/kit/layout.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Pager } from '../../../web/kit/pager.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { SearchField } from '../../../web/kit/search.tsx'
import { t } from '../../../web/words.ts'
import { type PersonOnMap, competency } from './asking.ts'

type Cell = PersonOnMap['cells'][number]

/** Persons × competencies: the last step down. */
export function PersonMap({ fixed }: { fixed: { unitId?: string; own?: string; team?: string } }) {
  const list = competency.useList('heatMapPersons', {
    fixed: fixed as never,
    filters: ['search'],
    sort: 'shortage',
    direction: 'desc',
  })
  const dictionary = competency.useAsk('dictionary')
  return (
    <>
      <Row>
        <SearchField
          label={t('competency.map.search')}
          value={list.filters.search ?? ''}
          onChange={(search) => list.setFilter('search', search)}
        />
        {list.total > 0 && (
          <Button icon={IconDownload} href={list.exportHref}>
            {t('web.table.export')}
          </Button>
        )}
      </Row>
      {list.problem && <ProblemView problem={list.problem} onRetry={list.retry} />}
      {list.pending && <Loading kind="table" count={6} />}
      {list.data && list.rows.length === 0 && (
        <Empty icon={IconUsers} title={t('competency.map.nobody')}>
          {t('competency.map.nobodyHint')}
        </Empty>
      )}
      {list.rows.length > 0 && dictionary.data && (
        <Body rows={list.rows} names={new Map(dictionary.data.competencies.map((c) => [c.competency, c.name]))} />
      )}
      {list.total > 0 && <Pager list={list} />}
    </>
  )
}

function Body({ rows, names }: { rows: readonly PersonOnMap[]; names: ReadonlyMap<string, string> }) {
  const used = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.competency)))
  const columns = [...names].filter(([code]) => used.has(code)).map(([key, label]) => ({ key, label }))
  return (
    <HeatMap
      caption={t('competency.map.persons')}
      corner={t('competency.column.person')}
      columns={columns}
      rows={rows.map((row) => ({
        key: String(row.personId),
        label: row.name,
        to: `/kompetensi/${row.personId}`,
        cells: columns.map(({ key, label }) => {
          const cell = row.cells.find((one) => one.competency === key)
          return cell && cellOf(cell, row.name, label)
        }),
      }))}
      legend={[
        { heat: 0, label: t('competency.map.person.0') },
        { heat: 2, label: t('competency.map.person.1') },
        { heat: 3, label: t('competency.map.person.2') },
        { heat: 4, label: t('competency.map.person.3') },
        { heat: 'none', label: t('competency.gap.certainty.unassessed') },
      ]}
    />
  )
}

const heats: readonly Heat[] = [0, 2, 3, 4, 4]

function cellOf({ required, level, gap, certainty }: Cell, person: string, name: string): HeatCell {
  if (level === null || gap === null)
    return { text: '–', heat: 'none', label: t('competency.map.personUnassessed', { person, name, required }) }
  return {
    text: `${formatNumber(level)}/${formatNumber(required)}`,
    heat: heats[Math.max(0, gap)] ?? 4,
    label: t('competency.map.personCell', {
      person,
      name,
      level,
      required,
      certainty: t(`competency.gap.certainty.${certainty}`),
    }),
  }
}

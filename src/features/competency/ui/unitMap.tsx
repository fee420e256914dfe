import { formatNumber, formatShare } from '../../../web/formats.ts'
import { type Heat, type HeatCell, HeatMap } from '../../../web/kit/heatMap.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { t } from '../../../web/words.ts'
import type { HeatCells, HeatMapAnswer } from './asking.ts'

type Cell = HeatCells[number]

// Shares of the assessed who have a gap. Steps for the eye alone: the number stands in every cell.
const steps: readonly { below: number; heat: Heat }[] = [
  { below: 0.1, heat: 0 },
  { below: 0.25, heat: 1 },
  { below: 0.5, heat: 2 },
  { below: 0.75, heat: 3 },
]
const heatOf = (share: number): Heat => steps.find(({ below }) => share < below)?.heat ?? 4

const legend = () => [
  { heat: 0 as const, label: t('competency.map.legend.0', { to: formatShare(0.1) }) },
  { heat: 1 as const, label: t('competency.map.legend.between', { from: formatShare(0.1), to: formatShare(0.25) }) },
  { heat: 2 as const, label: t('competency.map.legend.between', { from: formatShare(0.25), to: formatShare(0.5) }) },
  { heat: 3 as const, label: t('competency.map.legend.between', { from: formatShare(0.5), to: formatShare(0.75) }) },
  { heat: 4 as const, label: t('competency.map.legend.4', { from: formatShare(0.75) }) },
  { heat: 'none' as const, label: t('competency.map.legend.none') },
]

/** Units below one unit × competencies: how many of the assessed are short of what their post requires. */
export function UnitMap({ answer }: { answer: HeatMapAnswer }) {
  const unitId = answer.unit?.unitId
  const inOrder = (cells: HeatCells, unit: number | undefined, name: string) =>
    answer.competencies.map((column) => {
      const cell = cells.find(({ competency }) => competency === column.competency)
      return cell && cellOf(cell, unit, name, column.name)
    })
  const whole = t('competency.map.whole')
  const own = t('competency.map.own')
  const total = answer.total[0]
  return (
    <>
      <Text>
        {t('competency.map.reading')}
        {total &&
          ` ${t('competency.map.assessed', { n: mostOf(answer.total, 'assessed'), of: mostOf(answer.total, 'persons') })}`}
      </Text>
      <HeatMap
        caption={t('competency.map.title')}
        corner={t('competency.column.unit')}
        columns={answer.competencies.map(({ competency, name }) => ({ key: competency, label: name }))}
        rows={[
          { key: 'whole', label: whole, cells: inOrder(answer.total, unitId, whole) },
          ...answer.rows.map((row) => ({
            key: String(row.unitId),
            label: row.name,
            to: row.opens ? `/kompetensi/peta/${row.unitId}` : `/kompetensi/peta/${row.unitId}/pegawai`,
            cells: inOrder(row.cells, row.unitId, row.name),
          })),
          ...(unitId !== undefined && answer.rows.length > 0 && answer.own.some(({ persons }) => persons > 0)
            ? [
                {
                  key: 'own',
                  label: own,
                  to: `/kompetensi/peta/${unitId}/langsung`,
                  cells: inOrder(answer.own, undefined, own).map((cell) => cell && { ...cell, to: undefined }),
                },
              ]
            : []),
        ]}
        legend={legend()}
      />
    </>
  )
}

const mostOf = (cells: HeatCells, part: 'assessed' | 'persons') => Math.max(0, ...cells.map((cell) => cell[part]))

function cellOf(cell: Cell, unitId: number | undefined, unit: string, name: string): HeatCell {
  const place = {
    to: '/kompetensi/kesenjangan',
    search: { competency: cell.competency, ...(unitId === undefined ? {} : { unitId: String(unitId) }), atLeast: '1' },
  }
  if (cell.shareWithGap === null)
    return {
      text: '–',
      heat: 'none',
      label: t('competency.map.cellUnassessed', { unit, name, persons: cell.persons }),
    }
  return {
    ...place,
    text: formatShare(cell.shareWithGap),
    heat: heatOf(cell.shareWithGap),
    label: t('competency.map.cell', {
      unit,
      name,
      share: formatShare(cell.shareWithGap),
      n: cell.assessed,
      persons: cell.persons,
      mean: formatNumber(cell.meanShortage ?? 0, 2),
    }),
  }
}

import { useState } from 'react'
import { formatNumber } from '../../../web/formats.ts'
import { Section } from '../../../web/kit/section.tsx'
import { Segments } from '../../../web/kit/segments.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import type { UnitFigures } from './asking.ts'
import { CategoryMark } from './marks.tsx'

type Child = UnitFigures['children'][number]
type Order = 'lowest' | 'highest' | 'name'

const mean = (child: Child, without: number) => child.mean ?? without
const orders: Record<Order, (a: Child, b: Child) => number> = {
  lowest: (a, b) => mean(a, 101) - mean(b, 101),
  highest: (a, b) => mean(b, -1) - mean(a, -1),
  name: (a, b) => a.name.localeCompare(b.name, 'id'),
}

/** The units directly below, those with the lowest mean first: there is most to do. */
export function UnitChildren({ figures }: { figures: UnitFigures }) {
  const [order, setOrder] = useState<Order>('lowest')
  return (
    <Section
      title={t('index.unit.below')}
      actions={
        <Segments
          label={t('web.table.sortBy')}
          value={order}
          onChange={(next) => setOrder(next as Order)}
          options={(['lowest', 'highest', 'name'] as const).map((value) => ({
            value,
            label: t(`index.unit.order.${value}`),
          }))}
        />
      }
    >
      <Table
        caption={t('index.unit.below')}
        rows={figures.children.toSorted(orders[order])}
        rowKey={(row) => row.unitId}
        rowTo={(row) => `/indeks/unit/${row.unitId}`}
        empty={null}
        columns={[
          { key: 'name', header: t('index.list.unit'), cell: (row) => row.name },
          {
            key: 'mean',
            header: t('index.unit.meanShort'),
            cell: (row) => (row.mean === null ? '–' : formatNumber(row.mean, 2)),
            numeric: true,
          },
          {
            key: 'category',
            header: t('index.list.category'),
            cell: (row) => <CategoryMark category={row.category} />,
          },
          { key: 'n', header: t('index.unit.measured'), cell: (row) => formatNumber(row.measured), numeric: true },
        ]}
      />
    </Section>
  )
}

import { formatNumber } from '../../../web/formats.ts'
import { Sparkline } from '../../../web/kit/charts.tsx'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import type { PersonIndex } from './asking.ts'
import { CategoryMark } from './marks.tsx'

/** The years beside each other; an official value stands next to the estimate of its year. */
export function Trend({ trend }: { trend: PersonIndex['trend'] }) {
  const points = trend.flatMap(({ year, total }) => (total === null ? [] : [{ label: String(year), value: total }]))
  return (
    <Card title={t('index.trend.title')}>
      {points.length > 1 ? (
        <Sparkline points={points} label={t('index.trend.title')} />
      ) : (
        <Text quiet>{t('index.trend.short')}</Text>
      )}
      <ItemList
        items={trend.toReversed().map(({ year, total, category, official }) => ({
          key: year,
          title: `${year}: ${total === null ? '–' : formatNumber(total, 2)}`,
          mark: <CategoryMark category={category} />,
          note: official === null ? undefined : t('index.trend.official', { total: formatNumber(official, 2) }),
        }))}
      />
    </Card>
  )
}

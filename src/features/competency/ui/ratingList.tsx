import { formatDay, formatNumber } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconClipboardCheck } from '../../../web/kit/icons.ts'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { t } from '../../../web/words.ts'
import type { Rating } from './asking.ts'

const tones = { 'of-record': 'good', beside: 'info', expired: 'warn' } as const

/** Every rater's last word beside the others'; none is averaged away. */
export function RatingList({ ratings, spread }: { ratings: readonly Rating[]; spread: number | null }) {
  if (ratings.length === 0)
    return (
      <Empty icon={IconClipboardCheck} title={t('competency.gap.certainty.unassessed')}>
        {t('competency.rating.none')}
      </Empty>
    )
  return (
    <>
      <Text strong>{t('competency.rating.title')}</Text>
      <ItemList
        items={ratings.map((rating, i) => ({
          key: i,
          title: `${t(`competency.rater.${rating.raterKind}`)}: ${formatNumber(rating.level)}`,
          mark: <Badge tone={tones[rating.state]}>{t(`competency.rating.state.${rating.state}`)}</Badge>,
          note: [rating.raterName, formatDay(rating.on), rating.note].filter(Boolean).join(' · '),
        }))}
      />
      {spread !== null && (
        <Text quiet>{t(spread === 0 ? 'competency.rating.agree' : 'competency.rating.spread', { n: spread })}</Text>
      )}
    </>
  )
}

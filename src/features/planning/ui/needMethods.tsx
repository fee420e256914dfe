import { formatNumber } from '../../../web/formats.ts'
import { Disclosure } from '../../../web/kit/descriptionList.tsx'
import { Notice } from '../../../web/kit/form.tsx'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import { type RankingMethod, rankingMethods } from '../need/ranking/rules.ts'
import type { Need } from './needAsking.ts'

/** The place of one need by each method, with the number behind it and how it is made. */
export const Methods = ({ need }: { need: Need }) => (
  <Card title={t('planning.need.methodsTitle')} lead={t('planning.need.methodsLead', { ranked: need.ranked })}>
    {need.disagrees && <Notice tone="warn">{t('planning.need.disagreesHint')}</Notice>}
    <ItemList
      items={rankingMethods.map((method) => {
        const { place, score } = by[method](need)
        return {
          key: method,
          title: t(`planning.need.method.${method}`),
          note: score,
          action: <Text strong>{place === null ? '–' : t('planning.need.number', { place })}</Text>,
        }
      })}
    />
    <Disclosure summary={t('planning.need.howMade')}>
      {rankingMethods.map((method) => (
        <Text key={method}>
          {t(`planning.need.method.${method}`)}: {t(`planning.need.methodHint.${method}`)}
        </Text>
      ))}
    </Disclosure>
  </Card>
)

const by: Record<RankingMethod, (need: Need) => { place: number | null; score: string }> = {
  'gap-criticality': (need) => ({
    place: need.placeGap,
    score:
      need.priority === null
        ? t('planning.need.unassessed')
        : need.priorityLow === null || need.priorityHigh === null
          ? formatNumber(need.priority)
          : t('planning.need.score.interval', {
              score: formatNumber(need.priority),
              low: formatNumber(need.priorityLow, 0),
              high: formatNumber(need.priorityHigh, 0),
            }),
  }),
  borich: (need) => ({ place: need.placeBorich, score: number(need.borich) }),
  'importance-performance': (need) => ({
    place: need.placeGrid,
    score: need.quadrant ? t(`planning.need.quadrant.${need.quadrant}`) : t('planning.need.unassessed'),
  }),
  'ranked-discrepancy': (need) => ({ place: need.placeDiscrepancy, score: number(need.rankedDiscrepancy) }),
  voices: (need) => ({
    place: need.placeVoices,
    score: t('planning.need.score.voices', { n: need.voices, points: formatNumber(need.voicePoints) }),
  }),
}

const number = (value: number | null) => (value === null ? t('planning.need.unassessed') : formatNumber(value, 2))

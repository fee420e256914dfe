import { formatNumber } from '../../../web/formats.ts'
import { Disclosure } from '../../../web/kit/descriptionList.tsx'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Stack, Text } from '../../../web/kit/layout.tsx'
import { Progress } from '../../../web/kit/progress.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import type { DimensionOf, IndicatorOf } from './asking.ts'
import { Basis } from './marks.tsx'

/** Every dimension opens to its indicators, and every indicator to the rule, the record and what is missing. */
export const Dimensions = ({ dimensions }: { dimensions: readonly DimensionOf[] }) => (
  <Card title={t('index.why.title')} lead={t('index.why.lead')}>
    <Stack gap="small">
      {dimensions.map((one) => (
        <Disclosure
          key={one.dimension}
          summary={t('index.why.dimension', {
            name: t(`index.dimension.${one.dimension}`),
            score: formatNumber(one.score, 2),
            max: formatNumber(one.max, 2),
          })}
        >
          <Stack>
            {one.indicators.map((indicator) => (
              <Indicator key={indicator.indicator} indicator={indicator} />
            ))}
          </Stack>
        </Disclosure>
      ))}
    </Stack>
  </Card>
)

function Indicator({ indicator }: { indicator: IndicatorOf }) {
  const { points, max, rule, found, evidence, wouldGain } = indicator
  return (
    <Stack gap="small">
      <Progress
        label={t('index.why.indicator', {
          name: t(`index.indicator.${indicator.indicator}`),
          points: formatNumber(points, 2),
          max: formatNumber(max, 2),
        })}
        share={max === 0 ? 0 : points / max}
        note={rule.text}
      />
      <Text strong>{found.text}</Text>
      {wouldGain.map((gain) => (
        <Text key={gain.code}>{gain.text}</Text>
      ))}
      <Disclosure summary={t('index.why.grounds', { n: evidence.length })}>
        {evidence.length > 0 ? (
          <ItemList items={evidence.map((one, i) => ({ key: one.key ?? i, title: one.text }))} />
        ) : (
          <Text quiet>{t('index.why.noEvidence')}</Text>
        )}
        <Basis {...indicator} />
      </Disclosure>
    </Stack>
  )
}

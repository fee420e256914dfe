import { formatDay, formatNumber } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Disclosure } from '../../../web/kit/descriptionList.tsx'
import { Notice } from '../../../web/kit/form.tsx'
import { Columns, Row, Text } from '../../../web/kit/layout.tsx'
import { ScoreBar } from '../../../web/kit/scoreBar.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { Stat } from '../../../web/kit/stat.tsx'
import { t } from '../../../web/words.ts'
import type { Estimate, PersonIndex } from './asking.ts'
import { CategoryMark } from './marks.tsx'

/** The whole value with its class and its four parts, and what BKN says beside it. */
export function Total({ answer, estimate }: { answer: PersonIndex; estimate: Estimate }) {
  const { scores, category, dimensions, unmeasured, on } = estimate
  return (
    <Card title={t('index.total.title', { year: answer.year === null ? '' : String(answer.year) })}>
      {unmeasured && <Notice tone="info">{unmeasured.text}</Notice>}
      <Columns least="small">
        <Stat
          label={t('index.total.estimate')}
          value={formatNumber(scores.total, 2)}
          unit={t('index.total.of')}
          note={
            <Row>
              <CategoryMark category={category} />
              <Badge tone="quiet">{answer.label}</Badge>
            </Row>
          }
        />
        <Official answer={answer} estimate={estimate} />
      </Columns>
      <ScoreBar
        label={t('index.total.parts')}
        parts={dimensions.map(({ dimension, score, max }) => ({
          key: dimension,
          label: t(`index.dimension.${dimension}`),
          value: score,
          most: max,
        }))}
      />
      <Disclosure summary={t('index.total.what')}>
        <Text>{t('index.total.explained', { on: formatDay(on, 'long') })}</Text>
      </Disclosure>
    </Card>
  )
}

function Official({ answer: { official }, estimate }: { answer: PersonIndex; estimate: Estimate }) {
  if (!official) return <Stat label={t('index.total.official')} value="–" note={t('index.total.noOfficial')} />
  const difference = Math.round((estimate.scores.total - official.total) * 100) / 100
  return (
    <Stat
      label={t('index.total.official')}
      value={formatNumber(official.total, 2)}
      unit={t('index.total.of')}
      note={[
        official.statedOn && t('index.total.stated', { on: formatDay(official.statedOn) }),
        difference === 0
          ? t('index.total.same')
          : t(difference > 0 ? 'index.total.higher' : 'index.total.lower', {
              n: formatNumber(Math.abs(difference), 2),
            }),
      ]
        .filter(Boolean)
        .join(' · ')}
    />
  )
}

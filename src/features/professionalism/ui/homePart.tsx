import { formatNumber } from '../../../web/formats.ts'
import type { HomeCard, HomePart } from '../../../web/home/part.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { Sparkline } from '../../../web/kit/charts.tsx'
import { Columns, Row, Text } from '../../../web/kit/layout.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { Stat } from '../../../web/kit/stat.tsx'
import { t } from '../../../web/words.ts'
import { index } from './asking.ts'
import { categoryTones } from './tones.ts'

type Answer = NonNullable<ReturnType<typeof useSummary>['data']>
const useSummary = () => index.useAsk('summary')

/** What the index says on the home screen. */
export function useHome(): HomePart {
  const { data, pending, problem } = useSummary()
  if (!data) return { pending, problem, todos: [], cards: [] }
  const cards: HomeCard[] = []
  if (data.own) cards.push({ key: 'index', place: 'mine', order: 20, card: <Own own={data.own} /> })
  if (data.unit) cards.push({ key: 'unit-index', place: 'wide', order: 50, card: <Unit unit={data.unit} /> })
  return { pending, todos: [], cards }
}

const Own = ({ own }: { own: NonNullable<Answer['own']> }) => (
  <Card title={t('web.home.index.mine', { year: String(own.year) })}>
    <Columns>
      <Stat
        label={t('web.home.index.estimate')}
        value={formatNumber(own.total, 2)}
        unit={t('web.home.index.of')}
        note={<Badge tone={categoryTones[own.category]}>{own.categoryText}</Badge>}
      />
      {own.trend.length > 1 && (
        <Sparkline
          label={t('web.home.index.trend')}
          points={own.trend.map(({ year, total }) => ({ label: String(year), value: total }))}
        />
      )}
    </Columns>
    {own.official !== null && (
      <Text quiet>{t('web.home.index.official', { total: formatNumber(own.official, 2) })}</Text>
    )}
    {own.gain && <Text>{own.gain.text}</Text>}
    <Button to="/indeks/saya">{t('web.home.index.open')}</Button>
  </Card>
)

const Unit = ({ unit }: { unit: NonNullable<Answer['unit']> }) => (
  <Card title={t('web.home.index.unit')} lead={unit.name}>
    {unit.mean === null ? (
      <Text>{t('web.home.index.none')}</Text>
    ) : (
      <Columns>
        <Stat
          label={t('web.home.index.mean', { year: String(unit.year) })}
          value={formatNumber(unit.mean, 2)}
          unit={t('web.home.index.of')}
          note={
            <Row>
              {unit.category && <Badge tone={categoryTones[unit.category]}>{unit.categoryText ?? ''}</Badge>}
              <span>{t('web.home.index.measured', { n: unit.measured })}</span>
            </Row>
          }
        />
        {unit.trend.length > 1 && (
          <Sparkline
            label={t('web.home.index.trend')}
            points={unit.trend.map(({ year, mean }) => ({ label: String(year), value: mean }))}
          />
        )}
      </Columns>
    )}
    <Button to="/indeks">{t('web.home.index.unitOpen')}</Button>
  </Card>
)

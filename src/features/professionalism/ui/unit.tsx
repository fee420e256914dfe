import { useParams } from '@tanstack/react-router'
import { may, useMe } from '../../../web/account/session.ts'
import { formatDay, formatNumber, formatShare } from '../../../web/formats.ts'
import { Button } from '../../../web/kit/button.tsx'
import { Histogram, Sparkline } from '../../../web/kit/charts.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { Notice } from '../../../web/kit/form.tsx'
import { IconScale, IconSettings, IconUsers } from '../../../web/kit/icons.ts'
import { Columns, Row, Split, Stack, Text } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { ScoreBar } from '../../../web/kit/scoreBar.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { BarList } from '../../../web/kit/shareBar.tsx'
import { Stat } from '../../../web/kit/stat.tsx'
import { t } from '../../../web/words.ts'
import { type UnitFigures, index } from './asking.ts'
import { CategoryMark } from './marks.tsx'
import { Recompute } from './recompute.tsx'
import { categories as allCategories } from './tones.ts'
import { UnitChildren } from './unitChildren.tsx'
import { useYear, YearPicker } from './years.tsx'

/** `/indeks` and `/indeks/unit/$unitId`: the city, an office, or a unit below it. */
export default function UnitIndexPage() {
  const { unitId } = useParams({ strict: false }) as { unitId?: string }
  const year = useYear()
  const { data, problem, retry } = index.useAsk('unit', { ...(unitId ? { unitId } : {}), ...year })
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} page /> : <Loading kind="page" />
  return <Answer figures={data} opened={unitId !== undefined} />
}

function Answer({ figures, opened }: { figures: UnitFigures; opened: boolean }) {
  const manages = may(useMe(), 'index.manage')
  const { unit, year, trend } = figures
  return (
    <Page
      title={opened ? unit.name : t('index.unit.title')}
      lead={opened ? t('index.unit.lead') : unit.name}
      crumbs={
        opened
          ? [
              { label: t('index.unit.title'), to: '/indeks' },
              ...(unit.parentId !== null
                ? [{ label: t('index.unit.above'), to: `/indeks/unit/${unit.parentId}` }]
                : []),
            ]
          : []
      }
      actions={
        <>
          <YearPicker years={trend.map((one) => one.year)} year={year} />
          {figures.open && (
            <Button
              icon={IconUsers}
              to="/indeks/daftar"
              search={{ counted: 'measured', ...(unit.unitId === null ? {} : { unitId: String(unit.unitId) }) }}
            >
              {t('index.list.title')}
            </Button>
          )}
          {!opened && (
            <Button icon={IconSettings} to="/indeks/aturan">
              {t('index.rules.title')}
            </Button>
          )}
        </>
      }
    >
      {figures.measured === 0 ? (
        <Empty icon={IconScale} title={t('index.unit.none')}>
          {t(manages ? 'index.unit.noneOfficer' : 'index.unit.noneHint')}
        </Empty>
      ) : (
        <Figures figures={figures} />
      )}
      {manages && !opened && <Recompute />}
    </Page>
  )
}

function Figures({ figures }: { figures: UnitFigures }) {
  return (
    <Split
      main={
        <Stack>
          <Mean figures={figures} />
          {figures.children.length > 0 && <UnitChildren figures={figures} />}
        </Stack>
      }
      side={
        <Stack>
          <Trend trend={figures.trend} />
          {figures.categories && <Categories figures={figures} categories={figures.categories} />}
        </Stack>
      }
    />
  )
}

// The highest a dimension can reach, as in every rule set so far; the bar only needs the proportions.
const most = { qualification: 25, competency: 40, performance: 30, discipline: 5 } as const
const dimensions = Object.keys(most) as (keyof typeof most)[]

function Mean({ figures }: { figures: UnitFigures }) {
  const { means, measured, persons, on, category, bins } = figures
  if (!means) return <Notice tone="info">{t('index.unit.withheld')}</Notice>
  return (
    <Card title={t('index.unit.mean', { year: String(figures.year) })}>
      <Columns least="small">
        <Stat
          label={t('index.total.estimate')}
          value={formatNumber(means.total, 2)}
          unit={t('index.total.of')}
          note={<CategoryMark category={category} />}
        />
        <Stat
          label={t('index.unit.measured')}
          value={formatNumber(measured)}
          note={t('index.unit.of', { persons, share: formatShare(measured / Math.max(1, persons)) })}
        />
      </Columns>
      <ScoreBar
        label={t('index.unit.dimensions')}
        parts={dimensions.map((key) => ({
          key,
          label: t(`index.dimension.${key}`),
          value: means[key],
          most: most[key],
        }))}
      />
      {bins && (
        <Histogram
          label={t('index.unit.distribution')}
          unit={t('index.unit.persons')}
          bins={shownBins(bins).map(({ from, to, n }) => ({ label: `${from}–${to}`, value: n }))}
        />
      )}
      {on && <Text quiet>{t('index.unit.on', { on: formatDay(on, 'long') })}</Text>}
      <Row>
        <Text quiet>
          {t('index.total.estimateOnly')} <Link to={`/indeks/aturan/${figures.ruleSet}`}>{figures.ruleSet}</Link>
        </Text>
      </Row>
    </Card>
  )
}

/** Steps of ten from the first that holds anybody: twenty of them are too many for a phone. */
function shownBins(bins: NonNullable<UnitFigures['bins']>): NonNullable<UnitFigures['bins']> {
  const tens = bins.flatMap((bin, i) => {
    const next = bins[i + 1]
    return i % 2 === 0 && next ? [{ from: bin.from, to: next.to, n: bin.n + next.n }] : []
  })
  const first = tens.findIndex(({ n }) => n > 0)
  return tens.slice(Math.max(0, first))
}

const Categories = ({
  figures,
  categories,
}: {
  figures: UnitFigures
  categories: NonNullable<UnitFigures['categories']>
}) => (
  <Card title={t('index.unit.categories')}>
    <BarList
      label={t('index.unit.measuredOf', { n: figures.measured })}
      parts={allCategories.map((key) => ({ key, label: t(`index.category.${key}`), value: categories[key] ?? 0 }))}
    />
  </Card>
)

function Trend({ trend }: { trend: UnitFigures['trend'] }) {
  const points = trend.flatMap(({ year, mean }) => (mean === null ? [] : [{ label: String(year), value: mean }]))
  return (
    <Card title={t('index.trend.title')}>
      {points.length > 1 && <Sparkline points={points} label={t('index.trend.title')} />}
      {points.toReversed().map(({ label, value }) => (
        <Row key={label} spread>
          <span>{label}</span>
          <strong>{formatNumber(value, 2)}</strong>
        </Row>
      ))}
      {points.length < 2 && <Text quiet>{t('index.trend.short')}</Text>}
    </Card>
  )
}

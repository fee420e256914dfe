import { formatNumber } from '../../../web/formats.ts'
import { type Heat, type HeatCell, HeatMap } from '../../../web/kit/heatMap.tsx'
import { Stack, Text } from '../../../web/kit/layout.tsx'
import { t } from '../../../web/words.ts'
import type { RankingMethod } from '../need/ranking/rules.ts'
import type { NeedMapAnswer } from './needAsking.ts'

const fifths = 5

/** The first fifth of the places is the hottest. */
const heatOf = (place: number, ranked: number): Heat =>
  (fifths - 1 - Math.min(fifths - 1, Math.floor(((place - 1) / ranked) * fifths))) as Heat

const legend = () => [
  { heat: 4 as const, label: t('planning.need.legend.first') },
  { heat: 3 as const, label: t('planning.need.legend.second') },
  { heat: 2 as const, label: t('planning.need.legend.third') },
  { heat: 1 as const, label: t('planning.need.legend.fourth') },
  { heat: 0 as const, label: t('planning.need.legend.last') },
  { heat: 'none' as const, label: t('planning.need.legend.none') },
]

/** Offices × competencies: how many lack it, coloured by the place that the method gives it. */
export function NeedMap({ answer, method }: { answer: NeedMapAnswer; method: RankingMethod }) {
  const { offices, competencies, ranked } = answer
  return (
    <Stack>
      <Text>
        {t('planning.need.reading', { method: t(`planning.need.method.${method}`) })}{' '}
        {t('planning.need.decided', { n: answer.routed })}
      </Text>
      <HeatMap
        caption={t('planning.need.title')}
        corner={t('planning.need.column.office')}
        columns={competencies.map(({ competency, name }) => ({ key: competency, label: name }))}
        rows={offices.map((office, y) => ({
          key: String(office.unitId),
          label: office.name,
          cells: competencies.map(({ competency, name }, x) =>
            cellOf({
              to: `/rencana/kebutuhan/${competency}/${office.unitId}`,
              office: office.name,
              name,
              place: answer.places[y]?.[x] ?? null,
              withGap: answer.withGap[y]?.[x] ?? null,
              assessed: answer.assessed[y]?.[x] ?? null,
              ranked,
            }),
          ),
        }))}
        legend={legend()}
      />
    </Stack>
  )
}

interface Field {
  to: string
  office: string
  name: string
  place: number | null
  withGap: number | null
  assessed: number | null
  ranked: number
}

function cellOf({ to, office, name, place, withGap, assessed, ranked }: Field): HeatCell | undefined {
  if (assessed === null) return undefined
  const text = withGap === null ? '–' : formatNumber(withGap)
  const found = t('planning.need.cell', { office, name, n: withGap ?? 0, assessed })
  return {
    to,
    text,
    heat: place === null ? 'none' : heatOf(place, ranked),
    label:
      place === null
        ? t('planning.need.cellUnranked', { office, name })
        : `${found} ${t('planning.need.placeOf', { place, ranked })}`,
  }
}

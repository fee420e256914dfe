import { formatNumber, formatShare } from '../../../web/formats.ts'
import { Histogram } from '../../../web/kit/charts.tsx'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Columns, Text } from '../../../web/kit/layout.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { ShareBar } from '../../../web/kit/shareBar.tsx'
import { t } from '../../../web/words.ts'
import type { NeedSource } from '../need/list/rules.ts'
import type { Need } from './needAsking.ts'
import { interval } from './needList.tsx'

/** How many lack it and how surely, and where they stand against what is asked. */
export function NeedPicture({ need }: { need: Need }) {
  const { persons, assessed, withGap, certain, likely } = need
  const parts = [
    { key: 'certain', label: t('planning.need.part.certain'), value: certain, colour: 3 as const },
    { key: 'likely', label: t('planning.need.part.likely'), value: likely, colour: 2 as const },
    { key: 'unclear', label: t('planning.need.part.unclear'), value: withGap - certain - likely, colour: 1 as const },
    { key: 'met', label: t('planning.need.part.met'), value: assessed - withGap, colour: 0 as const },
    { key: 'unassessed', label: t('planning.need.part.unassessed'), value: persons - assessed, colour: 4 as const },
  ]
  const bins = (counts: readonly number[]) => counts.map((value, i) => ({ label: String(i + 1), value }))
  if (persons === 0)
    return (
      <Card title={t('planning.need.who')}>
        <Text>{t('planning.need.notAsked')}</Text>
      </Card>
    )
  return (
    <Card title={t('planning.need.who')} lead={t('planning.need.peopleOf', { n: withGap, assessed })}>
      <ShareBar label={t('planning.need.askedOf', { n: persons })} parts={parts} />
      {need.meanMissing !== null && (
        <Text>
          {t('planning.need.meanWords', {
            mean: interval(need),
            share: formatShare(need.confidenceLevel),
          })}{' '}
          {t(need.measurementError === null ? 'planning.need.meanPlain' : 'planning.need.meanCorrected')}
        </Text>
      )}
      {assessed > 0 && (
        <Columns>
          <Histogram
            label={t('planning.need.levelsNow')}
            bins={bins(need.levels)}
            unit={t('planning.need.peopleUnit')}
          />
          <Histogram
            label={t('planning.need.levelsAsked')}
            bins={bins(need.required)}
            unit={t('planning.need.peopleUnit')}
          />
        </Columns>
      )}
    </Card>
  )
}

/** Every source apart, with how strong and how sure it is. */
export function NeedSources({ need }: { need: Need }) {
  const items: { key: string; source: NeedSource; note: string }[] = []
  if (need.assessed > 0)
    items.push({
      key: 'competency',
      source: 'competency',
      note: t('planning.need.said.competency', { n: need.withGap, assessed: need.assessed, certain: need.certain }),
    })
  if (need.aimed === null) items.push({ key: 'aim', source: 'aim', note: few(need) })
  else if (need.aimed > 0)
    items.push({
      key: 'aim',
      source: 'aim',
      note: [
        t('planning.need.said.aim', { n: need.aimedWithGap ?? 0, people: need.aimed }),
        ...need.aims.map((aim) => `${t(`competency.job-kind.${aim.jobKind}`)}: ${aim.withGap}/${aim.people}`),
      ].join(' · '),
    })
  if (need.appraised > 0)
    items.push({
      key: 'performance',
      source: 'performance',
      note: t('planning.need.said.performance', {
        below: need.below,
        appraised: need.appraised,
        low: formatShare(need.belowShare?.low ?? 0),
        high: formatShare(need.belowShare?.high ?? 0),
        both: need.both,
      }),
    })
  for (const { source, city, voices, strength } of need.bySource)
    items.push({
      key: `${source} ${city}`,
      source,
      note:
        t('planning.need.said.voices', { n: voices, strength: formatNumber(strength / voices) }) +
        (city ? ` · ${t('planning.need.wholeCity')}` : ''),
    })
  if (need.fewVoices) items.push({ key: 'few', source: 'own-request', note: few(need) })
  return (
    <Card title={t('planning.need.sourcesTitle')} lead={t('planning.need.sourcesLead')}>
      {items.length === 0 ? (
        <Text quiet>{t('planning.need.noSources')}</Text>
      ) : (
        <ItemList
          items={items.map(({ key, source, note }) => ({ key, title: t(`planning.need.source.${source}`), note }))}
        />
      )}
    </Card>
  )
}

const few = ({ smallestGroup }: Need) => t('planning.need.few', { n: smallestGroup })

import { formatNumber } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Disclosure } from '../../../web/kit/descriptionList.tsx'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { Stat } from '../../../web/kit/stat.tsx'
import { t } from '../../../web/words.ts'
import type { Profile } from './asking.ts'

type Match = Profile['match']
type Category = Extract<Match, { known: true }>['categories'][number]

/** The Job Person Match with the class of each purpose, and where the classes begin. */
export function MatchCard({ profile: { match, competencies } }: { profile: Profile }) {
  return (
    <Card title={t('competency.match.title')} lead={t('competency.match.lead')}>
      {match.known ? (
        <>
          <Stat
            label={t('competency.match.percent')}
            value={formatNumber(match.percent, 1)}
            unit="%"
            note={t('competency.match.sum', { achieved: match.achieved, required: match.required })}
          />
          {match.categories.map((category) => (
            <Purpose key={category.purpose} category={category} />
          ))}
        </>
      ) : (
        <>
          <Badge tone="quiet">{t('competency.match.unknown')}</Badge>
          <Text>{t(`competency.match.unknown.${match.reason}`, { n: match.missing.length })}</Text>
          {match.missing.length > 0 && match.missing.length < competencies.length && (
            <Text quiet>
              {match.missing.map((code) => competencies.find((c) => c.competency === code)?.name ?? code).join(', ')}
            </Text>
          )}
        </>
      )}
    </Card>
  )
}

const classWords = (purpose: string, code: string) => t(`competency.match.category.${purpose}.${code}`)

function Purpose({ category: { purpose, category, legalBasis, scale } }: { category: Category }) {
  const classes = scale.toSorted((a, b) => (b.atLeast ?? -1) - (a.atLeast ?? -1))
  const isBest = classes[0]?.code === category
  const isWorst = classes.at(-1)?.code === category
  return (
    <div>
      <Text quiet>{t(`competency.match.purpose.${purpose}`)}</Text>
      <Badge tone={isBest ? 'good' : isWorst ? 'bad' : 'warn'}>{classWords(purpose, category)}</Badge>
      <Disclosure summary={t('competency.match.bounds')}>
        <ItemList
          items={classes.map(({ code, atLeast }, i) => ({
            key: code,
            title: classWords(purpose, code),
            note:
              atLeast === null
                ? t('competency.match.below', { percent: classes[i - 1]?.atLeast ?? 0 })
                : t('competency.match.from', { percent: atLeast }),
          }))}
        />
        <Text quiet>{legalBasis}</Text>
      </Disclosure>
    </div>
  )
}

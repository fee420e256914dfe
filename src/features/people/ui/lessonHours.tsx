import { Disclosure } from '../../../web/kit/descriptionList.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { TargetBar } from '../../../web/kit/targetBar.tsx'
import { t } from '../../../web/words.ts'
import type { Person } from './asking.ts'

type Hours = Person['lessonHours']

/** This year's lesson hours on the way to the floor, or under the ceiling, that the law sets. */
export function LessonHours({ hours }: { hours: Hours }) {
  const line = lineOf(hours)
  return (
    <>
      <TargetBar
        value={hours.hours}
        unit={t('people.hours.unit')}
        tone={hours.standing === 'within' ? 'good' : hours.standing === 'free' ? 'neutral' : 'warn'}
        words={standingIn(hours)}
        {...(line ? { line } : {})}
      />
      <Disclosure summary={t('people.hours.why')}>
        <Text>{t('people.hours.meaning')}</Text>
        <Text>{lawIn(hours)}</Text>
        {hours.legalBasis && <Text quiet>{t('people.hours.basis', { basis: hours.legalBasis })}</Text>}
      </Disclosure>
    </>
  )
}

export const lineOf = ({ floor, ceiling }: Pick<Hours, 'floor' | 'ceiling'>) => {
  if (floor !== null) return { at: floor, label: t('people.hours.floor', { n: floor }) }
  return ceiling === null ? undefined : { at: ceiling, label: t('people.hours.ceiling', { n: ceiling }) }
}

/** Where somebody stands, in one sentence. */
export function standingIn({ hours, floor, ceiling, standing }: Omit<Hours, 'legalBasis' | 'year'>): string {
  if (standing === 'below') return t('people.hours.below', { n: (floor ?? 0) - hours })
  if (standing === 'above') return t('people.hours.above', { n: hours - (ceiling ?? 0) })
  return t(standing === 'free' ? 'people.hours.free' : floor !== null ? 'people.hours.reached' : 'people.hours.room')
}

function lawIn({ floor, ceiling }: Hours): string {
  if (floor !== null) return t('people.hours.law-floor', { n: floor })
  return ceiling === null ? t('people.hours.law-free') : t('people.hours.law-ceiling', { n: ceiling })
}

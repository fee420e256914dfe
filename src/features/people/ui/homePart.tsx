import type { HomeCard, HomePart, Todo } from '../../../web/home/part.ts'
import { Button } from '../../../web/kit/button.tsx'
import { IconAlertTriangle, IconFileUpload } from '../../../web/kit/icons.ts'
import { Card } from '../../../web/kit/section.tsx'
import { TargetBar } from '../../../web/kit/targetBar.tsx'
import { t } from '../../../web/words.ts'
import { people } from './asking.ts'

type Answer = NonNullable<ReturnType<typeof useSummary>['data']>
const useSummary = () => people.useAsk('summary')

/** What the register says on the home screen: the own hours of this year, and what waits for the officer. */
export function useHome(): HomePart {
  const { data, pending, problem } = useSummary()
  if (!data) return { pending, problem, todos: [], cards: [] }
  const cards: HomeCard[] = data.own ? [{ key: 'hours', place: 'mine', order: 10, card: <Hours own={data.own} /> }] : []
  return { pending, todos: todosOf(data), cards }
}

function todosOf({ office }: Answer): Todo[] {
  const todos: Todo[] = []
  if (office && office.importsWaiting > 0)
    todos.push({
      key: 'imports',
      title: t('web.home.people.imports', { n: office.importsWaiting }),
      note: t('web.home.people.importsNote'),
      action: t('web.home.people.importsAction'),
      to: '/impor',
      order: 0,
      icon: IconFileUpload,
    })
  if (office && office.conflicts > 0)
    todos.push({
      key: 'conflicts',
      title: t('web.home.people.conflicts', { n: office.conflicts }),
      note: t('web.home.people.conflictsNote'),
      action: t('web.home.people.conflictsAction'),
      to: '/konflik',
      order: 5,
      icon: IconAlertTriangle,
    })
  return todos
}

type Own = NonNullable<Answer['own']>

function Hours({ own }: { own: Own }) {
  const line = lineOf(own)
  return (
    <Card title={t('web.home.people.hours', { year: String(own.year) })}>
      <TargetBar
        value={own.hours}
        unit={t('web.home.people.unit')}
        tone={own.standing === 'within' ? 'good' : own.standing === 'free' ? 'neutral' : 'warn'}
        words={standingIn(own)}
        {...(line ? { line } : {})}
      />
      <Button to="/saya" search={{ bagian: 'pelatihan' }}>
        {t('web.home.people.open')}
      </Button>
    </Card>
  )
}

function lineOf({ floor, ceiling }: Own) {
  if (floor !== null) return { at: floor, label: t('web.home.people.floor', { n: floor }) }
  return ceiling === null ? undefined : { at: ceiling, label: t('web.home.people.ceiling', { n: ceiling }) }
}

function standingIn({ hours, floor, ceiling, standing }: Own): string {
  if (standing === 'below') return t('web.home.people.below', { n: (floor ?? 0) - hours })
  if (standing === 'above') return t('web.home.people.above', { n: hours - (ceiling ?? 0) })
  return t(`web.home.people.${standing === 'free' ? 'free' : floor !== null ? 'reached' : 'room'}`)
}

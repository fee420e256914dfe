import { useMe } from '../../../web/account/session.ts'
import { formatShare } from '../../../web/formats.ts'
import type { HomeCard, HomePart, Todo } from '../../../web/home/part.ts'
import { Button } from '../../../web/kit/button.tsx'
import { GapBars } from '../../../web/kit/gapBars.tsx'
import { IconClipboardCheck } from '../../../web/kit/icons.ts'
import { Text } from '../../../web/kit/layout.tsx'
import { Progress } from '../../../web/kit/progress.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import { competency } from './asking.ts'

type Answer = NonNullable<ReturnType<typeof useSummary>['data']>
const useSummary = () => competency.useAsk('summary')

/** What competency says on the home screen. */
export function useHome(): HomePart {
  const { data, pending, problem } = useSummary()
  const team = useMe().permissions['competency.read'] !== 'self'
  if (!data) return { pending, problem, todos: [], cards: [] }
  return { pending, todos: todosOf(data), cards: cardsOf(data, team) }
}

function todosOf({ own, team }: Answer): Todo[] {
  const todos: Todo[] = []
  if (own && own.selfDue > 0)
    todos.push({
      key: 'self',
      title: t('web.home.competency.self', { n: own.selfDue }),
      note: t('web.home.competency.selfNote'),
      action: t('web.home.competency.selfAction'),
      to: '/kompetensi/nilai/saya',
      order: 20,
      icon: IconClipboardCheck,
    })
  if (team && team.due > 0)
    todos.push({
      key: 'team',
      title: t('web.home.competency.team', { n: team.due, total: team.persons }),
      note: t('web.home.competency.teamNote'),
      action: t('web.home.competency.teamAction'),
      to: '/kompetensi/nilai',
      order: 10,
      icon: IconClipboardCheck,
    })
  return todos
}

function cardsOf({ own, team, unit }: Answer, showsTeam: boolean): HomeCard[] {
  const cards: HomeCard[] = []
  if (own) cards.push({ key: 'gaps', place: 'mine', order: 30, card: <Own own={own} /> })
  if (showsTeam && team && team.persons > 0)
    cards.push({
      key: 'team',
      place: 'wide',
      order: 40,
      card: (
        <Group
          title={t('web.home.competency.teamGaps')}
          lead={t('web.home.competency.teamLead', { n: team.persons })}
          groups={team.largest}
          to="/kompetensi/kesenjangan"
          search={{ team: 'true', atLeast: '1' }}
          action={t('web.home.competency.teamOpen')}
        />
      ),
    })
  if (unit)
    cards.push({
      key: 'unit',
      place: 'wide',
      order: 60,
      card: (
        <Group
          title={t('web.home.competency.unitGaps')}
          lead={unit.name ?? t('web.home.competency.city')}
          groups={unit.largest}
          to="/kompetensi/peta"
          action={t('web.home.competency.map')}
        />
      ),
    })
  return cards
}

const Own = ({ own }: { own: NonNullable<Answer['own']> }) => (
  <Card title={t('web.home.competency.gaps')}>
    {own.largest.length > 0 ? (
      <GapBars
        label={t('web.home.competency.gaps')}
        bars={own.largest.map(({ competency: key, name, required, level, low, high }) => ({
          key,
          label: name,
          required,
          observed: level,
          ...(low !== null && high !== null ? { interval: [required - high, required - low] as const } : {}),
        }))}
      />
    ) : (
      <Text>
        {t(
          own.required === 0
            ? 'web.home.competency.noStandard'
            : own.assessed === 0
              ? 'web.home.competency.unassessed'
              : 'web.home.competency.noGap',
          { n: own.assessed },
        )}
      </Text>
    )}
    <Button to="/kompetensi/saya">{t('web.home.competency.open')}</Button>
  </Card>
)

interface GroupProps {
  title: string
  lead: string
  groups: NonNullable<Answer['unit']>['largest']
  to: string
  search?: Record<string, string>
  action: string
}

/** The competencies most of a group are short of: the share is the picture, the numbers stand beneath. */
const Group = ({ title, lead, groups, to, search, action }: GroupProps) => (
  <Card title={title} lead={lead}>
    {groups.length === 0 && <Text>{t('web.home.competency.groupNone')}</Text>}
    {groups.map(({ competency: key, name, withGap, assessed, shareWithGap }) => (
      <Progress
        key={key}
        label={name}
        share={shareWithGap ?? 0}
        note={t('web.home.competency.share', { n: withGap, assessed, share: formatShare(shareWithGap ?? 0) })}
      />
    ))}
    <Button to={to} search={search ?? {}}>
      {action}
    </Button>
  </Card>
)

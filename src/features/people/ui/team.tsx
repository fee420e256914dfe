import { Badge } from '../../../web/kit/badge.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { may, useMe } from '../../../web/account/session.ts'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconClipboardCheck, IconDownload, IconTarget, IconUsersGroup } from '../../../web/kit/icons.ts'
import { Columns, Row, Stack, Text } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { Pager } from '../../../web/kit/pager.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { ShareBar } from '../../../web/kit/shareBar.tsx'
import { TargetBar } from '../../../web/kit/targetBar.tsx'
import { t } from '../../../web/words.ts'
import { type TeamMember, people } from './asking.ts'
import { lineOf, standingIn } from './lessonHours.tsx'
import { StandingBadges } from './standing.tsx'

export default function Team() {
  const list = people.useList('team', { sort: 'name', size: 24 })
  return (
    <Page
      title={t('people.team.title')}
      lead={list.total > 0 ? t('people.team.lead', { n: list.total }) : undefined}
      actions={
        list.total > 0 && (
          <Button icon={IconDownload} href={list.exportHref}>
            {t('web.table.export')}
          </Button>
        )
      }
    >
      {list.problem ? (
        <ProblemView problem={list.problem} onRetry={list.retry} />
      ) : list.pending ? (
        <Loading kind="cards" count={6} />
      ) : list.total === 0 ? (
        <Empty icon={IconUsersGroup} title={t('people.team.empty')}>
          {t('people.team.empty-hint')}
        </Empty>
      ) : (
        <Stack gap="large">
          <HoursOfAll members={list.rows} />
          <Columns least="medium" keep>
            {inNeed(list.rows).map((member) => (
              <Member key={member.personId} member={member} />
            ))}
          </Columns>
          <Pager list={list} />
        </Stack>
      )}
    </Page>
  )
}

/** Whoever still needs hours stands first: the card is an invitation to act. */
const inNeed = (members: readonly TeamMember[]) =>
  members.toSorted((a, b) => Number(b.standing === 'below') - Number(a.standing === 'below'))

function HoursOfAll({ members }: { members: readonly TeamMember[] }) {
  const parts = (['within', 'below', 'above', 'free'] as const)
    .map((standing) => ({
      key: standing,
      label: t(`people.team.${standing}`),
      value: members.filter((member) => member.standing === standing).length,
    }))
    .filter((part) => part.value > 0)
  return (
    <Card>
      <ShareBar label={t('people.team.hours', { year: String(members[0]?.year ?? '') })} parts={parts} />
    </Card>
  )
}

function Member({ member }: { member: TeamMember }) {
  const line = lineOf(member)
  return (
    <Card>
      <div>
        <Text strong>
          <Link to={`/pegawai/${member.personId}`}>{member.fullName}</Link>
        </Text>
        <Text quiet>{member.postTitle ?? t('people.person.no-post')}</Text>
      </div>
      <Row>
        <StandingBadges {...member} />
        {member.standing === 'below' && <Badge tone="warn">{t('people.team.needs-hours')}</Badge>}
      </Row>
      <TargetBar
        value={member.hours}
        unit={t('people.hours.unit')}
        tone={member.standing === 'within' ? 'good' : member.standing === 'free' ? 'neutral' : 'warn'}
        words={standingIn(member)}
        {...(line ? { line } : {})}
      />
      <Ways personId={member.personId} />
    </Card>
  )
}

function Ways({ personId }: { personId: number }) {
  const me = useMe()
  return (
    <Row>
      {may(me, 'competency.read') && (
        <Button small icon={IconTarget} to={`/kompetensi/${personId}`}>
          {t('people.way.gaps')}
        </Button>
      )}
      {may(me, 'competency.assess') && (
        <Button small icon={IconClipboardCheck} to={`/kompetensi/nilai/${personId}`}>
          {t('people.way.assess')}
        </Button>
      )}
    </Row>
  )
}

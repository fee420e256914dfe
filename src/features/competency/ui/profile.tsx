import { useParams } from '@tanstack/react-router'
import { useMe } from '../../../web/account/session.ts'
import { Button } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconClipboardCheck, IconTarget } from '../../../web/kit/icons.ts'
import { Split, Stack, Text } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { t } from '../../../web/words.ts'
import { placeInWords } from '../../people/unit/rules.ts'
import { type Profile, competency } from './asking.ts'
import { Beyond } from './beyond.tsx'
import { MatchCard } from './matchCard.tsx'
import { ProfileBars } from './profileBars.tsx'

/** `/kompetensi/saya` and `/kompetensi/$personId`: one person against the standard of the post. */
export default function ProfilePage() {
  const me = useMe()
  const { personId: asked } = useParams({ strict: false }) as { personId?: string }
  const personId = Number(asked ?? me.account.personId)
  const mine = personId === me.account.personId
  const { data, problem, pending, retry } = competency.useAsk('profile', mine ? {} : { personId }, {
    when: personId > 0,
  })
  const title = mine ? t('competency.profile.mine') : (data?.person.name ?? t('competency.profile.title'))
  const lead = data && placeInWords(data.person.postTitle, data.person.unitName)
  return (
    <Page
      title={title}
      lead={lead}
      crumbs={mine ? [] : [{ label: t('competency.gaps.title'), to: '/kompetensi/kesenjangan' }]}
      actions={data && <Actions profile={data} mine={mine} />}
    >
      {personId > 0 ? null : <Empty title={t('competency.profile.nobody')}>{t('competency.profile.nobodyHint')}</Empty>}
      {personId > 0 && pending && <Loading kind="cards" />}
      {!data && problem && <ProblemView problem={problem} onRetry={retry} />}
      {data && <Answer profile={data} mine={mine} />}
    </Page>
  )
}

function Actions({ profile, mine }: { profile: Profile; mine: boolean }) {
  const { personId } = profile.person
  return profile.mayAssessAs.map((part, i) => (
    <Button
      key={part}
      kind={i === 0 ? 'primary' : 'secondary'}
      icon={IconClipboardCheck}
      to={mine ? '/kompetensi/nilai/saya' : `/kompetensi/nilai/${personId}`}
      search={part === 'assessor' ? { sebagai: part } : {}}
    >
      {t(`competency.assess.as.${part}`)}
    </Button>
  ))
}

function Answer({ profile, mine }: { profile: Profile; mine: boolean }) {
  if (profile.competencies.length === 0) return <NoStandard profile={profile} />
  const assessed = profile.competencies.some(({ level }) => level !== null)
  return (
    <Split
      main={
        <Stack>
          {!assessed && (
            <Empty icon={IconTarget} title={t('competency.profile.unassessed')}>
              {t(mine ? 'competency.profile.unassessedMine' : 'competency.profile.unassessedOther')}
            </Empty>
          )}
          <ProfileBars profile={profile} />
          {profile.beyond.length > 0 && <Beyond profile={profile} />}
        </Stack>
      }
      side={
        <Stack>
          <MatchCard profile={profile} />
          <Text quiet>
            {t('competency.profile.valid', { years: profile.validityYears })}{' '}
            <Link to="/kompetensi/standar">{t('competency.standard.link')}</Link>
          </Text>
        </Stack>
      }
    />
  )
}

const NoStandard = ({ profile }: { profile: Profile }) => (
  <Empty icon={IconTarget} title={t('competency.profile.noStandard')}>
    {t(
      profile.person.postTitle === null
        ? 'competency.profile.noPost'
        : profile.jobKind === null
          ? 'competency.job-kind.unknown'
          : 'competency.profile.noStandardHint',
    )}
  </Empty>
)

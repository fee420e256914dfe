import type { Scope } from '../../../shared/roles.ts'
import { may, useMe } from '../../../web/account/session.ts'
import { Notice } from '../../../web/kit/form.tsx'
import { Copyable } from '../../../web/kit/copy.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Tabs } from '../../../web/kit/tabs.tsx'
import { t } from '../../../web/words.ts'
import { type Person, people } from './asking.ts'
import { Careers } from './careers.tsx'
import { Performance } from './performance.tsx'
import { PersonActions } from './personActions.tsx'
import { Sanctions } from './sanctions.tsx'
import { Sources } from './sources.tsx'
import { StandingBadges } from './standing.tsx'
import { Summary } from './summary.tsx'
import { Trainings } from './trainings.tsx'

/** One person with everything the register holds of them; `mine` when the reader is that person. */
export function PersonScreen({ personId, mine }: { personId: number; mine?: boolean }) {
  const { data: person, problem, retry } = people.useAsk('person', mine ? {} : { personId })
  if (person) return <Whole person={person} mine={mine} />
  return problem ? <ProblemView problem={problem} onRetry={retry} page /> : <Loading kind="page" />
}

function Whole({ person, mine }: { person: Person; mine?: boolean | undefined }) {
  const scope = useMe().permissions['people.read']
  return (
    <Page
      title={person.fullName}
      lead={
        <>
          {person.post?.title ?? t('people.person.no-post')}
          <br />
          NIP <Copyable value={person.nip} label="NIP" />
        </>
      }
      mark={
        <>
          <StandingBadges {...person} statusName={person.status?.name ?? null} />
          <PersonActions person={person} />
        </>
      }
      crumbs={mine ? [] : [wayBack(scope)]}
    >
      {person.openConflicts > 0 && <OpenConflicts person={person} />}
      <Tabs label={t('people.person.parts')} tabs={tabsOf(person, mine)} />
    </Page>
  )
}

const wayBack = (scope: Scope | undefined) =>
  scope === 'team' || scope === 'self'
    ? { label: t('people.team.title'), to: '/tim' }
    : { label: t('people.register.title'), to: '/pegawai' }

function OpenConflicts({ person }: { person: Person }) {
  const mayDecide = may(useMe(), 'people.correct')
  return (
    <Notice tone="warn">
      {t('people.person.conflicts', { n: person.openConflicts })}{' '}
      {mayDecide && (
        <Link to="/konflik" search={{ personId: String(person.personId) }}>
          {t('people.person.decide')}
        </Link>
      )}
    </Notice>
  )
}

const tabsOf = (person: Person, mine?: boolean) => [
  { key: 'ringkasan', label: t('people.tab.summary'), content: () => <Summary person={person} mine={mine} /> },
  { key: 'riwayat', label: t('people.tab.career'), content: () => <Careers person={person} /> },
  { key: 'pelatihan', label: t('people.tab.training'), content: () => <Trainings person={person} /> },
  { key: 'kinerja', label: t('people.tab.performance'), content: () => <Performance person={person} /> },
  ...(person.sanctions
    ? [{ key: 'hukuman', label: t('people.tab.sanctions'), content: () => <Sanctions person={person} /> }]
    : []),
  { key: 'sumber', label: t('people.tab.sources'), content: () => <Sources person={person} /> },
]

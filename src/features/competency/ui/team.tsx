import { useMe } from '../../../web/account/session.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconClipboardCheck, IconUsers } from '../../../web/kit/icons.ts'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Progress } from '../../../web/kit/progress.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import { type Team, competency } from './asking.ts'
import { PersonSearch } from './personSearch.tsx'

/** `/kompetensi/nilai`: whom the reader still has to assess. */
export default function TeamPage() {
  const me = useMe()
  const { data, problem, pending, retry } = competency.useAsk('summary')
  const records = me.permissions['competency.assess'] === 'city'
  return (
    <Page title={t('competency.team.title')} lead={t('competency.team.lead')} narrow>
      {pending && <Loading kind="cards" count={2} />}
      {!data && problem && <ProblemView problem={problem} onRetry={retry} />}
      {data?.own && <Own due={data.own.selfDue} required={data.own.required} />}
      {data?.team && data.team.members.length > 0 && <Members team={data.team} />}
      {data && !data.team?.members.length && !records && (
        <Empty icon={IconUsers} title={t('competency.team.none')}>
          {t('competency.team.noneHint')}
        </Empty>
      )}
      {records && (
        <Card title={t('competency.assess.as.assessor')} lead={t('competency.assessor.lead')}>
          <PersonSearch
            label={t('competency.team.search')}
            action={({ personId }) => (
              <Button small to={`/kompetensi/nilai/${personId}`} search={{ sebagai: 'assessor' }}>
                {t('competency.team.record')}
              </Button>
            )}
          />
        </Card>
      )}
    </Page>
  )
}

const Own = ({ due, required }: { due: number; required: number }) => (
  <Card title={t('competency.team.own')}>
    <Progress
      label={t('competency.team.ownDone', { n: required - due, total: required })}
      share={required === 0 ? 0 : (required - due) / required}
    />
    <Button icon={IconClipboardCheck} to="/kompetensi/nilai/saya">
      {t(due > 0 ? 'competency.assess.as.self' : 'competency.team.ownAgain')}
    </Button>
  </Card>
)

function Members({ team }: { team: Team }) {
  const done = team.persons - team.due
  return (
    <Card title={t('competency.team.members')}>
      <Progress
        label={t('competency.team.done', { n: done, total: team.persons })}
        share={team.persons === 0 ? 0 : done / team.persons}
      />
      <ItemList
        items={team.members.map(({ personId, name, postTitle, due }) => ({
          key: personId,
          title: <Link to={`/kompetensi/${personId}`}>{name}</Link>,
          mark:
            due === 0 ? (
              <Badge tone="good">{t('competency.team.complete')}</Badge>
            ) : (
              <Badge tone="warn">{t('competency.team.due', { n: due })}</Badge>
            ),
          note: postTitle ?? undefined,
          action: (
            <Button small kind={due > 0 ? 'primary' : 'secondary'} to={`/kompetensi/nilai/${personId}`}>
              {t(due > 0 ? 'competency.team.assess' : 'competency.team.again')}
            </Button>
          ),
        }))}
      />
    </Card>
  )
}

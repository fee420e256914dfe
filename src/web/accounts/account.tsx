import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../account/session.ts'
import { formatInstant } from '../formats.ts'
import { Badge } from '../kit/badge.tsx'
import { Button } from '../kit/button.tsx'
import { DescriptionList } from '../kit/descriptionList.tsx'
import { IconHistory, IconKey, IconLock } from '../kit/icons.ts'
import { Columns, Row, Text } from '../kit/layout.tsx'
import { Link } from '../kit/link.tsx'
import { Loading } from '../kit/loading.tsx'
import { Page } from '../kit/page.tsx'
import { ProblemView } from '../kit/problemView.tsx'
import { Card } from '../kit/section.tsx'
import { t } from '../words.ts'
import { AccountAct, type Act } from './accountAct.tsx'
import { type Account, accounts } from './asking.ts'
import { Roles } from './roles.tsx'
import { stateTones } from './words.ts'

/** One account: whose it is, what it may do, and how it is closed or given a new password. */
export default function AccountPage() {
  const { accountId } = useParams({ strict: false }) as { accountId: string }
  const { data, problem, retry } = accounts.useAsk('show', { accountId: Number(accountId) })
  const crumbs = [{ label: t('web.accounts.title'), to: '/akun-pengguna' }]
  if (!data)
    return (
      <Page title={t('web.accounts.account')} crumbs={crumbs}>
        {problem ? <ProblemView problem={problem} onRetry={retry} /> : <Loading kind="cards" />}
      </Page>
    )
  return (
    <Page
      title={data.name}
      lead={data.nip ?? data.email ?? undefined}
      crumbs={crumbs}
      mark={<Badge tone={stateTones[data.state]}>{t(`web.accounts.state.${data.state}`)}</Badge>}
    >
      <Columns least="large">
        <Card title={t('web.accounts.roles')} lead={t('web.accounts.roles-lead')}>
          <Roles account={data} />
        </Card>
        <Card title={t('web.accounts.access')}>
          <Facts account={data} />
          <Acts account={data} />
        </Card>
      </Columns>
    </Page>
  )
}

const Facts = ({ account }: { account: Account }) => (
  <DescriptionList
    facts={[
      {
        label: t('web.accounts.person'),
        value:
          account.personId === null ? (
            t('web.accounts.external')
          ) : (
            <Link to={`/pegawai/${account.personId}`}>{account.name}</Link>
          ),
      },
      { label: t('web.accounts.unit'), value: account.unitName },
      { label: t('web.accounts.nip'), value: account.nip },
      { label: t('web.accounts.email'), value: account.email },
      {
        label: t('web.accounts.last-seen'),
        value: account.lastSeenAt ? formatInstant(account.lastSeenAt) : t('web.accounts.never'),
      },
      { label: t('web.accounts.created'), value: formatInstant(account.createdAt) },
      ...(account.disabledAt
        ? [{ label: t('web.accounts.disabled-at'), value: formatInstant(account.disabledAt) }]
        : []),
    ]}
  />
)

function Acts({ account }: { account: Account }) {
  const [act, setAct] = useState<Act>()
  const isSelf = useMe().account.accountId === account.accountId
  const closed = account.state === 'disabled'
  return (
    <>
      {isSelf && <Text quiet>{t('web.accounts.self')}</Text>}
      <Row>
        {!isSelf && (
          <Button icon={IconKey} onPress={() => setAct('resetPassword')}>
            {t('web.accounts.act.resetPassword')}
          </Button>
        )}
        {!isSelf && (
          <Button
            icon={IconLock}
            kind={closed ? 'secondary' : 'danger'}
            onPress={() => setAct(closed ? 'enable' : 'disable')}
          >
            {t(`web.accounts.act.${closed ? 'enable' : 'disable'}`)}
          </Button>
        )}
        <Button icon={IconHistory} to="/audit" search={{ subject: `account:${account.accountId}` }}>
          {t('web.accounts.history')}
        </Button>
      </Row>
      <AccountAct account={account} act={act} onClose={() => setAct(undefined)} />
    </>
  )
}

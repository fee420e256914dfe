import { useState } from 'react'
import { formatInstant } from '../formats.ts'
import { Badge } from '../kit/badge.tsx'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Filters } from '../kit/filters.tsx'
import { IconPlus, IconUsers } from '../kit/icons.ts'
import { Row, Stack, Text } from '../kit/layout.tsx'
import { Page } from '../kit/page.tsx'
import { type Column, Table } from '../kit/table.tsx'
import { Tabs } from '../kit/tabs.tsx'
import { t } from '../words.ts'
import { type Account, accounts } from './asking.ts'
import { CreateSheet } from './createSheet.tsx'
import { FirstPasswords } from './firstPasswords.tsx'
import { AccountsPicture } from './picture.tsx'
import { grantedRoles, roleWords, states, stateTones } from './words.ts'

/** Who can sign in, with which roles; and how everybody gets an account. */
export default function Accounts() {
  const [creating, setCreating] = useState(false)
  return (
    <Page
      title={t('web.accounts.title')}
      lead={t('web.accounts.lead')}
      actions={
        <Button kind="primary" icon={IconPlus} onPress={() => setCreating(true)}>
          {t('web.accounts.create')}
        </Button>
      }
    >
      <Stack gap="large">
        <AccountsPicture />
        <Tabs
          label={t('web.accounts.title')}
          tabs={[
            { key: 'daftar', label: t('web.accounts.list'), content: () => <AccountList /> },
            { key: 'sandi', label: t('web.accounts.first-passwords'), content: () => <FirstPasswords /> },
          ]}
        />
      </Stack>
      <CreateSheet open={creating} onClose={() => setCreating(false)} />
    </Page>
  )
}

function AccountList() {
  const list = accounts.useList('list', { filters: ['search', 'role', 'state'], size: 25, sort: 'name' })
  return (
    <Table
      caption={t('web.accounts.title')}
      columns={columnsOf()}
      list={list}
      rowKey={(row) => row.accountId}
      rowTo={(row) => `/akun-pengguna/${row.accountId}`}
      exports
      filters={
        <Filters
          list={list}
          search={{ name: 'search', label: t('web.accounts.search') }}
          by={[
            {
              name: 'role',
              label: t('web.accounts.role'),
              from: grantedRoles.map((role) => ({ value: role, label: t(`web.role.${role}`) })),
            },
            {
              name: 'state',
              label: t('web.accounts.state'),
              from: states.map((state) => ({ value: state, label: t(`web.accounts.state.${state}`) })),
            },
          ]}
        />
      }
      empty={
        <Empty icon={IconUsers} title={t('web.accounts.none')}>
          {t('web.accounts.none-hint')}
        </Empty>
      }
    />
  )
}

const columnsOf = (): Column<Account>[] => [
  {
    key: 'name',
    header: t('web.accounts.name'),
    sort: 'name',
    cell: (row) => row.name,
  },
  {
    key: 'identifier',
    header: t('web.accounts.identifier'),
    cell: (row) => (
      <Stack gap="small">
        <span>{row.nip ?? row.email ?? '–'}</span>
        {row.unitName && <Text quiet>{row.unitName}</Text>}
      </Stack>
    ),
  },
  {
    key: 'roles',
    header: t('web.accounts.roles'),
    cell: (row) => (
      <Row>
        {row.roles.map((held) => (
          <Badge key={`${held.role}-${held.unitId}`} tone={held.derived ? 'quiet' : 'info'}>
            {roleWords(held)}
          </Badge>
        ))}
        {row.roles.length === 0 && '–'}
      </Row>
    ),
  },
  {
    key: 'state',
    header: t('web.accounts.state'),
    cell: (row) => <Badge tone={stateTones[row.state]}>{t(`web.accounts.state.${row.state}`)}</Badge>,
  },
  {
    key: 'seen',
    header: t('web.accounts.last-seen'),
    sort: 'lastSeenAt',
    whole: true,
    cell: (row) => (row.lastSeenAt ? formatInstant(row.lastSeenAt) : t('web.accounts.never')),
  },
]

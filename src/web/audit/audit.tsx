import type { OutputOf } from '../../shared/contract.ts'
import type { audit as contract } from '../../platform/audit/contract.ts'
import { audit } from './asking.ts'
import { formatInstant } from '../formats.ts'
import { Badge } from '../kit/badge.tsx'
import { Empty } from '../kit/empty.tsx'
import { IconHistory } from '../kit/icons.ts'
import { Row, Stack, Text } from '../kit/layout.tsx'
import { Link } from '../kit/link.tsx'
import { Page } from '../kit/page.tsx'
import { type Column, Table } from '../kit/table.tsx'
import { t } from '../words.ts'
import { AuditFilters, filterNames } from './auditFilters.tsx'
import { AuditState } from './auditState.tsx'
import { operationWords } from './operations.ts'

type Line = OutputOf<(typeof contract)['operations']['list']>['rows'][number]

/** Who did or tried what, when and why; nothing in it can be changed, not even by an administrator. */
export default function Audit() {
  const list = audit.useList('list', { filters: filterNames, size: 50 })
  return (
    <Page title={t('web.audit.title')} lead={t('web.audit.lead')}>
      <Stack gap="large">
        <AuditState />
        <Table
          caption={t('web.audit.title')}
          columns={columnsOf()}
          list={list}
          rowKey={(row) => row.id}
          exports
          filters={<AuditFilters list={list} />}
          empty={
            <Empty icon={IconHistory} title={t('web.audit.none')}>
              {t('web.audit.none-hint')}
            </Empty>
          }
        />
      </Stack>
    </Page>
  )
}

const columnsOf = (): Column<Line>[] => [
  {
    key: 'what',
    header: t('web.audit.what'),
    cell: (row) => (
      <Stack gap="small">
        <Text strong>{operationWords(row.operation)}</Text>
        <Text quiet>{row.operation}</Text>
      </Stack>
    ),
  },
  {
    key: 'who',
    header: t('web.audit.who'),
    cell: (row) =>
      row.accountId === null ? (
        t('web.audit.nobody')
      ) : (
        <Link to="/audit" search={{ accountId: String(row.accountId) }}>
          {row.accountName ?? t('web.audit.account', { id: String(row.accountId) })}
        </Link>
      ),
  },
  {
    key: 'subject',
    header: t('web.audit.subject'),
    cell: (row) =>
      row.subject === null ? (
        '–'
      ) : (
        <Link to="/audit" search={{ subject: row.subject.split(' ')[0] }}>
          {row.subject}
        </Link>
      ),
  },
  { key: 'when', header: t('web.audit.when'), cell: (row) => formatInstant(row.at) },
  {
    key: 'outcome',
    header: t('web.audit.outcome'),
    cell: (row) => (
      <Stack gap="small">
        <Row>
          <Badge tone={row.outcome === 'done' ? 'good' : 'bad'}>{t(`web.audit.outcome.${row.outcome}`)}</Badge>
        </Row>
        {row.codeWords && <Text quiet>{row.codeWords}</Text>}
        {row.code && <Text quiet>{row.code}</Text>}
      </Stack>
    ),
  },
  { key: 'why', header: t('web.audit.why'), cell: (row) => row.reason ?? '–' },
  { key: 'number', header: t('web.audit.number'), numeric: true, cell: (row) => String(row.id) },
]

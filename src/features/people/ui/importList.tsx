import { formatBytes, formatInstant, formatNumber } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconFileUpload } from '../../../web/kit/icons.ts'
import { Stack } from '../../../web/kit/layout.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { type Column, Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import { type ImportLine, imports } from './importAsking.ts'
import { ImportShapes } from './importShapes.tsx'
import { ImportUpload } from './importUpload.tsx'
import { rowsIn, statusTones } from './importWords.ts'

const everyMs = 2_000
const moves = ({ status }: ImportLine) => status === 'reading' || status === 'applying'

/** Where data come in: the way to upload, and every import there has been. */
export default function ImportList() {
  const list = imports.useList('list', {
    size: 20,
    everyMs: (rows: readonly ImportLine[]) => (rows.some(moves) ? everyMs : false),
  })
  return (
    <Page title={t('people.import.title')} lead={t('people.import.lead')}>
      <Stack gap="large">
        <ImportUpload />
        <Section title={t('people.import.earlier')}>
          <Table
            caption={t('people.import.earlier')}
            columns={columnsOf()}
            list={list}
            rowKey={(row) => row.importId}
            rowTo={(row) => `/impor/${row.importId}`}
            exports
            empty={
              <Empty icon={IconFileUpload} title={t('people.import.none')}>
                {t('people.import.none-hint')}
              </Empty>
            }
          />
        </Section>
        <ImportShapes open={!list.pending && list.total === 0} />
      </Stack>
    </Page>
  )
}

const columnsOf = (): Column<ImportLine>[] => [
  {
    key: 'name',
    get header() {
      return t('people.import.name')
    },
    cell: (row) => row.name,
  },
  {
    key: 'status',
    get header() {
      return t('people.import.status')
    },
    cell: (row) => <Badge tone={statusTones[row.status]}>{t(`people.import.status.${row.status}`)}</Badge>,
  },
  {
    key: 'rows',
    get header() {
      return t('people.import.rows')
    },
    numeric: true,
    cell: (row) => formatNumber(rowsIn(row.counts)),
  },
  {
    key: 'rejected',
    get header() {
      return t('people.import.outcome.rejected')
    },
    numeric: true,
    cell: (row) => formatNumber(row.counts.rejected),
  },
  {
    key: 'size',
    get header() {
      return t('people.import.size')
    },
    numeric: true,
    cell: (row) => (row.bytes === null ? '–' : formatBytes(row.bytes)),
  },
  {
    key: 'by',
    get header() {
      return t('people.import.by')
    },
    cell: (row) => row.createdBy ?? '–',
  },
  {
    key: 'at',
    get header() {
      return t('people.import.at')
    },
    cell: (row) => formatInstant(row.createdAt),
  },
]

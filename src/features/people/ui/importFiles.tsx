import { formatNumber } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { Stack, Text } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { type Column, Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import type { Import, ImportFile } from './importAsking.ts'
import { fileTones, kindWords, nameIn, outcomes } from './importWords.ts'

/** The files of an import: what each is, what was found in it, and why one could not be read. */
export const ImportFiles = ({ one }: { one: Import }) => (
  <Section title={t('people.import.files', { n: one.files.length })} lead={t('people.import.files-lead')}>
    <Table
      caption={t('people.import.files', { n: one.files.length })}
      columns={columnsOf(one)}
      rows={one.files}
      rowKey={(file) => file.fileId}
      empty={<Empty title={t('people.import.no-files')} />}
    />
  </Section>
)

const columnsOf = (one: Import): Column<ImportFile>[] => [
  {
    key: 'path',
    header: t('people.import.file'),
    cell: (file) => (
      <Stack gap="small">
        <span>{nameIn(one.name, file.path)}</span>
        {file.refusal && <Text quiet>{file.refusal.message}</Text>}
      </Stack>
    ),
  },
  { key: 'kind', header: t('people.import.kind'), cell: (file) => kindWords(file.kind) },
  {
    key: 'status',
    header: t('people.import.status'),
    cell: (file) => <Badge tone={fileTones[file.status]}>{t(`people.import.file-status.${file.status}`)}</Badge>,
  },
  ...outcomes.map((outcome) => ({
    key: outcome,
    header: t(`people.import.outcome.${outcome}`),
    numeric: true,
    cell: (file: ImportFile) =>
      file.counts[outcome] === 0 || file.hidden ? (
        formatNumber(file.counts[outcome])
      ) : (
        <Link to={`/impor/${one.importId}`} search={{ fileId: String(file.fileId), outcome }}>
          {formatNumber(file.counts[outcome])}
        </Link>
      ),
  })),
]

import { Badge } from '../../../web/kit/badge.tsx'
import { SelectField } from '../../../web/kit/choices.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { Notice } from '../../../web/kit/form.tsx'
import { IconArrowRight, IconDownload } from '../../../web/kit/icons.ts'
import { Row, Stack, Text, Unseen } from '../../../web/kit/layout.tsx'
import { SearchField } from '../../../web/kit/search.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { Segments } from '../../../web/kit/segments.tsx'
import { type Column, Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import { type Import, type ImportRow, imports } from './importAsking.ts'
import { kindWords, nameIn, outcomes, outcomeTones, rowsIn, shown } from './importWords.ts'

// What somebody must look at stands first.
const attention = outcomes.toReversed()

/** Every row with what becomes of it and why; filters live in the address, so a finding can be sent to a colleague. */
export function ImportRows({ one }: { one: Import }) {
  const list = imports.useList('rows', {
    fixed: { importId: one.importId },
    filters: ['fileId', 'outcome', 'search'],
    size: 25,
  })
  const file = one.files.find(({ fileId }) => String(fileId) === list.filters.fileId)
  const hidden = one.files.filter((each) => each.hidden && rowsIn(each.counts) > 0)
  return (
    <Section
      title={t('people.import.rows-title')}
      lead={t('people.import.rows-lead')}
      actions={
        one.status === 'preview' && (
          <Button small icon={IconDownload} href={imports.href('report', { importId: one.importId })}>
            {t('people.import.report')}
          </Button>
        )
      }
    >
      {hidden.length > 0 && (
        <Notice tone="info">
          {t('people.import.hidden', { kinds: hidden.map(({ kind }) => kindWords(kind)).join(', ') })}
        </Notice>
      )}
      <Segments
        label={t('people.import.outcome')}
        value={list.filters.outcome ?? ''}
        onChange={(outcome) => list.setFilter('outcome', outcome)}
        options={[
          { value: '', label: t('people.import.every-outcome') },
          ...attention
            .filter((outcome) => (file ?? one).counts[outcome] > 0)
            .map((outcome) => ({ value: outcome, label: t(`people.import.outcome.${outcome}`) })),
        ]}
      />
      <Table
        caption={t('people.import.rows-title')}
        columns={columnsOf(one.name)}
        list={list}
        rowKey={(row) => `${row.fileId}-${row.row}-${row.path}`}
        exports
        filters={
          <>
            <SearchField
              label={t('people.import.search')}
              value={list.filters.search ?? ''}
              onChange={(words) => list.setFilter('search', words)}
            />
            {one.files.length > 1 && (
              <SelectField
                label={t('people.import.file')}
                none={t('people.import.every-file')}
                value={list.filters.fileId ?? ''}
                onChange={(value) => list.setFilter('fileId', value)}
                options={one.files
                  .filter((each) => !each.hidden)
                  .map(({ fileId, path }) => ({ value: String(fileId), label: nameIn(one.name, path) }))}
              />
            )}
          </>
        }
        empty={<Empty title={t('people.import.no-rows')} />}
      />
    </Section>
  )
}

const columnsOf = (importName: string): Column<ImportRow>[] => [
  { key: 'who', header: t('people.import.whose'), cell: (row) => <Text strong>{row.name ?? '–'}</Text> },
  { key: 'nip', header: t('people.import.nip'), numeric: true, cell: (row) => row.nip ?? '–' },
  {
    key: 'outcome',
    header: t('people.import.outcome'),
    cell: (row) => <Badge tone={outcomeTones[row.outcome]}>{t(`people.import.outcome.${row.outcome}`)}</Badge>,
  },
  {
    key: 'where',
    header: t('people.import.where'),
    cell: (row) => (
      <Stack gap="small">
        <span>{t('people.import.row-n', { row: row.row })}</span>
        <Text quiet>{nameIn(importName, row.path)}</Text>
      </Stack>
    ),
  },
  { key: 'why', header: t('people.import.why'), cell: (row) => <Why row={row} /> },
]

/** Reasons first, each with its column and value; then what changes from what to what. */
const Why = ({ row }: { row: ImportRow }) => (
  <Stack gap="small">
    {row.reasons.length === 0 && row.changes.length === 0 && (
      <Text quiet>{t(`people.import.outcome-words.${row.outcome}`)}</Text>
    )}
    {row.reasons.map((reason, n) => (
      <Text key={`${reason.code}-${n}`}>
        {reason.column && (
          <>
            <strong>{reason.column}</strong>
            {reason.value !== null && ` “${reason.value}”`}
            {': '}
          </>
        )}
        {reason.message}
      </Text>
    ))}
    {row.changes
      .filter((change) => !change.conflict)
      .map((change) => (
        <Row key={change.field}>
          <strong>{change.name}:</strong> <span>{shown(change.from)}</span>
          <IconArrowRight size={16} aria-hidden />
          <Unseen>{t('people.import.becomes')}</Unseen>
          <span>{shown(change.to)}</span>
        </Row>
      ))}
  </Stack>
)

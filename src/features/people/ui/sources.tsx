import { useState } from 'react'
import { may, useMe } from '../../../web/account/session.ts'
import { formatInstant } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { IconButton } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconHistory, IconPencil } from '../../../web/kit/icons.ts'
import { type Item, ItemList } from '../../../web/kit/itemList.tsx'
import { Stack } from '../../../web/kit/layout.tsx'
import { Card, Section } from '../../../web/kit/section.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import { type Person, people } from './asking.ts'
import { CorrectSheet, type ToCorrect } from './correctSheet.tsx'
import { type Facts, factsOf } from './facts.ts'
import { useNationalId, useValueIn } from './unitNames.ts'
import { fieldName, kindName } from './values.ts'

interface Field {
  field: string
  value: string
  local: boolean
  from: string
  reason: string | null
}

/** Where each part of a person's record came from, and every change it went through. */
export function Sources({ person }: { person: Person }) {
  const mayCorrect = may(useMe(), 'people.correct')
  const [chosen, setChosen] = useState<string>()
  const facts = factsOf(person, useNationalId(person.unit?.unitId))
  const valueIn = useValueIn()
  const what: ToCorrect = {
    kind: 'person',
    recordId: person.personId,
    version: person.version,
    personId: person.personId,
    employment: person.employment,
    facts,
    local: person.origin.local,
  }
  return (
    <Stack gap="large">
      <Section title={t('people.source.fields')} lead={originIn(person)}>
        <Card>
          <ItemList
            items={fieldsOf(person, facts, valueIn).map((f) => fieldItem(f, mayCorrect ? setChosen : undefined))}
          />
        </Card>
      </Section>
      <Changes person={person} />
      {mayCorrect && (
        <CorrectSheet what={chosen ? { ...what, field: chosen } : undefined} onClose={() => setChosen(undefined)} />
      )}
    </Stack>
  )
}

const originIn = ({ origin: { importName, recordedAt } }: Person): string =>
  importName
    ? t('people.source.import', { name: importName, at: formatInstant(recordedAt) })
    : t('people.source.here', { at: formatInstant(recordedAt) })

function fieldsOf(person: Person, facts: Facts, valueIn: ReturnType<typeof useValueIn>): Field[] {
  const changes = person.changes.filter((change) => change.kind === 'person')
  return Object.entries(facts).map(([field, value]) => {
    const change = changes.find((one) => one.field === field)
    const where = change?.importName ?? change?.by
    return {
      field,
      value: field === 'unitNationalId' ? (person.unit?.name ?? '–') : valueIn('person', field, value),
      local: person.origin.local.includes(field),
      from: change ? [where, formatInstant(change.at)].filter(Boolean).join(', ') : '',
      reason: change?.reason ?? null,
    }
  })
}

const fieldItem = ({ field, value, local, from, reason }: Field, correct?: (field: string) => void): Item => ({
  key: field,
  title: value,
  mark: local && <Badge tone="warn">{t('people.source.corrected')}</Badge>,
  note: [fieldName(field), from, local && reason].filter(Boolean).join(' · '),
  action: correct && (
    <IconButton
      icon={IconPencil}
      label={`${t('people.correct.action')}: ${fieldName(field)}`}
      onPress={() => correct(field)}
    />
  ),
})

function Changes({ person: { personId } }: { person: Person }) {
  const valueIn = useValueIn()
  const list = people.useList('history', { fixed: { personId }, prefix: 'r', size: 10 })
  return (
    <Section title={t('people.source.changes')} lead={t('people.source.changes-lead')}>
      <Table
        caption={t('people.source.changes')}
        list={list}
        rowKey={(c) => `${c.changeId} ${c.field}`}
        exports
        empty={<Empty icon={IconHistory} title={t('people.source.no-changes')} />}
        columns={[
          { key: 'field', header: t('people.column.field'), cell: (c) => `${kindName(c.kind)}: ${fieldName(c.field)}` },
          { key: 'from', header: t('people.column.from'), cell: (c) => valueIn(c.kind, c.field, c.from) },
          { key: 'to', header: t('people.column.to'), cell: (c) => valueIn(c.kind, c.field, c.to) },
          { key: 'at', header: t('people.column.changed-at'), cell: (c) => formatInstant(c.at) },
          { key: 'by', header: t('people.column.by'), cell: (c) => c.importName ?? c.by ?? '–' },
          { key: 'reason', header: t('people.column.reason'), cell: (c) => c.reason ?? '–' },
        ]}
      />
    </Section>
  )
}

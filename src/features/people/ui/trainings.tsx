import { useState } from 'react'
import { may, useMe } from '../../../web/account/session.ts'
import { formatDay, formatNumber } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { Histogram } from '../../../web/kit/charts.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconCertificate, IconPlus } from '../../../web/kit/icons.ts'
import { Row, Stack } from '../../../web/kit/layout.tsx'
import { Card, Section } from '../../../web/kit/section.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import { lessonHoursIn } from '../person/rules.ts'
import type { Person, Training } from './asking.ts'
import { CorrectButton } from './correctButton.tsx'
import { TrainingSheet } from './trainingSheet.tsx'
import { valueIn } from './values.ts'

const yearsShown = 5

/** Hours of the last years as a picture, then every training with its proof. */
export function Trainings({ person }: { person: Person }) {
  const mayAdd = may(useMe(), 'people.correct')
  const [adding, setAdding] = useState(false)
  const { year } = person.lessonHours
  const years = Array.from({ length: yearsShown }, (_, i) => year - yearsShown + 1 + i)
  const bins = years.map((one) => ({ label: String(one), value: lessonHoursIn(person.trainings as never, one) }))
  const add = mayAdd && (
    <Button icon={IconPlus} onPress={() => setAdding(true)}>
      {t('people.training.add')}
    </Button>
  )
  return (
    <Stack gap="large">
      {person.trainings.length > 0 && (
        <Card>
          <Histogram label={t('people.training.by-year')} unit={t('people.hours.unit')} bins={bins} />
        </Card>
      )}
      <Section title={t('people.training.all')} actions={add}>
        <Table
          caption={t('people.training.all')}
          rows={person.trainings}
          rowKey={(one) => one.recordId}
          empty={
            <Empty icon={IconCertificate} title={t('people.training.empty')}>
              {t('people.training.empty-hint')}
            </Empty>
          }
          columns={columns(person, mayAdd)}
        />
      </Section>
      {mayAdd && <TrainingSheet person={person} open={adding} onClose={() => setAdding(false)} />}
    </Stack>
  )
}

const columns = (person: Person, mayCorrect: boolean) => [
  { key: 'name', header: t('people.training.name'), cell: (one: Training) => <Named training={one} /> },
  { key: 'type', header: t('people.training.type'), cell: typeIn },
  {
    key: 'hours',
    header: t('people.hours.unit'),
    numeric: true,
    cell: (one: Training) => (one.hours === null ? '–' : formatNumber(one.hours)),
  },
  { key: 'when', header: t('people.training.when'), cell: whenIn },
  { key: 'provider', header: t('people.training.provider'), cell: (one: Training) => one.provider ?? '–' },
  {
    key: 'number',
    header: t('people.training.certificate'),
    cell: (one: Training) => one.certificateNumber ?? '–',
    roomy: true,
  },
  ...(mayCorrect ? [correcting(person)] : []),
]

const correcting = (person: Person) => ({
  key: 'correct',
  header: t('people.correct.action'),
  cell: (one: Training) => <CorrectButton person={person} kind="training" record={one} name={one.name} />,
})

const Named = ({ training: { name, origin } }: { training: Training }) => (
  <Row>
    {name}
    {origin.source === 'local' && <Badge tone="info">{t('people.source.added')}</Badge>}
  </Row>
)

const typeIn = ({ kind, type, structuralCode }: Training): string =>
  kind === 'structural' ? valueIn('training', 'structuralCode', structuralCode) : (type?.name ?? '–')

const whenIn = ({ startedOn, endedOn, year }: Training): string => {
  const days = [...new Set([startedOn, endedOn].filter((on) => on !== null))].map((on) => formatDay(on))
  return days.length > 0 ? days.join(' – ') : String(year ?? '–')
}

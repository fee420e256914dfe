import { may, useMe } from '../../../web/account/session.ts'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconChartBar } from '../../../web/kit/icons.ts'
import { LevelSteps } from '../../../web/kit/levelSteps.tsx'
import { Stack } from '../../../web/kit/layout.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { formatNumber } from '../../../web/formats.ts'
import { t } from '../../../web/words.ts'
import type { Person } from './asking.ts'
import { CorrectButton } from './correctButton.tsx'
import { valueIn } from './values.ts'

// Predicates run from 1 (Sangat Baik) to 5 (Sangat Kurang); a stair rises the other way.
const most = 5
const yearsShown = 6

/** The yearly predicate as a stair per year, then who said so and of what it is made. */
export function Performance({ person }: { person: Person }) {
  const { appraisals } = person
  const mayCorrect = may(useMe(), 'people.correct')
  if (appraisals.length === 0)
    return (
      <Empty icon={IconChartBar} title={t('people.performance.empty')}>
        {t('people.performance.empty-hint')}
      </Empty>
    )
  const steps = appraisals
    .slice(0, yearsShown)
    .toReversed()
    .map(({ recordId, year, predicate, value }) => ({
      key: recordId,
      label: String(year),
      ...(predicate ? { level: most + 1 - Number(predicate.code) } : {}),
      words: predicate?.name ?? (value === null ? '–' : formatNumber(value, 2)),
    }))
  return (
    <Stack gap="large">
      <Card title={t('people.performance.title')} lead={t('people.performance.lead')}>
        <LevelSteps label={t('people.performance.title')} steps={steps} most={most} />
      </Card>
      <Table
        caption={t('people.tab.performance')}
        rows={appraisals}
        rowKey={(a) => a.recordId}
        empty={null}
        columns={[
          { key: 'year', header: t('people.field.year'), cell: (a) => String(a.year) },
          { key: 'predicate', header: t('people.field.predicate'), cell: (a) => a.predicate?.name ?? '–' },
          { key: 'result', header: t('people.field.result'), cell: (a) => valueIn('appraisal', 'result', a.result) },
          {
            key: 'behaviour',
            header: t('people.field.behaviour'),
            cell: (a) => valueIn('appraisal', 'behaviour', a.behaviour),
          },
          { key: 'rater', header: t('people.field.raterName'), cell: (a) => a.raterName ?? '–' },
          ...(mayCorrect ? [correcting(person)] : []),
        ]}
      />
    </Stack>
  )
}

const correcting = (person: Person) => ({
  key: 'correct',
  header: t('people.correct.action'),
  cell: (a: Person['appraisals'][number]) => (
    <CorrectButton person={person} kind="appraisal" record={a} name={String(a.year)} />
  ),
})

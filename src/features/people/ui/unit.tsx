import { useParams } from '@tanstack/react-router'
import { formatInstant } from '../../../web/formats.ts'
import { Text } from '../../../web/kit/layout.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Tabs } from '../../../web/kit/tabs.tsx'
import { t } from '../../../web/words.ts'
import { type UnitPage, people } from './asking.ts'
import { useOpensUnit } from './unitNames.ts'
import { UnitPicture } from './unitPicture.tsx'
import { UnitStaff } from './unitStaff.tsx'

export default function Unit() {
  const { unitId } = useParams({ strict: false }) as { unitId: string }
  const { data: unit, problem, retry } = people.useAsk('unit', { unitId: Number(unitId) })
  if (unit) return <Whole key={unitId} unit={unit} />
  return problem ? <ProblemView problem={problem} onRetry={retry} page /> : <Loading kind="page" />
}

function Whole({ unit }: { unit: UnitPage }) {
  const opens = useOpensUnit()
  const above = unit.path.slice(0, -1).filter((step) => opens(step.unitId))
  return (
    <Page
      title={unit.name}
      lead={t('people.unit.lead', { n: unit.persons })}
      crumbs={[
        { label: t('people.units.title'), to: '/unit' },
        ...above.map((step) => ({ label: step.name, to: `/unit/${step.unitId}` })),
      ]}
    >
      <Tabs
        label={t('people.unit.parts')}
        tabs={[
          { key: 'gambaran', label: t('people.unit.picture'), content: () => <UnitPicture unit={unit} /> },
          { key: 'pegawai', label: t('people.unit.staff'), content: () => <UnitStaff unitId={unit.unitId} /> },
        ]}
      />
      <Text quiet>{t(`people.unit.from-${unit.source}`, { at: formatInstant(unit.recordedAt) })}</Text>
    </Page>
  )
}

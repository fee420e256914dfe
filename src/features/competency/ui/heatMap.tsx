import { useParams } from '@tanstack/react-router'
import { may, useMe } from '../../../web/account/session.ts'
import { formatInstant } from '../../../web/formats.ts'
import { Button } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconGridDots, IconTarget } from '../../../web/kit/icons.ts'
import { Row, Text } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { t } from '../../../web/words.ts'
import { type HeatMapAnswer, competency } from './asking.ts'
import { ComputeGaps } from './computeGaps.tsx'
import { PersonMap } from './personMap.tsx'
import { UnitMap } from './unitMap.tsx'

/** `/kompetensi/peta`, `/kompetensi/peta/$unitId`: units × competencies, one step deeper with every row. */
export default function HeatMapPage() {
  const scope = useMe().permissions['competency.read']
  return scope === 'office' || scope === 'city' ? <Units /> : <Team />
}

/** A supervisor's map has no units: it is the team, person by person. */
const Team = () => (
  <Page title={t('competency.map.team')} lead={t('competency.map.teamLead')}>
    <PersonMap fixed={{ team: 'true' }} />
  </Page>
)

function Units() {
  const { unitId } = useParams({ strict: false }) as { unitId?: string }
  const { data, problem, retry } = competency.useAsk('heatMap', unitId ? { unitId } : {})
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} page /> : <Loading kind="page" />
  return <Map answer={data} opened={unitId !== undefined} />
}

function Map({ answer, opened }: { answer: HeatMapAnswer; opened: boolean }) {
  const mayCompute = may(useMe(), 'competency.standards')
  const unitId = answer.unit?.unitId
  const crumbs = opened
    ? [
        { label: t('competency.map.title'), to: '/kompetensi/peta' },
        ...answer.path.slice(1).map((step) => ({ label: step.name, to: `/kompetensi/peta/${step.unitId}` })),
      ]
    : []
  return (
    <Page
      title={opened ? (answer.unit?.name ?? t('competency.map.title')) : t('competency.map.title')}
      lead={
        opened ? t('competency.map.lead') : [answer.unit?.name, t('competency.map.lead')].filter(Boolean).join(' – ')
      }
      crumbs={crumbs}
      actions={
        <>
          <Button icon={IconTarget} to="/kompetensi/kesenjangan" search={unitId ? { unitId: String(unitId) } : {}}>
            {t('competency.gaps.title')}
          </Button>
          {unitId !== undefined && (
            <Button icon={IconGridDots} to={`/kompetensi/peta/${unitId}/pegawai`}>
              {t('competency.map.persons')}
            </Button>
          )}
        </>
      }
    >
      {answer.total.length === 0 ? (
        <Empty icon={IconGridDots} title={t('competency.map.empty')}>
          {t(mayCompute ? 'competency.map.emptyOfficer' : 'competency.map.emptyHint')}
        </Empty>
      ) : (
        <UnitMap answer={answer} />
      )}
      <Row>
        <Text quiet>
          {answer.computedAt
            ? t('competency.map.computed', { at: formatInstant(answer.computedAt) })
            : t('competency.map.never')}{' '}
          <Link to="/kompetensi/standar">{t('competency.standard.link')}</Link>
        </Text>
      </Row>
      {mayCompute && !opened && <ComputeGaps />}
    </Page>
  )
}

import { useParams, useRouterState } from '@tanstack/react-router'
import { useMe } from '../../../web/account/session.ts'
import { Button } from '../../../web/kit/button.tsx'
import { IconTarget } from '../../../web/kit/icons.ts'
import { Page } from '../../../web/kit/page.tsx'
import { t } from '../../../web/words.ts'
import { competency } from './asking.ts'
import { PersonMap } from './personMap.tsx'

/** `/kompetensi/peta/$unitId/pegawai` with everybody below, `…/langsung` with the unit's own persons alone. */
export default function PersonMapPage() {
  const { unitId = '' } = useParams({ strict: false }) as { unitId?: string }
  const direct = useRouterState({ select: (s) => s.location.pathname.endsWith('/langsung') })
  const scope = useMe().permissions['competency.read']
  // The map of units answers only whoever reaches over one; the persons below answer everybody for their own.
  const { data } = competency.useAsk('heatMap', { unitId }, { when: scope === 'office' || scope === 'city' })
  const name = data?.unit?.name ?? t('competency.map.persons')
  return (
    <Page
      title={t('competency.map.persons')}
      lead={t(direct ? 'competency.map.directLead' : 'competency.map.personsLead')}
      crumbs={[
        { label: t('competency.map.title'), to: '/kompetensi/peta' },
        ...(data?.path.slice(1).map((step) => ({ label: step.name, to: `/kompetensi/peta/${step.unitId}` })) ?? []),
        { label: name, to: `/kompetensi/peta/${unitId}` },
      ]}
      actions={
        <Button icon={IconTarget} to="/kompetensi/kesenjangan" search={{ unitId }}>
          {t('competency.gaps.title')}
        </Button>
      }
    >
      <PersonMap fixed={{ unitId, ...(direct ? { own: 'true' } : {}) }} />
    </Page>
  )
}

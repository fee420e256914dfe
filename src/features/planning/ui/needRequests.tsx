import { useState } from 'react'
import { useMe } from '../../../web/account/session.ts'
import { Button } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconPlus, IconUser } from '../../../web/kit/icons.ts'
import { Page } from '../../../web/kit/page.tsx'
import { Tabs } from '../../../web/kit/tabs.tsx'
import { t } from '../../../web/words.ts'
import { MyRequests } from './needMine.tsx'
import { RecordSheet, sourcesFor } from './needRecord.tsx'
import { TeamRequests } from './needTeam.tsx'
import { AllVoices } from './needVoiceList.tsx'

/** `/rencana/usulan`: what one asks for oneself, for the team, and what the office, the city and the law ask for. */
export default function RequestsPage() {
  const me = useMe()
  const [recording, setRecording] = useState(false)
  const self = me.account.personId !== null
  const scope = me.permissions['planning.read']
  const supervises = me.roles.some(({ role }) => role === 'supervisor')
  const oversees = scope === 'office' || scope === 'city'
  const tabs = [
    ...(self ? [{ key: 'saya', label: t('planning.need.tab.mine'), content: () => <MyRequests /> }] : []),
    ...(supervises ? [{ key: 'tim', label: t('planning.need.tab.team'), content: () => <TeamRequests /> }] : []),
    ...(supervises || oversees
      ? [{ key: 'semua', label: t('planning.need.tab.all'), content: () => <AllVoices /> }]
      : []),
  ]
  const inOrder = oversees ? tabs.toReversed() : tabs
  return (
    <Page
      title={t('planning.need.requests')}
      lead={t('planning.need.requestsLead')}
      crumbs={oversees ? [{ label: t('planning.need.title'), to: '/rencana/kebutuhan' }] : []}
      actions={
        sourcesFor(me).length > 0 && (
          <Button kind="primary" icon={IconPlus} onPress={() => setRecording(true)}>
            {t('planning.need.record')}
          </Button>
        )
      }
    >
      {inOrder.length === 0 && (
        <Empty icon={IconUser} title={t('planning.need.nobody')}>
          {t('planning.need.nobodyHint')}
        </Empty>
      )}
      {inOrder.length === 1 && inOrder[0]!.content()}
      {inOrder.length > 1 && <Tabs label={t('planning.need.requests')} tabs={inOrder} />}
      <RecordSheet open={recording} onClose={() => setRecording(false)} />
    </Page>
  )
}

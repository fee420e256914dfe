import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { may, useMe } from '../../../web/account/session.ts'
import { formatInstant } from '../../../web/formats.ts'
import { Button } from '../../../web/kit/button.tsx'
import { Disclosure } from '../../../web/kit/descriptionList.tsx'
import { IconStairs } from '../../../web/kit/icons.ts'
import { Split, Stack, Text } from '../../../web/kit/layout.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import { type Need, planning } from './needAsking.ts'
import { DecideSheet } from './needDecide.tsx'
import { RouteMark } from './needMarks.tsx'
import { Methods } from './needMethods.tsx'
import { NeedPeople } from './needPeople.tsx'
import { NeedPicture, NeedSources } from './needSources.tsx'
import { NeedVoices } from './needVoices.tsx'

/** `/rencana/kebutuhan/$competency/$unitId`: one need, opened into its sources, its people and the decision on it. */
export default function NeedPage() {
  const { competency, unitId } = useParams({ strict: false }) as { competency: string; unitId: string }
  const { data, problem, retry } = planning.useAsk('need', { competency, unitId })
  const crumbs = [{ label: t('planning.need.title'), to: '/rencana/kebutuhan' }]
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} page /> : <Loading kind="page" />
  return (
    <Page
      title={data.competencyName}
      lead={data.unitName}
      crumbs={crumbs}
      mark={<RouteMark route={data.route} />}
      actions={<Decide need={data} />}
    >
      <Split
        main={
          <Stack>
            <NeedPicture need={data} />
            <Methods need={data} />
          </Stack>
        }
        side={
          <Stack>
            <Decision need={data} />
            <NeedSources need={data} />
            <NeedVoices need={data} />
            {data.definition && (
              <Disclosure summary={t('planning.need.definition')}>
                <Text>{data.definition}</Text>
              </Disclosure>
            )}
          </Stack>
        }
      />
      <NeedPeople need={data} />
      <Text quiet>{t('planning.need.basis', { basis: data.basis })}</Text>
    </Page>
  )
}

function Decide({ need }: { need: Need }) {
  const [open, setOpen] = useState(false)
  if (!may(useMe(), 'planning.manage')) return null
  return (
    <>
      <Button kind="primary" icon={IconStairs} onPress={() => setOpen(true)}>
        {t(need.route ? 'planning.need.decideAgain' : 'planning.need.decide')}
      </Button>
      <DecideSheet need={need} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

const Decision = ({ need }: { need: Need }) =>
  need.route && (
    <Card title={t('planning.need.column.route')}>
      <Text strong>{t(`planning.need.route.${need.route}`)}</Text>
      <Text>{need.routeReason}</Text>
      {need.decidedAt && <Text quiet>{formatInstant(need.decidedAt)}</Text>}
    </Card>
  )

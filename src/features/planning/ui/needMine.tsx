import { useState } from 'react'
import { useMe } from '../../../web/account/session.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { IconPlus, IconStairs } from '../../../web/kit/icons.ts'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Row, Stack, Text } from '../../../web/kit/layout.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import { AskSheet, type Wish } from './needAsk.tsx'
import { competency, planning, type VoiceRow } from './needAsking.ts'
import { Mine } from './needVoiceItems.tsx'

const most = 100

/** One's own requests: what one lacks first, each two taps away from being asked for. */
export function MyRequests() {
  const personId = useMe().account.personId as number
  const [wish, setWish] = useState<Wish>()
  const voices = planning.useAsk('voices', { personId, limit: most })
  const own = voices.data?.rows ?? []
  const asked = new Set(own.flatMap((v) => (v.state !== 'withdrawn' && v.competency ? [v.competency] : [])))
  return (
    <Stack>
      <OwnGaps personId={personId} asked={voices.data && asked} onAsk={setWish} />
      {voices.pending && <Loading count={2} />}
      {!voices.data && voices.problem && <ProblemView problem={voices.problem} onRetry={voices.retry} />}
      {voices.data && <Asked voices={own} />}
      <AskSheet wish={wish} onClose={() => setWish(undefined)} />
    </Stack>
  )
}

interface GapsProps {
  personId: number
  /** Unknown until the requests are here: nobody is to ask twice. */
  asked: ReadonlySet<string> | undefined
  onAsk: (wish: Wish) => void
}

function OwnGaps({ personId, asked, onAsk }: GapsProps) {
  const { data, problem, pending, retry } = competency.useAsk('gapList', {
    personId,
    atLeast: 1,
    limit: 20,
    sort: 'gap',
  })
  return (
    <Card title={t('planning.need.mine.gaps')} lead={t('planning.need.mine.gapsLead')}>
      {pending && <Loading count={3} />}
      {!data && problem && <ProblemView problem={problem} onRetry={retry} />}
      {data?.rows.length === 0 && <Text>{t('planning.need.mine.noGaps')}</Text>}
      {data && data.rows.length > 0 && (
        <ItemList
          items={data.rows.map(({ competency: code, competencyName, level, required }) => ({
            key: code,
            title: competencyName,
            note: t('planning.need.mine.gap', { level: level ?? '–', required }),
            action: asked?.has(code) ? (
              <Badge tone="good">{t('planning.need.mine.asked')}</Badge>
            ) : (
              asked && (
                <Button
                  small
                  kind="primary"
                  onPress={() => onAsk({ kind: 'competency', competency: code, name: competencyName })}
                >
                  {t('planning.need.mine.ask')}
                </Button>
              )
            ),
          }))}
        />
      )}
      <Row>
        <Button icon={IconPlus} onPress={() => onAsk({ kind: 'other' })}>
          {t('planning.need.mine.other')}
        </Button>
        <Button icon={IconStairs} onPress={() => onAsk({ kind: 'aim' })}>
          {t('planning.need.mine.aim')}
        </Button>
      </Row>
    </Card>
  )
}

const Asked = ({ voices }: { voices: readonly VoiceRow[] }) => (
  <Card title={t('planning.need.mine.title')} lead={t('planning.need.mine.lead')}>
    {voices.length === 0 ? <Text quiet>{t('planning.need.mine.none')}</Text> : <Mine voices={voices} />}
  </Card>
)

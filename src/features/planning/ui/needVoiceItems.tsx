import { formatDay } from '../../../web/formats.ts'
import { Button } from '../../../web/kit/button.tsx'
import { Notice } from '../../../web/kit/form.tsx'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Row } from '../../../web/kit/layout.tsx'
import { t } from '../../../web/words.ts'
import { planning, type VoiceRow } from './needAsking.ts'
import { RouteMark, StateMark } from './needMarks.tsx'
import { saidWithUndo } from './needUndo.ts'

/** Requests with what became of them, each with the way to take it back. */
export const Mine = ({ voices }: { voices: readonly VoiceRow[] }) => (
  <ItemList
    items={voices.map((voice) => ({
      key: voice.voiceId,
      title: voice.title,
      mark: (
        <Row>
          <StateMark state={voice.state} />
          {voice.state === 'routed' && <RouteMark route={voice.route} />}
        </Row>
      ),
      note: [
        voice.sourceWords,
        formatDay(voice.recordedAt),
        voice.reason,
        voice.state === 'routed' && voice.routeReason,
      ]
        .filter(Boolean)
        .join(' · '),
      action: voice.mayWithdraw && <TakeBack voice={voice} />,
    }))}
  />
)

/** Withdraws a voice, or lets a withdrawn one stand again. */
export function TakeBack({ voice: { voiceId, state } }: { voice: VoiceRow }) {
  const withdrawn = state === 'withdrawn'
  const withdraw = planning.useTell('withdrawVoice')
  const restore = planning.useTell('restoreVoice')
  const acting = withdrawn ? restore : withdraw
  const press = () =>
    void acting.tell({ voiceId }, () =>
      withdrawn
        ? saidWithUndo(t('planning.need.restored'), () => planning.tell('withdrawVoice', { voiceId }))
        : saidWithUndo(t('planning.need.withdrawn'), () => planning.tell('restoreVoice', { voiceId })),
    )
  return (
    <>
      <Button small kind="quiet" pending={acting.pending} onPress={press}>
        {t(withdrawn ? 'planning.need.restore' : 'planning.need.withdraw')}
      </Button>
      {acting.problem && <Notice tone="bad">{acting.problem.message}</Notice>}
    </>
  )
}

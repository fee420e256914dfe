import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { RadioCards } from '../../../web/kit/choices.tsx'
import { LongTextField } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { t } from '../../../web/words.ts'
import { type NeedRoute, needRoutes } from '../need/rules.ts'
import { type Need, planning } from './needAsking.ts'
import { saidWithUndo } from './needUndo.ts'

interface Props {
  need: Need
  open: boolean
  onClose: () => void
}

export const DecideSheet = (props: Props) => (
  <Sheet open={props.open} onClose={props.onClose} title={t('planning.need.decide')}>
    <DecideForm {...props} />
  </Sheet>
)

type Before = { route: NeedRoute; reason: string } | null

/** Says how a need is met, and why; what stood before can be put back. */
function DecideForm({ need, onClose }: Props) {
  const [route, setRoute] = useState<string>(need.route ?? '')
  const [reason, setReason] = useState(need.routeReason ?? '')
  const decide = planning.useTell('routeNeed')
  const reopen = planning.useTell('unrouteNeed')
  const which = { competency: need.competency, unitId: need.unitId, year: need.year }

  const putBack = (before: Before) => () =>
    before === null
      ? planning.tell('unrouteNeed', which)
      : planning.tell('routeNeed', { ...which, route: before.route, reason: before.reason })
  const finish = (words: string, before: Before) => {
    onClose()
    saidWithUndo(words, putBack(before))
  }
  return (
    <Form
      problem={decide.problem ?? reopen.problem}
      onSend={() =>
        void decide.tell({ ...which, route: route as NeedRoute, reason }, ({ before }) =>
          finish(t('planning.need.saved'), before),
        )
      }
    >
      <RadioCards
        label={t('planning.need.column.route')}
        value={route}
        onChange={setRoute}
        options={needRoutes.map((one) => ({
          value: one,
          label: t(`planning.need.route.${one}`),
          hint: t(`planning.need.routeHint.${one}`),
        }))}
        required
      />
      <LongTextField
        label={t('planning.need.column.reason')}
        value={reason}
        onChange={setReason}
        error={decide.problem?.of('reason')}
        rows={3}
        maxLength={1000}
        required
      />
      <Button kind="primary" type="submit" disabled={route === ''} pending={decide.pending}>
        {t('planning.need.save')}
      </Button>
      {need.route && (
        <Button
          pending={reopen.pending}
          onPress={() => void reopen.tell(which, ({ before }) => finish(t('planning.need.reopened'), before))}
        >
          {t('planning.need.reopen')}
        </Button>
      )}
    </Form>
  )
}

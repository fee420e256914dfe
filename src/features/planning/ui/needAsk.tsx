import { useState } from 'react'
import { useDraft } from '../../../web/drafts.ts'
import { Button } from '../../../web/kit/button.tsx'
import { SelectField } from '../../../web/kit/choices.tsx'
import { LongTextField } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { t } from '../../../web/words.ts'
import { type JobKind, jobKinds } from '../../competency/standards/rules.ts'
import { competency as asking, planning } from './needAsking.ts'
import { saidWithUndo } from './needUndo.ts'

/** What is asked for: a competency at hand, one still to be chosen, or the post somebody works towards. */
export type Wish =
  | { kind: 'competency'; competency: string; name: string; personId?: number; person?: string }
  | { kind: 'other' }
  | { kind: 'aim' }

/** Asks for training for oneself, or for somebody of the team. */
export const AskSheet = ({ wish, onClose }: { wish: Wish | undefined; onClose: () => void }) => (
  <Sheet
    open={wish !== undefined}
    onClose={onClose}
    title={wish ? t(wish.kind === 'aim' ? 'planning.need.mine.aim' : 'planning.need.ask.title') : ''}
  >
    {wish && <AskForm wish={wish} onClose={onClose} />}
  </Sheet>
)

function AskForm({ wish, onClose }: { wish: Wish; onClose: () => void }) {
  const [chosen, setChosen] = useState(wish.kind === 'competency' ? wish.competency : '')
  const forOther = wish.kind === 'competency' && wish.personId !== undefined
  const draft = useDraft(`planning.ask.${wish.kind}.${forOther ? wish.personId : ''}.${chosen}`, '')
  const add = planning.useTell('addVoice')
  const send = () => {
    const what = wish.kind === 'aim' ? { aim: chosen as JobKind } : { competency: chosen }
    const whom =
      forOther && wish.kind === 'competency'
        ? { source: 'supervisor-request' as const, personId: wish.personId }
        : { source: 'own-request' as const }
    void add.tell({ ...whom, ...what, reason: draft.value }, ({ voiceId }) => {
      draft.discard()
      onClose()
      saidWithUndo(t('planning.need.ask.sent'), () => planning.tell('withdrawVoice', { voiceId }))
    })
  }
  return (
    <Form problem={add.problem} onSend={send}>
      {wish.kind === 'competency' ? (
        <Text strong>{[wish.name, wish.person].filter(Boolean).join(' – ')}</Text>
      ) : (
        <Choice kind={wish.kind} value={chosen} onChange={setChosen} />
      )}
      <LongTextField
        label={t('planning.need.column.reason')}
        hint={forOther ? undefined : t('planning.need.ask.optional')}
        value={draft.value}
        onChange={draft.set}
        rows={3}
        maxLength={2000}
        required={forOther}
      />
      <Button kind="primary" wide type="submit" disabled={chosen === ''} pending={add.pending}>
        {t('planning.need.ask.send')}
      </Button>
    </Form>
  )
}

interface ChoiceProps {
  kind: 'other' | 'aim'
  value: string
  onChange: (value: string) => void
}

function Choice({ kind, value, onChange }: ChoiceProps) {
  const { data } = asking.useAsk('dictionary', {}, { when: kind === 'other' })
  return (
    <SelectField
      label={t(kind === 'aim' ? 'planning.need.column.aim' : 'planning.need.column.competency')}
      hint={t(kind === 'aim' ? 'planning.need.ask.aimHint' : 'planning.need.ask.otherHint')}
      value={value}
      onChange={onChange}
      none={t('planning.need.choose')}
      options={
        kind === 'aim'
          ? jobKinds.map((job) => ({ value: job, label: t(`competency.job-kind.${job}`) }))
          : (data?.competencies ?? []).map((one) => ({ value: one.competency, label: one.name }))
      }
      required
    />
  )
}

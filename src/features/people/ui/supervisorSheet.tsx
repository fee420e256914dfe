import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { DescriptionList } from '../../../web/kit/descriptionList.tsx'
import { Form, Notice } from '../../../web/kit/form.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { t } from '../../../web/words.ts'
import { type Person, people } from './asking.ts'
import { PersonPicker } from './personPicker.tsx'
import { ReasonField, isReason } from './reasonField.tsx'
import { saidWithUndo } from './undoing.ts'

interface Props {
  person: Person
  open: boolean
  onClose: () => void
}

export const SupervisorSheet = (props: Props) => (
  <Sheet open={props.open} onClose={props.onClose} title={t('people.supervisor.change')}>
    <SupervisorForm {...props} />
  </Sheet>
)

/** Records that somebody other than the structure says supervises a person, or lets the structure decide again. */
function SupervisorForm({ person: { personId, supervisor }, onClose }: Props) {
  const [chosen, setChosen] = useState('')
  const [reason, setReason] = useState('')
  const change = people.useTell('setSupervisor')
  const clear = people.useTell('clearSupervisor')
  const exception = supervisor?.exception

  const finish = (words: string, undo: () => Promise<unknown>) => {
    onClose()
    saidWithUndo(words, undo)
  }
  const putBack = () =>
    people.tell('setSupervisor', {
      personId,
      supervisorId: supervisor?.personId ?? 0,
      reason: exception?.reason ?? t('people.undo.reason'),
    })
  const forget = () => people.tell('clearSupervisor', { personId, reason: t('people.undo.reason') })
  const send = () =>
    void change.tell({ personId, supervisorId: Number(chosen), reason }, () =>
      finish(t('people.supervisor.changed'), exception ? putBack : forget),
    )
  const letStructureDecide = () =>
    void clear.tell({ personId, reason }, () => finish(t('people.supervisor.cleared'), putBack))

  return (
    <Form problem={change.problem ?? clear.problem} onSend={send}>
      <DescriptionList
        facts={[
          {
            label: t('people.supervisor.now'),
            value: supervisor?.fullName ?? t('people.summary.no-supervisor'),
            note: exception
              ? `${t('people.supervisor.exception')}: ${exception.reason}`
              : t('people.supervisor.structure'),
          },
        ]}
      />
      <Notice tone="info">{t('people.supervisor.hint')}</Notice>
      <PersonPicker label={t('people.supervisor.new')} value={chosen} onChange={setChosen} except={personId} />
      <ReasonField value={reason} onChange={setReason} />
      <Button kind="primary" type="submit" disabled={chosen === ''} pending={change.pending}>
        {t('people.supervisor.save')}
      </Button>
      {exception && (
        <Button pending={clear.pending} disabled={!isReason(reason)} onPress={letStructureDecide}>
          {t('people.supervisor.clear')}
        </Button>
      )}
    </Form>
  )
}

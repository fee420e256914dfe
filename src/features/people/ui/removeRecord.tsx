import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { Disclosure } from '../../../web/kit/descriptionList.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { IconTrash } from '../../../web/kit/icons.ts'
import { t } from '../../../web/words.ts'
import type { AddableKind } from '../correction/rules.ts'
import { people } from './asking.ts'
import type { ToCorrect } from './correctSheet.tsx'
import { ReasonField } from './reasonField.tsx'
import { saidWithUndo } from './undoing.ts'

interface Props {
  what: ToCorrect & { kind: AddableKind }
  onClose: () => void
}

/** Takes away a record that was added here. */
export function RemoveRecord({ what: { kind, recordId, personId, facts }, onClose }: Props) {
  const [reason, setReason] = useState('')
  const remove = people.useTell('removeRecord')
  const undo = () => people.tell('addRecord', { personId, kind, values: { ...facts }, reason: t('people.undo.reason') })
  const send = () =>
    void remove.tell({ kind, recordId, reason }, () => {
      onClose()
      saidWithUndo(t('people.remove.done'), undo)
    })
  return (
    <Disclosure summary={t('people.remove.title')}>
      <Form problem={remove.problem} onSend={send}>
        <ReasonField value={reason} onChange={setReason} />
        <Button kind="danger" type="submit" icon={IconTrash} pending={remove.pending}>
          {t('people.remove.action')}
        </Button>
      </Form>
    </Disclosure>
  )
}

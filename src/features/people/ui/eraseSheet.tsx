import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { TextField } from '../../../web/kit/fields.tsx'
import { Form, Notice } from '../../../web/kit/form.tsx'
import { IconTrash } from '../../../web/kit/icons.ts'
import { Text } from '../../../web/kit/layout.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { toast } from '../../../web/kit/toast.tsx'
import { t } from '../../../web/words.ts'
import { type Person, people } from './asking.ts'
import { ReasonField, isReason } from './reasonField.tsx'

interface Props {
  person: Person
  open: boolean
  onClose: () => void
}

export const EraseSheet = (props: Props) => (
  <Sheet open={props.open} onClose={props.onClose} title={t('people.erase.title')} kind="box">
    <EraseForm {...props} />
  </Sheet>
)

/** The one thing here that cannot be undone: the NIP is typed by hand, so that nobody is erased by a slip. */
function EraseForm({ person }: Props) {
  const [nip, setNip] = useState('')
  const [reason, setReason] = useState('')
  const erase = people.useTell('erase')
  const navigate = useNavigate()
  const same = nip.replaceAll(' ', '') === person.nip
  const send = () =>
    void erase.tell({ personId: person.personId, nip, reason }, () => {
      toast({ words: t('people.erase.done') })
      void navigate({ to: '/pegawai' })
    })
  return (
    <Form problem={erase.problem} onSend={send}>
      <Notice tone="warn">{t('people.erase.warning', { name: person.fullName })}</Notice>
      <Text quiet>{t('people.erase.law')}</Text>
      <ReasonField value={reason} onChange={setReason} />
      <TextField
        label={t('people.erase.type-nip')}
        hint={person.nip}
        keys="numeric"
        complete="off"
        value={nip}
        onChange={setNip}
        required
      />
      <Button
        kind="danger"
        type="submit"
        icon={IconTrash}
        disabled={!same || !isReason(reason)}
        pending={erase.pending}
      >
        {t('people.erase.action')}
      </Button>
    </Form>
  )
}

import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { PasswordField } from '../kit/fields.tsx'
import { Form } from '../kit/form.tsx'
import { t } from '../words.ts'
import { account } from './asking.ts'

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = account.useTell('changePassword')
  const done = () => {
    setCurrent('')
    setNext('')
    onDone()
  }
  return (
    <Form problem={change.problem} onSend={() => void change.tell({ current, next }, done)}>
      <PasswordField
        label={t('web.password.current')}
        value={current}
        onChange={setCurrent}
        error={change.problem?.of('current')}
        complete="current-password"
        required
      />
      <PasswordField
        label={t('web.password.next')}
        hint={t('web.password.hint')}
        value={next}
        onChange={setNext}
        error={change.problem?.of('next')}
        complete="new-password"
        required
      />
      <Button kind="primary" type="submit" pending={change.pending}>
        {t('web.password.change')}
      </Button>
    </Form>
  )
}

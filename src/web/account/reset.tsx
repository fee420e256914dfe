import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { PasswordField } from '../kit/fields.tsx'
import { Form } from '../kit/form.tsx'
import { toast } from '../kit/toast.tsx'
import { t } from '../words.ts'
import { account } from './asking.ts'
import { PlainFrame } from './plainFrame.tsx'

/** A new password with the one-time secret from the letter. */
export function Reset() {
  // Behind `#`, so that the secret never reaches a log on the way.
  const [secret] = useState(() => window.location.hash.slice(1))
  const [password, setPassword] = useState('')
  const reset = account.useTell('reset')
  const navigate = useNavigate()
  const done = () => {
    toast({ words: t('web.password.changed'), tone: 'good' })
    void navigate({ to: '/masuk', replace: true })
  }
  return (
    <PlainFrame title={t('web.reset.title')} lead={t('web.reset.lead')}>
      <Form problem={reset.problem} onSend={() => void reset.tell({ secret, password }, done)}>
        <PasswordField
          label={t('web.password.next')}
          hint={t('web.password.hint')}
          value={password}
          onChange={setPassword}
          error={reset.problem?.of('password')}
          complete="new-password"
          required
        />
        <Button kind="primary" type="submit" wide pending={reset.pending}>
          {t('web.password.change')}
        </Button>
      </Form>
    </PlainFrame>
  )
}

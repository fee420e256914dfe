import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { TextField } from '../kit/fields.tsx'
import { Form, Notice } from '../kit/form.tsx'
import { t } from '../words.ts'
import { account } from './asking.ts'
import { PlainFrame } from './plainFrame.tsx'

/** Asks for a letter with a link. The answer is the same whether the account exists or not. */
export default function Forgot() {
  const [identifier, setIdentifier] = useState('')
  const [sent, setSent] = useState(false)
  const forgot = account.useTell('forgot')
  const ask = () => void forgot.tell({ identifier: identifier.trim() }, () => setSent(true))
  return (
    <PlainFrame title={t('web.forgot.title')} lead={t('web.forgot.lead')}>
      <Form problem={forgot.problem} onSend={ask}>
        <div role="status">{sent && <Notice tone="good">{t('web.forgot.sent')}</Notice>}</div>
        <TextField
          label={t('web.signIn.identifier')}
          value={identifier}
          onChange={setIdentifier}
          error={forgot.problem?.of('identifier')}
          complete="username"
          required
        />
        <Button kind="primary" type="submit" wide pending={forgot.pending}>
          {t('web.forgot.send')}
        </Button>
        <Button kind="quiet" wide to="/masuk">
          {t('web.forgot.back')}
        </Button>
      </Form>
    </PlainFrame>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { PasswordField, TextField } from '../kit/fields.tsx'
import { Form, Notice } from '../kit/form.tsx'
import { t } from '../words.ts'
import { account } from './asking.ts'
import { PlainFrame } from './plainFrame.tsx'
import { type Me, welcome } from './session.ts'

/** The first administrator takes over an empty installation with the one-time link the server printed. */
export default function Claim() {
  // Behind `#`, so that the secret never reaches a log on the way.
  const [secret] = useState(() => window.location.hash.slice(1))
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const claim = account.useTell('claim')
  const navigate = useNavigate()

  const enter = async (me: Me) => {
    await welcome(me)
    await navigate({ to: '/', replace: true })
  }
  return (
    <PlainFrame title={t('web.claim.title')} lead={t('web.claim.lead')}>
      <Form problem={claim.problem} onSend={() => void claim.tell({ secret, name, email, password }, enter)}>
        {secret === '' && <Notice tone="warn">{t('web.claim.noSecret')}</Notice>}
        <TextField
          label={t('web.claim.name')}
          value={name}
          onChange={setName}
          error={claim.problem?.of('name')}
          complete="name"
          required
        />
        <TextField
          label={t('web.claim.email')}
          kind="email"
          value={email}
          onChange={setEmail}
          error={claim.problem?.of('email')}
          complete="username"
          required
        />
        <PasswordField
          label={t('web.password.next')}
          hint={t('web.password.hint')}
          value={password}
          onChange={setPassword}
          error={claim.problem?.of('password')}
          complete="new-password"
          required
        />
        <Button kind="primary" type="submit" wide pending={claim.pending} disabled={secret === ''}>
          {t('web.claim.start')}
        </Button>
      </Form>
    </PlainFrame>
  )
}

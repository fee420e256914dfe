import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { PasswordField, TextField } from '../kit/fields.tsx'
import { Form } from '../kit/form.tsx'
import { t } from '../words.ts'
import { account } from './asking.ts'
import { PlainFrame } from './plainFrame.tsx'
import { type Me, welcome } from './session.ts'

/** Only a way inside this application: an address of another site must not be reached through our sign-in. */
const safeWay = (way: string | undefined): string =>
  way && /^\/(?![/\\])/.test(way) && !way.startsWith('/masuk') ? way : '/'

export default function SignIn() {
  const [identifier, setIdentifier] = useState('')
  const [password, setPassword] = useState('')
  const signIn = account.useTell('signIn')
  const { ke } = useSearch({ strict: false }) as { ke?: string }
  const navigate = useNavigate()

  const enter = async (me: Me) => {
    await welcome(me)
    await navigate({ href: me.account.mustChangePassword ? '/sandi-baru' : safeWay(ke), replace: true })
  }
  return (
    <PlainFrame title={t('web.signIn.title')} lead={t('web.signIn.lead')}>
      <Form
        problem={signIn.problem}
        onSend={() => void signIn.tell({ identifier: identifier.trim(), password }, enter)}
      >
        <TextField
          label={t('web.signIn.identifier')}
          hint={t('web.signIn.identifierHint')}
          value={identifier}
          onChange={setIdentifier}
          error={signIn.problem?.of('identifier')}
          complete="username"
          required
        />
        <PasswordField
          label={t('web.signIn.password')}
          value={password}
          onChange={setPassword}
          error={signIn.problem?.of('password')}
          complete="current-password"
          required
        />
        <Button kind="primary" type="submit" wide pending={signIn.pending}>
          {t('web.signIn.enter')}
        </Button>
        <Button kind="quiet" wide to="/lupa-sandi">
          {t('web.signIn.forgot')}
        </Button>
      </Form>
    </PlainFrame>
  )
}

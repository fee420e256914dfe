import { Navigate, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queries } from '../api.ts'
import { Button } from '../kit/button.tsx'
import { toast } from '../kit/toast.tsx'
import { t } from '../words.ts'
import { PasswordForm } from './passwordForm.tsx'
import { PlainFrame } from './plainFrame.tsx'
import { Reset } from './reset.tsx'
import { currentMe, meQuestion, signOut } from './session.ts'

/** A new password: by the letter's link, or because somebody else handed out the first one. */
export default function NewPassword() {
  const [byLetter] = useState(() => window.location.hash.length > 1)
  if (byLetter) return <Reset />
  return currentMe() ? <FirstPassword /> : <Navigate to="/masuk" replace />
}

/** Comes before anything else. */
function FirstPassword() {
  const navigate = useNavigate()
  const done = async () => {
    toast({ words: t('web.password.changed'), tone: 'good' })
    await queries.fetchQuery({ ...meQuestion, staleTime: 0 })
    await navigate({ to: '/', replace: true })
  }
  return (
    <PlainFrame title={t('web.password.firstTitle')} lead={t('web.password.firstLead')}>
      <PasswordForm onDone={() => void done()} />
      <Button kind="quiet" wide onPress={() => void signOut()}>
        {t('web.account.signOut')}
      </Button>
    </PlainFrame>
  )
}

import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Form } from '../kit/form.tsx'
import { Text } from '../kit/layout.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { toast } from '../kit/toast.tsx'
import { t } from '../words.ts'
import { type Account, type FirstPassword, accounts } from './asking.ts'
import { Handed } from './handed.tsx'
import { Reason } from './reason.tsx'

export type Act = 'resetPassword' | 'disable' | 'enable'

interface Props {
  account: Account
  act: Act | undefined
  onClose: () => void
}

/** Something done to an account, with what it means and why it is done. */
export const AccountAct = ({ account, act, onClose }: Props) => (
  <Sheet open={act !== undefined} onClose={onClose} title={act ? t(`web.accounts.act.${act}`) : ''} kind="box">
    {act && <ActForm key={act} account={account} act={act} onClose={onClose} />}
  </Sheet>
)

function ActForm({ account, act, onClose }: Props & { act: Act }) {
  const [reason, setReason] = useState('')
  const [made, setMade] = useState<FirstPassword>()
  const reset = accounts.useTell('resetPassword')
  const close = accounts.useTell('disable')
  const open = accounts.useTell('enable')
  const telling = { resetPassword: reset, disable: close, enable: open }[act]
  const input = { accountId: account.accountId, reason }
  const done = () => {
    onClose()
    toast({ words: t(`web.accounts.act.${act}-done`, { name: account.name }), tone: 'good' })
  }
  const send = () => {
    if (act === 'resetPassword') return void reset.tell(input, setMade)
    void (act === 'disable' ? close : open).tell(input, done)
  }
  if (made) return <Handed made={made} />
  return (
    <Form problem={telling.problem} onSend={send}>
      <Text>{t(`web.accounts.act.${act}-words`, { name: account.name })}</Text>
      <Reason value={reason} onChange={setReason} error={telling.problem?.of('reason')} />
      <Button kind={act === 'disable' ? 'danger' : 'primary'} type="submit" pending={telling.pending}>
        {t(`web.accounts.act.${act}`)}
      </Button>
    </Form>
  )
}

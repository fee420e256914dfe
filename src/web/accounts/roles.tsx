import { useState } from 'react'
import { Badge } from '../kit/badge.tsx'
import { Button } from '../kit/button.tsx'
import { RadioCards } from '../kit/choices.tsx'
import { Form } from '../kit/form.tsx'
import { IconPlus } from '../kit/icons.ts'
import { ItemList } from '../kit/itemList.tsx'
import { Row, Text } from '../kit/layout.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { t } from '../words.ts'
import { type Account, accounts } from './asking.ts'
import { Reason } from './reason.tsx'
import { type ChosenUnit, UnitField } from './unitField.tsx'
import { type GrantedRole, grantedRoles, roleWords } from './words.ts'

type Held = Account['roles'][number]

/** The roles of an account: granted ones can be taken away, those from the register follow it. */
export function Roles({ account }: { account: Account }) {
  const [granting, setGranting] = useState(false)
  const [revoking, setRevoking] = useState<Held>()
  return (
    <>
      {account.roles.length === 0 && <Text quiet>{t('web.accounts.no-roles')}</Text>}
      <ItemList
        items={account.roles.map((held) => ({
          key: `${held.role}-${held.unitId}`,
          title: roleWords(held),
          mark: held.derived ? <Badge tone="quiet">{t('web.accounts.derived')}</Badge> : undefined,
          note: t(`web.accounts.role-lead.${held.role}`),
          action: held.derived ? undefined : (
            <Button small kind="danger" onPress={() => setRevoking(held)}>
              {t('web.accounts.revoke')}
            </Button>
          ),
        }))}
      />
      <Row>
        <Button icon={IconPlus} onPress={() => setGranting(true)}>
          {t('web.accounts.grant')}
        </Button>
      </Row>
      <Sheet open={granting} onClose={() => setGranting(false)} title={t('web.accounts.grant')}>
        {granting && <Grant account={account} onDone={() => setGranting(false)} />}
      </Sheet>
      <Sheet
        open={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
        title={t('web.accounts.revoke-title', { role: revoking ? roleWords(revoking) : '' })}
        kind="box"
      >
        {revoking && <Revoke account={account} held={revoking} onDone={() => setRevoking(undefined)} />}
      </Sheet>
    </>
  )
}

function Grant({ account, onDone }: { account: Account; onDone: () => void }) {
  const [role, setRole] = useState('')
  const [unit, setUnit] = useState<ChosenUnit | null>(null)
  const [reason, setReason] = useState('')
  const grant = accounts.useTell('grantRole')
  const send = () =>
    void grant.tell(
      {
        accountId: account.accountId,
        role: role as GrantedRole,
        unitId: role === 'head' ? (unit?.unitId ?? null) : null,
        reason,
      },
      onDone,
    )
  return (
    <Form problem={grant.problem} onSend={send}>
      <RadioCards
        label={t('web.accounts.role')}
        value={role}
        onChange={setRole}
        required
        options={grantedRoles.map((one) => ({
          value: one,
          label: t(`web.role.${one}`),
          hint: t(`web.accounts.role-lead.${one}`),
        }))}
      />
      {role === 'head' && <UnitField value={unit} onChange={setUnit} />}
      <Reason value={reason} onChange={setReason} error={grant.problem?.of('reason')} />
      <Button kind="primary" type="submit" pending={grant.pending}>
        {t('web.accounts.grant')}
      </Button>
    </Form>
  )
}

function Revoke({ account, held, onDone }: { account: Account; held: Held; onDone: () => void }) {
  const [reason, setReason] = useState('')
  const revoke = accounts.useTell('revokeRole')
  const send = () =>
    void revoke.tell(
      { accountId: account.accountId, role: held.role as GrantedRole, unitId: held.unitId, reason },
      onDone,
    )
  return (
    <Form problem={revoke.problem} onSend={send}>
      <Text>{t('web.accounts.revoke-words', { name: account.name })}</Text>
      <Reason value={reason} onChange={setReason} error={revoke.problem?.of('reason')} />
      <Button kind="danger" type="submit" pending={revoke.pending}>
        {t('web.accounts.revoke')}
      </Button>
    </Form>
  )
}

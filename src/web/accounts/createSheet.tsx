import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { RadioCards } from '../kit/choices.tsx'
import { TextField } from '../kit/fields.tsx'
import { Form } from '../kit/form.tsx'
import { Text } from '../kit/layout.tsx'
import { SearchField } from '../kit/search.tsx'
import { Segments } from '../kit/segments.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { t } from '../words.ts'
import { type FirstPassword, accounts } from './asking.ts'
import { Handed } from './handed.tsx'
import { Reason } from './reason.tsx'

/** An account for one person: of the register, or from outside. */
export function CreateSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [made, setMade] = useState<FirstPassword>()
  const close = () => {
    setMade(undefined)
    onClose()
  }
  return (
    <Sheet open={open} onClose={close} title={t('web.accounts.create')}>
      {made ? (
        <>
          <Handed made={made} />
          <Button kind="primary" to={`/akun-pengguna/${made.accountId}`}>
            {t('web.accounts.open')}
          </Button>
        </>
      ) : (
        <CreateForm onMade={setMade} />
      )}
    </Sheet>
  )
}

function CreateForm({ onMade }: { onMade: (made: FirstPassword) => void }) {
  const [kind, setKind] = useState<'person' | 'external'>('person')
  const [personId, setPersonId] = useState('')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [reason, setReason] = useState('')
  const create = accounts.useTell('create')
  const { problem } = create
  const send = () =>
    void create.tell(
      kind === 'person' ? { kind, personId: Number(personId), reason } : { kind, name, email, reason },
      onMade,
    )
  return (
    <Form problem={problem} onSend={send}>
      <Segments
        label={t('web.accounts.for')}
        value={kind}
        onChange={(next) => setKind(next as typeof kind)}
        options={[
          { value: 'person', label: t('web.accounts.for-person') },
          { value: 'external', label: t('web.accounts.for-external') },
        ]}
      />
      {kind === 'person' ? (
        <PersonField value={personId} onChange={setPersonId} />
      ) : (
        <>
          <TextField
            label={t('web.accounts.name')}
            value={name}
            onChange={setName}
            error={problem?.of('name')}
            required
          />
          <TextField
            kind="email"
            label={t('web.accounts.email')}
            value={email}
            onChange={setEmail}
            error={problem?.of('email')}
            required
          />
        </>
      )}
      <Reason value={reason} onChange={setReason} error={problem?.of('reason')} />
      <Button kind="primary" type="submit" pending={create.pending} disabled={kind === 'person' && personId === ''}>
        {t('web.accounts.create')}
      </Button>
    </Form>
  )
}

function PersonField({ value, onChange }: { value: string; onChange: (personId: string) => void }) {
  const [search, setSearch] = useState('')
  const { data } = accounts.useAsk('candidates', { search }, { when: search.length >= 2 })
  const found = search.length >= 2 ? (data?.persons ?? []) : []
  return (
    <>
      <SearchField label={t('web.accounts.find-person')} value={search} onChange={setSearch} />
      {search.length >= 2 && data && found.length === 0 && <Text quiet>{t('web.accounts.nobody-found')}</Text>}
      {found.length > 0 && (
        <RadioCards
          label={t('web.accounts.person')}
          value={value}
          onChange={onChange}
          options={found.slice(0, 8).map((person) => ({
            value: String(person.personId),
            label: person.name,
            hint: [person.nip, person.unitName].filter(Boolean).join(' · '),
          }))}
        />
      )}
    </>
  )
}

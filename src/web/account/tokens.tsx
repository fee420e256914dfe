import { useState } from 'react'
import { formatDay, formatInstant } from '../formats.ts'
import { Button } from '../kit/button.tsx'
import { DateField, TextField } from '../kit/fields.tsx'
import { Empty } from '../kit/empty.tsx'
import { Form, Notice } from '../kit/form.tsx'
import { IconKey } from '../kit/icons.ts'
import { ItemList } from '../kit/itemList.tsx'
import { Columns } from '../kit/layout.tsx'
import { Loading } from '../kit/loading.tsx'
import { ProblemView } from '../kit/problemView.tsx'
import { Secret } from '../kit/secret.tsx'
import { Card } from '../kit/section.tsx'
import { Confirm } from '../kit/sheet.tsx'
import { t } from '../words.ts'
import { account } from './asking.ts'
import type { Token } from './contract.ts'

/** Keys with which another system may ask in this account's name. */
export const Tokens = () => (
  <Columns least="large">
    <Card title={t('web.tokens.title')} lead={t('web.tokens.lead')}>
      <TokenList />
    </Card>
    <Card title={t('web.tokens.new')}>
      <NewToken />
    </Card>
  </Columns>
)

function TokenList() {
  const { data, problem, pending, retry } = account.useAsk('tokens')
  const revoke = account.useTell('revokeToken')
  const [chosen, setChosen] = useState<Token>()
  if (pending) return <Loading count={2} />
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} /> : null
  if (data.tokens.length === 0)
    return (
      <Empty icon={IconKey} title={t('web.tokens.none')}>
        {t('web.tokens.noneHint')}
      </Empty>
    )
  return (
    <>
      {revoke.problem && <Notice tone="bad">{revoke.problem.message}</Notice>}
      <ItemList
        items={data.tokens.map((token) => ({
          key: token.tokenId,
          title: token.name,
          note: t(token.lastUsedAt ? 'web.tokens.used' : 'web.tokens.unused', {
            expires: formatDay(token.expiresOn),
            at: token.lastUsedAt ? formatInstant(token.lastUsedAt) : '',
          }),
          action: (
            <Button small kind="danger" onPress={() => setChosen(token)}>
              {t('web.tokens.revoke')}
            </Button>
          ),
        }))}
      />
      <Confirm
        open={chosen !== undefined}
        danger
        title={t('web.tokens.revokeTitle')}
        action={t('web.tokens.revoke')}
        pending={revoke.pending}
        onClose={() => setChosen(undefined)}
        onConfirm={() => chosen && void revoke.tell({ tokenId: chosen.tokenId }).then(() => setChosen(undefined))}
      >
        {t('web.tokens.revokeWords', { name: chosen?.name ?? '' })}
      </Confirm>
    </>
  )
}

function NewToken() {
  const [name, setName] = useState('')
  const [expiresOn, setExpiresOn] = useState('')
  const [made, setMade] = useState<string>()
  const create = account.useTell('createToken')
  const done = ({ token }: { token: string }) => {
    setMade(token)
    setName('')
  }
  return (
    <Form problem={create.problem} onSend={() => void create.tell({ name, expiresOn }, done)}>
      {made && (
        <>
          <Notice tone="warn">{t('web.tokens.once')}</Notice>
          <Secret value={made} label={t('web.tokens.value')} />
        </>
      )}
      <TextField
        label={t('web.tokens.name')}
        hint={t('web.tokens.nameHint')}
        value={name}
        onChange={setName}
        error={create.problem?.of('name')}
        required
      />
      <DateField
        label={t('web.tokens.expiresOn')}
        value={expiresOn}
        onChange={setExpiresOn}
        error={create.problem?.of('expiresOn')}
        required
      />
      <Button kind="primary" type="submit" pending={create.pending}>
        {t('web.tokens.create')}
      </Button>
    </Form>
  )
}

import { Button } from '../kit/button.tsx'
import { RadioCards } from '../kit/choices.tsx'
import { DescriptionList } from '../kit/descriptionList.tsx'
import { IconLogout } from '../kit/icons.ts'
import { Columns } from '../kit/layout.tsx'
import { Page } from '../kit/page.tsx'
import { Card } from '../kit/section.tsx'
import { Tabs } from '../kit/tabs.tsx'
import { toast } from '../kit/toast.tsx'
import { type Scheme, chooseScheme, useScheme } from '../scheme.ts'
import { t } from '../words.ts'
import { LanguagePicker } from './languagePicker.tsx'
import { PasswordForm } from './passwordForm.tsx'
import { Sessions } from './sessions.tsx'
import { signOut, useMe } from './session.ts'
import { Tokens } from './tokens.tsx'

const schemes: readonly Scheme[] = ['auto', 'light', 'dark']

export default function Account() {
  const me = useMe()
  return (
    <Page
      title={t('web.account.title')}
      lead={me.account.name}
      actions={
        <Button icon={IconLogout} onPress={() => void signOut()}>
          {t('web.account.signOut')}
        </Button>
      }
    >
      <Tabs
        label={t('web.account.title')}
        tabs={[
          { key: 'saya', label: t('web.account.me'), content: () => <Mine /> },
          { key: 'keamanan', label: t('web.account.security'), content: () => <Security /> },
          { key: 'token', label: t('web.account.tokens'), content: () => <Tokens /> },
        ]}
      />
    </Page>
  )
}

function Mine() {
  const me = useMe()
  const scheme = useScheme()
  const roles = me.roles.map((r) => t(`web.role.${r.role}`) + (r.unitName ? ` – ${r.unitName}` : ''))
  return (
    <Columns least="large">
      <Card title={t('web.account.identity')}>
        <DescriptionList
          facts={[
            { label: t('web.account.name'), value: me.account.name },
            { label: t('web.account.roles'), value: roles.join('; ') || undefined },
            { label: t('web.account.city'), value: me.city.name },
            ...(me.version ? [{ label: t('web.account.version'), value: me.version }] : []),
          ]}
        />
      </Card>
      <Card title={t('web.account.look')}>
        <LanguagePicker />
        <RadioCards
          label={t('web.account.scheme')}
          value={scheme}
          onChange={(next) => chooseScheme(next as Scheme)}
          options={schemes.map((one) => ({ value: one, label: t(`web.scheme.${one}`) }))}
        />
      </Card>
    </Columns>
  )
}

const Security = () => (
  <Columns least="large">
    <Card title={t('web.password.title')}>
      <PasswordForm onDone={() => toast({ words: t('web.password.changed'), tone: 'good' })} />
    </Card>
    <Card title={t('web.sessions.title')} lead={t('web.sessions.lead')}>
      <Sessions />
    </Card>
  </Columns>
)

import { useParams } from '@tanstack/react-router'
import { useMe } from '../../../web/account/session.ts'
import { Page } from '../../../web/kit/page.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconScale } from '../../../web/kit/icons.ts'
import { t } from '../../../web/words.ts'
import { index } from './asking.ts'
import { PersonAnswer } from './personAnswer.tsx'
import { useYear } from './years.tsx'

/** `/indeks/saya`: the reader's own index, also without a network. */
export function MyIndex() {
  const year = useYear()
  const asked = index.useAsk('mine', year)
  return <PersonAnswer asked={asked} mine />
}

/** `/indeks/$personId`: the index of somebody the reader may see. */
function TheirIndex({ personId }: { personId: string }) {
  const year = useYear()
  const asked = index.useAsk('person', { personId, ...year })
  return <PersonAnswer asked={asked} mine={false} />
}

export default function PersonIndexPage() {
  const me = useMe()
  const { personId } = useParams({ strict: false }) as { personId?: string }
  if (personId !== undefined && Number(personId) !== me.account.personId) return <TheirIndex personId={personId} />
  if (me.account.personId !== null) return <MyIndex />
  return (
    <Page title={t('index.person.mine')}>
      <Empty icon={IconScale} title={t('index.person.nobody')}>
        {t('index.person.nobodyHint')}
      </Empty>
    </Page>
  )
}

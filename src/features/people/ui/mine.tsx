import { useMe } from '../../../web/account/session.ts'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconUserCircle } from '../../../web/kit/icons.ts'
import { Page } from '../../../web/kit/page.tsx'
import { t } from '../../../web/words.ts'
import { PersonScreen } from './personScreen.tsx'

export default function Mine() {
  const { personId } = useMe().account
  if (personId !== null) return <PersonScreen personId={personId} mine />
  return (
    <Page title={t('people.mine.title')}>
      <Empty icon={IconUserCircle} title={t('people.mine.nobody')}>
        {t('people.mine.nobody-hint')}
      </Empty>
    </Page>
  )
}

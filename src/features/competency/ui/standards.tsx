import { may, useMe } from '../../../web/account/session.ts'
import { Page } from '../../../web/kit/page.tsx'
import { Tabs } from '../../../web/kit/tabs.tsx'
import { t } from '../../../web/words.ts'
import { DictionaryTab } from './dictionaryTab.tsx'
import { PostsTab } from './postsTab.tsx'
import { RuleSetsTab } from './ruleSetsTab.tsx'
import { StandardTable } from './standardTable.tsx'

/** `/kompetensi/standar`: what every kind of post requires, and what the words mean. */
export default function StandardsPage() {
  const manages = may(useMe(), 'competency.standards')
  return (
    <Page title={t('competency.standard.title')} lead={t('competency.standard.lead')}>
      <Tabs
        label={t('competency.standard.title')}
        tabs={[
          { key: 'tabel', label: t('competency.standard.table'), content: () => <StandardTable /> },
          { key: 'kamus', label: t('competency.dictionary.title'), content: () => <DictionaryTab /> },
          ...(manages
            ? [
                { key: 'jabatan', label: t('competency.posts.title'), content: () => <PostsTab /> },
                { key: 'aturan', label: t('competency.rules.title'), content: () => <RuleSetsTab /> },
              ]
            : []),
        ]}
      />
    </Page>
  )
}

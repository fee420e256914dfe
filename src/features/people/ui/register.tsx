import { may, useMe } from '../../../web/account/session.ts'
import { Button } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconAlertTriangle, IconFileUpload, IconUsers } from '../../../web/kit/icons.ts'
import { Page } from '../../../web/kit/page.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import { conflicts, people } from './asking.ts'
import { personPath, registerColumns } from './registerColumns.tsx'
import { RegisterFilters, filterNames } from './registerFilters.tsx'

export default function Register() {
  const list = people.useList('register', { filters: filterNames, sort: 'name' })
  return (
    <Page
      title={t('people.register.title')}
      lead={list.data ? t('people.register.count', { n: list.total }) : t('people.register.lead')}
      actions={<ConflictsWaiting />}
    >
      <Table
        caption={t('people.register.title')}
        columns={registerColumns()}
        list={list}
        rowKey={(p) => p.personId}
        rowTo={(p) => personPath(p.personId)}
        filters={<RegisterFilters list={list} />}
        exports
        empty={<NobodyYet />}
      />
    </Page>
  )
}

function ConflictsWaiting() {
  const mayDecide = may(useMe(), 'people.correct')
  const { data } = conflicts.useAsk('list', { limit: 1 }, { when: mayDecide })
  if (!data || data.total === 0) return null
  return (
    <Button to="/konflik" icon={IconAlertTriangle}>
      {t('people.register.conflicts', { n: data.total })}
    </Button>
  )
}

function NobodyYet() {
  const mayImport = may(useMe(), 'people.import')
  return (
    <Empty
      icon={IconUsers}
      title={t('people.register.empty')}
      action={
        mayImport && (
          <Button kind="primary" to="/impor" icon={IconFileUpload}>
            {t('people.register.import')}
          </Button>
        )
      }
    >
      {t(mayImport ? 'people.register.empty-import' : 'people.register.empty-ask')}
    </Empty>
  )
}

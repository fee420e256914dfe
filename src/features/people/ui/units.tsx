import { useState } from 'react'
import { may, useMe } from '../../../web/account/session.ts'
import { formatNumber } from '../../../web/formats.ts'
import { Button } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconBuilding, IconFileUpload } from '../../../web/kit/icons.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { SearchField } from '../../../web/kit/search.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { type Branch, Tree } from '../../../web/kit/tree.tsx'
import { t } from '../../../web/words.ts'
import { people } from './asking.ts'
import { type UnitLine, matchingUnits } from './unitTree.ts'

export default function Units() {
  const { data, problem, retry } = people.useAsk('units')
  const [search, setSearch] = useState('')
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} page /> : <Loading kind="page" />
  const shown = matchingUnits(data.units, search)
  return (
    <Page
      title={t('people.units.title')}
      lead={data.units.length > 0 ? t('people.units.lead', { n: data.units.length }) : undefined}
    >
      {data.units.length === 0 ? (
        <NoUnits />
      ) : (
        <>
          <SearchField label={t('people.units.search')} value={search} onChange={setSearch} />
          <Card>
            {shown.length === 0 ? (
              <Empty title={t('people.units.nothing')} icon={IconBuilding} />
            ) : (
              <Tree
                key={search}
                branches={branchesOf(shown, null)}
                open={search === '' ? 1 : 9}
                opens={(branch) => t('people.units.open', { name: branch.label })}
              />
            )}
          </Card>
        </>
      )}
    </Page>
  )
}

function NoUnits() {
  const mayImport = may(useMe(), 'people.import')
  return (
    <Empty
      icon={IconBuilding}
      title={t('people.units.empty')}
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

const branchesOf = (units: readonly UnitLine[], parentId: number | null): Branch[] =>
  units
    .filter((unit) => unit.parentId === parentId)
    .map((unit) => ({
      key: unit.unitId,
      label: unit.name,
      to: `/unit/${unit.unitId}`,
      note: formatNumber(unit.persons),
      children: branchesOf(units, unit.unitId),
    }))

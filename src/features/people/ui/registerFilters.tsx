import type { ListState } from '../../../web/lists.ts'
import type { Option } from '../../../web/kit/choices.tsx'
import { Filters } from '../../../web/kit/filters.tsx'
import { t } from '../../../web/words.ts'
import { echelons, functionalLevels } from '../national/codes/rules.ts'
import { grade, gradesInOrder } from '../naming/rules.ts'
import { officesAmong } from '../unit/rules.ts'
import { type RegisterLine, people } from './asking.ts'
import { postKindName } from './values.ts'

const chosen = ['unitId', 'employment', 'postKind', 'echelonCode', 'functionalLevel', 'gradeCode', 'status'] as const
type Chosen = (typeof chosen)[number]
export const filterNames = ['search', ...chosen] as const

const labels: Record<Chosen, string> = {
  unitId: 'people.column.unit',
  employment: 'people.column.employment',
  postKind: 'people.filter.post-kind',
  echelonCode: 'people.column.echelon',
  functionalLevel: 'people.column.functional-level',
  gradeCode: 'people.column.grade',
  status: 'people.filter.status',
}

export function RegisterFilters({ list }: { list: ListState<RegisterLine> }) {
  const options = useOptions(list.filters.unitId)
  return (
    <Filters
      list={list}
      search={{ name: 'search', label: t('people.register.search') }}
      by={chosen.map((name) => ({
        name,
        label: t(labels[name]),
        from: options[name],
        ...(name === 'status' ? { none: t('people.filter.active') } : {}),
      }))}
    />
  )
}

const named = (rows: readonly { code: string; name: string }[]): Option[] =>
  rows.map(({ code, name }) => ({ value: code, label: name }))

function useOptions(unitId: string | undefined): Record<Chosen, readonly Option[]> {
  const { data } = people.useAsk('units')
  return {
    unitId: officesAmong(data?.units ?? [], unitId).map((unit) => ({ value: String(unit.unitId), label: unit.name })),
    employment: ['PNS', 'CPNS', 'PPPK'].map((value) => ({ value, label: value })),
    postKind: ['structural', 'functional', 'general'].map((value) => ({ value, label: postKindName(value) })),
    echelonCode: named(echelons.rows.filter((row) => row.code !== '00' && row.code !== '99')),
    functionalLevel: named(functionalLevels.rows),
    gradeCode: named(gradesInOrder.map((code) => ({ code, name: grade(code)?.name ?? code }))),
    status: ['inactive', 'all'].map((value) => ({ value, label: t(`people.filter.${value}`) })),
  }
}

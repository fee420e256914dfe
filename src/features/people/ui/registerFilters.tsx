import { useState } from 'react'
import type { ListState } from '../../../web/lists.ts'
import { Button } from '../../../web/kit/button.tsx'
import { type Option, SelectField } from '../../../web/kit/choices.tsx'
import { IconFilter, IconX } from '../../../web/kit/icons.ts'
import { Row } from '../../../web/kit/layout.tsx'
import { SearchField } from '../../../web/kit/search.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { t } from '../../../web/words.ts'
import { echelons, functionalLevels } from '../national/codes/rules.ts'
import { grade, gradesInOrder } from '../naming/rules.ts'
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

/** Search stands open; the rest waits behind one button, with what is chosen in sight. */
export function RegisterFilters({ list }: { list: ListState<RegisterLine> }) {
  const [open, setOpen] = useState(false)
  const options = useOptions(list.filters.unitId)
  const active = chosen.filter((name) => list.filters[name])
  return (
    <>
      <SearchField
        label={t('people.register.search')}
        value={list.filters.search ?? ''}
        onChange={(words) => list.setFilter('search', words)}
      />
      <Row>
        <Button icon={IconFilter} onPress={() => setOpen(true)}>
          {active.length > 0 ? t('people.filter.open-n', { n: active.length }) : t('people.filter.open')}
        </Button>
        {active.map((name) => (
          <Button key={name} small icon={IconX} onPress={() => list.setFilter(name, '')}>
            {t('people.filter.remove', { what: nameOf(options[name], list.filters[name]) })}
          </Button>
        ))}
      </Row>
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title={t('people.filter.title')}
        footer={
          <>
            <Button onPress={list.clearFilters}>{t('web.table.clearFilters')}</Button>
            <Button kind="primary" onPress={() => setOpen(false)}>
              {t('people.filter.show', { n: list.total })}
            </Button>
          </>
        }
      >
        {chosen.map((name) => (
          <SelectField
            key={name}
            label={t(labels[name])}
            none={t(name === 'status' ? 'people.filter.active' : 'people.filter.all')}
            value={list.filters[name] ?? ''}
            onChange={(value) => list.setFilter(name, value)}
            options={options[name]}
          />
        ))}
      </Sheet>
    </>
  )
}

const nameOf = (options: readonly Option[], value: string | undefined) =>
  options.find((option) => option.value === value)?.label ?? value ?? ''

const named = (rows: readonly { code: string; name: string }[]): Option[] =>
  rows.map(({ code, name }) => ({ value: code, label: name }))

function useOptions(unitId: string | undefined): Record<Chosen, readonly Option[]> {
  const { data } = people.useAsk('units')
  const units = data?.units ?? []
  const tops = new Set(units.filter((unit) => unit.parentId === null).map((unit) => unit.unitId))
  // Offices are enough to choose from; a deeper unit comes here by a link from its own page.
  const offices = units.filter(
    (unit) => tops.has(unit.unitId) || tops.has(unit.parentId ?? 0) || String(unit.unitId) === unitId,
  )
  return {
    unitId: offices.map((unit) => ({ value: String(unit.unitId), label: unit.name })),
    employment: ['PNS', 'CPNS', 'PPPK'].map((value) => ({ value, label: value })),
    postKind: ['structural', 'functional', 'general'].map((value) => ({ value, label: postKindName(value) })),
    echelonCode: named(echelons.rows.filter((row) => row.code !== '00' && row.code !== '99')),
    functionalLevel: named(functionalLevels.rows),
    gradeCode: named(gradesInOrder.map((code) => ({ code, name: grade(code)?.name ?? code }))),
    status: ['inactive', 'all'].map((value) => ({ value, label: t(`people.filter.${value}`) })),
  }
}

import { useMe } from '../../../web/account/session.ts'
import { people } from './asking.ts'
import { valueIn } from './values.ts'

const namesUnit = ['unitNationalId', 'parentNationalId', 'unitId', 'parentId']

/** `valueIn`, which also calls a unit by its name where the reader may see that unit. */
export function useValueIn(): typeof valueIn {
  const { data } = people.useAsk('units')
  return (kind, field, value) => {
    const unit = namesUnit.includes(field) && data?.units.find((u) => u.nationalId === value || u.unitId === value)
    return unit ? unit.name : valueIn(kind, field, value)
  }
}

/** A unit's national id, which corrections speak of; null until it is known. */
export function useNationalId(unitId: number | undefined): string | null {
  const { data } = people.useAsk('units')
  return data?.units.find((unit) => unit.unitId === unitId)?.nationalId ?? null
}

/** Whether the reader may open a unit: somebody's office can stand above what a supervisor sees. */
export function useOpensUnit(): (unitId: number) => boolean {
  const everywhere = useMe().permissions['people.read'] === 'city'
  const { data } = people.useAsk('units', {}, { when: !everywhere })
  return (unitId) => everywhere || (data?.units.some((unit) => unit.unitId === unitId) ?? false)
}

import { formatDay, formatNumber } from '../../../web/formats.ts'
import { t } from '../../../web/words.ts'
import {
  type Coded,
  echelon,
  educationLevel,
  functionalLevel,
  grade,
  legalStatus,
  predicate,
  sanctionType,
  trainingType,
} from '../naming/rules.ts'

const names: Readonly<Record<string, (code: string | null) => Coded | null>> = {
  statusCode: legalStatus,
  educationCode: educationLevel,
  levelCode: educationLevel,
  gradeCode: grade,
  echelonCode: echelon,
  functionalLevel,
}

/** What a code of these fields is called, by the words of the screens. */
const worded: Readonly<Record<string, string>> = {
  sex: 'people.sex',
  postKind: 'people.post-kind',
  result: 'people.expectation',
  behaviour: 'people.expectation',
  level: 'people.sanction-level',
}

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value)

/** A field's value the way a reader says it: codes by name, days in words. `kind` tells two fields of one name apart. */
export function valueIn(kind: string, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return t(value ? 'people.yes' : 'people.no')
  const text = String(value)
  if (field === 'typeCode') return (kind === 'sanction' ? sanctionType : trainingType)(text)?.name ?? text
  if (field === 'predicate') return predicate(Number(value))?.name ?? text
  if (field === 'kind') return t(`people.training-kind.${text}`)
  const name = names[field]?.(text)
  if (name) return name.name
  const words = worded[field]
  if (words) return t(`${words}.${text}`)
  if (typeof value === 'number') return field === 'year' ? text : formatNumber(value)
  return isDay(text) ? formatDay(text) : text
}

/** Other features bring kinds and fields of their own: what has no words here is said as it is called. */
const named = (group: string, name: string): string => {
  const key = `people.${group}.${name}`
  const words = t(key)
  return words === key ? name : words
}

export const fieldName = (field: string): string => named('field', field)
export const kindName = (kind: string): string => named('record', kind)
export const postKindName = (kind: string): string => t(`people.post-kind.${kind}`)
export const sexName = (sex: string): string => t(`people.sex.${sex}`)

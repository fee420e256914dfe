import { type Option, SelectField } from '../../../web/kit/choices.tsx'
import type { FieldProps } from '../../../web/kit/control.tsx'
import { DateField, TextField } from '../../../web/kit/fields.tsx'
import { t } from '../../../web/words.ts'
import {
  certificateClasses,
  contractGrades,
  echelons,
  educationLevels,
  functionalLevels,
  grades,
  legalStatuses,
  predicates,
  sanctionTypes,
  structuralTrainings,
  trainingTypes,
} from '../national/codes/rules.ts'
import { people } from './asking.ts'
import { valueIn } from './values.ts'

interface Row {
  code: string
  name: string
}

const tables: Readonly<Record<string, readonly Row[]>> = {
  statusCode: legalStatuses.rows,
  educationCode: educationLevels.rows,
  levelCode: educationLevels.rows,
  echelonCode: echelons.rows,
  functionalLevel: functionalLevels.rows,
  structuralCode: structuralTrainings.rows,
  certificateClass: certificateClasses.rows,
  predicate: predicates.rows,
}

const choices: Readonly<Record<string, readonly string[]>> = {
  sex: ['M', 'F'],
  postKind: ['structural', 'functional', 'general'],
  result: ['1', '2', '3'],
  behaviour: ['1', '2', '3'],
  level: ['R', 'S', 'B'],
  kind: ['course', 'structural'],
  first: ['true', 'false'],
}

/** The values a field can have, by name; undefined where it is written freely. */
export function optionsOf(kind: string, field: string, employment: string): readonly Option[] | undefined {
  const rows =
    field === 'typeCode'
      ? (kind === 'sanction' ? sanctionTypes : trainingTypes).rows
      : field === 'gradeCode'
        ? (employment === 'PPPK' ? contractGrades : grades).rows
        : tables[field]
  if (rows) return rows.map(({ code, name }) => ({ value: code, label: name }))
  if (field === 'employment')
    return (employment === 'PPPK' ? ['PPPK'] : ['PNS', 'CPNS']).map((value) => ({ value, label: value }))
  if (field === 'first')
    return choices.first?.map((value) => ({ value, label: valueIn(kind, field, value === 'true') }))
  return choices[field]?.map((value) => ({ value, label: valueIn(kind, field, value) }))
}

export interface FieldInputProps extends FieldProps {
  kind: string
  field: string
  employment: string
}

/** The control that fits a field of the register: a calendar, a list of codes, a unit, or a line of text. */
export function FieldInput({ kind, field, employment, ...wiring }: FieldInputProps) {
  const options = optionsOf(kind, field, employment)
  if (options) return <SelectField {...wiring} options={options} none={t('people.choose')} />
  if (field === 'unitNationalId') return <UnitField {...wiring} />
  return field.endsWith('On') ? <DateField {...wiring} /> : <TextField {...wiring} maxLength={250} />
}

function UnitField(wiring: FieldProps) {
  const { data } = people.useAsk('units')
  const options = (data?.units ?? []).flatMap(({ nationalId, name }) =>
    nationalId === null ? [] : [{ value: nationalId, label: name }],
  )
  return <SelectField {...wiring} options={options} none={t('people.choose')} />
}

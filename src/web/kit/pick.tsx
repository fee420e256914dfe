import { Select } from '@mantine/core'
import { t } from '../words.ts'
import type { Option } from './choices.tsx'
import type { FieldProps } from './control.tsx'
import { Mantine } from './mantine.tsx'
import styles from './fields.module.css'

export interface PickFieldProps extends FieldProps {
  options: readonly Option[]
  /** For options that come from the server: called with what is typed. */
  onSearch?: (words: string) => void
  clearable?: boolean
}

/** One of a long list, found by typing. Much heavier than `SelectField`: only where there are dozens. */
export const PickField = (props: PickFieldProps) => (
  <Mantine>
    <Select
      label={props.label}
      description={props.hint}
      error={props.error}
      required={props.required}
      disabled={props.disabled}
      withAsterisk={false}
      searchable
      size="md"
      clearable={props.clearable}
      limit={100}
      nothingFoundMessage={t('web.field.nothingFound')}
      clearButtonProps={{ 'aria-label': t('web.clear') }}
      classNames={{ label: styles.label, description: styles.hint, error: styles.error, input: styles.input }}
      data={[...props.options]}
      value={props.value === '' ? null : props.value}
      onChange={(value) => props.onChange(value ?? '')}
      onSearchChange={props.onSearch}
      filter={props.onSearch ? ({ options }) => options : undefined}
    />
  </Mantine>
)

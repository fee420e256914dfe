import { useState } from 'react'
import type { ListState } from '../lists.ts'
import { formatDay } from '../formats.ts'
import { t } from '../words.ts'
import { Button } from './button.tsx'
import { type Option, SelectField } from './choices.tsx'
import { DateField } from './fields.tsx'
import styles from './filters.module.css'
import { IconFilter, IconX } from './icons.ts'
import { Unseen } from './layout.tsx'
import { SearchField } from './search.tsx'
import { Sheet } from './sheet.tsx'

export interface Filter {
  /** The list's own name of it. */
  name: string
  label: string
  /** What can be chosen; `day` asks for a day, `link` comes by a link and can only be taken away here. */
  from: readonly Option[] | 'day' | 'link'
  /** What the list shows without a choice; "all" unless something else is meant. */
  none?: string
  /** How the choice is called where it stands alone; else its option's own words. */
  chosen?: (words: string) => string
}

export interface FiltersProps {
  list: Pick<ListState<unknown>, 'filters' | 'setFilter' | 'clearFilters' | 'total'>
  search?: { name: string; label: string; placeholder?: string }
  by: readonly Filter[]
}

/** Search stands open; the rest waits behind one button, with what is chosen in sight. */
export function Filters({ list, search, by }: FiltersProps) {
  const [open, setOpen] = useState(false)
  const active = by.filter(({ name }) => list.filters[name])
  return (
    <>
      {search && (
        <SearchField
          label={search.label}
          placeholder={search.placeholder}
          value={list.filters[search.name] ?? ''}
          onChange={(words) => list.setFilter(search.name, words)}
        />
      )}
      <div className={styles.line} data-line="true">
        <Button icon={IconFilter} onPress={() => setOpen(true)}>
          {active.length > 0 ? t('web.filter.open-n', { n: active.length }) : t('web.filter.open')}
        </Button>
        {active.map((filter) => (
          <Button key={filter.name} small icon={IconX} onPress={() => list.setFilter(filter.name, '')}>
            <Unseen>{t('web.filter.remove')} </Unseen>
            {wordsOf(filter, list.filters[filter.name] ?? '')}
          </Button>
        ))}
      </div>
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title={t('web.filter.title')}
        footer={
          <>
            <Button onPress={list.clearFilters}>{t('web.table.clearFilters')}</Button>
            <Button kind="primary" onPress={() => setOpen(false)}>
              {t('web.filter.show', { n: list.total })}
            </Button>
          </>
        }
      >
        {by.map((filter) => (
          <Field key={filter.name} filter={filter} list={list} />
        ))}
      </Sheet>
    </>
  )
}

function Field({ filter: { name, label, from, none }, list }: { filter: Filter; list: FiltersProps['list'] }) {
  if (from === 'link') return null
  const bound = { label, value: list.filters[name] ?? '', onChange: (value: string) => list.setFilter(name, value) }
  if (from === 'day') return <DateField {...bound} />
  return <SelectField {...bound} none={none ?? t('web.filter.all')} options={from} />
}

function wordsOf({ label, from, chosen }: Filter, value: string): string {
  if (from === 'link') return label
  if (from === 'day') return `${label} ${formatDay(value)}`
  const words = from.find((option) => option.value === value)?.label ?? value
  return chosen?.(words) ?? words
}

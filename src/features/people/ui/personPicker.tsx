import { useState } from 'react'
import { RadioCards } from '../../../web/kit/choices.tsx'
import { SearchField } from '../../../web/kit/search.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { t } from '../../../web/words.ts'
import { placeInWords } from '../unit/rules.ts'
import { people } from './asking.ts'

interface Props {
  label: string
  /** The chosen person's number, as text. */
  value: string
  onChange: (personId: string) => void
  except: number
}

const fewestLetters = 2

/** One person of the register, found by typing. */
export function PersonPicker({ label, value, onChange, except }: Props) {
  const [search, setSearch] = useState('')
  const asks = search.length >= fewestLetters
  const { data } = people.useAsk('search', { search }, { when: asks })
  const found = (data?.persons ?? []).filter((person) => person.personId !== except)
  return (
    <>
      <SearchField label={t('people.register.search')} value={search} onChange={setSearch} />
      {asks && data && found.length === 0 && <Text quiet>{t('people.search.nothing')}</Text>}
      {found.length > 0 && (
        <RadioCards
          label={label}
          value={value}
          onChange={onChange}
          options={found.map(({ personId, fullName, postTitle, unitName }) => ({
            value: String(personId),
            label: fullName,
            hint: placeInWords(postTitle, unitName),
          }))}
        />
      )}
    </>
  )
}

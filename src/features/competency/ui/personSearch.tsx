import { type ReactNode, useState } from 'react'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { SearchField } from '../../../web/kit/search.tsx'
import { t } from '../../../web/words.ts'
import { placeInWords } from '../../people/unit/rules.ts'
import { people } from './asking.ts'

const leastLetters = 2

export interface PersonSearchProps {
  label: string
  action: (person: { personId: number; name: string }) => ReactNode
}

/** Finds a person by name, NIP or post. */
export function PersonSearch({ label, action }: PersonSearchProps) {
  const [search, setSearch] = useState('')
  const asks = search.length >= leastLetters
  const { data, problem, pending, retry } = people.useAsk('search', { search }, { when: asks })
  return (
    <>
      <SearchField label={label} value={search} onChange={setSearch} />
      {asks && pending && <Loading count={2} />}
      {problem && <ProblemView problem={problem} onRetry={retry} />}
      {asks && data?.persons.length === 0 && <Text quiet>{t('web.field.nothingFound')}</Text>}
      {asks && (
        <ItemList
          items={(data?.persons ?? []).map(({ personId, fullName, nip, postTitle, unitName }) => ({
            key: personId,
            title: fullName,
            note: [nip, placeInWords(postTitle, unitName)].filter(Boolean).join(' · '),
            action: action({ personId, name: fullName }),
          }))}
        />
      )}
    </>
  )
}

import { useState } from 'react'
import { useMe } from '../../../web/account/session.ts'
import { Button } from '../../../web/kit/button.tsx'
import { type Item, ItemList } from '../../../web/kit/itemList.tsx'
import { Stack, Text } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { SearchField } from '../../../web/kit/search.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { t } from '../../../web/words.ts'
import { placeInWords } from '../unit/rules.ts'
import { people } from './asking.ts'

const fewestLetters = 2

/** Persons and units by a few letters, from any screen. */
export default function Finder({ onClose }: { onClose: () => void }) {
  const [search, setSearch] = useState('')
  const asks = search.length >= fewestLetters
  const { data, problem, retry } = people.useAsk('search', { search }, { when: asks })
  const found = asks ? data : undefined
  const nothing = found && found.persons.length + found.units.length === 0
  return (
    <Sheet open onClose={onClose} title={t('people.search.title')} kind="box">
      <SearchField label={t('people.search.label')} value={search} onChange={setSearch} first />
      <div aria-live="polite">
        {!asks && <Text quiet>{t('people.search.hint')}</Text>}
        {nothing && <Text>{t('people.search.nothing')}</Text>}
      </div>
      {problem && <ProblemView problem={problem} onRetry={retry} />}
      {found && !nothing && (
        <Stack>
          <Group label={t('people.search.persons')} items={found.persons.map((one) => personItem(one, onClose))} />
          <Group label={t('people.search.units')} items={found.units.map((one) => unitItem(one, onClose))} />
        </Stack>
      )}
      {asks && <InRegister search={search} onClose={onClose} />}
    </Sheet>
  )
}

const Group = ({ label, items }: { label: string; items: readonly Item[] }) =>
  items.length > 0 && (
    <div>
      <Text quiet>{label}</Text>
      <ItemList items={items} />
    </div>
  )

interface Found {
  personId: number
  nip: string
  fullName: string
  postTitle: string | null
  unitName: string | null
}

const personItem = ({ personId, nip, fullName, postTitle, unitName }: Found, onPress: () => void): Item => ({
  key: personId,
  title: (
    <Link to={`/pegawai/${personId}`} onPress={onPress}>
      {fullName}
    </Link>
  ),
  note: [nip, placeInWords(postTitle, unitName)].filter(Boolean).join(' · '),
})

const unitItem = (unit: { unitId: number; name: string; parentName: string | null }, onPress: () => void): Item => ({
  key: unit.unitId,
  title: (
    <Link to={`/unit/${unit.unitId}`} onPress={onPress}>
      {unit.name}
    </Link>
  ),
  note: unit.parentName,
})

function InRegister({ search, onClose }: { search: string; onClose: () => void }) {
  const scope = useMe().permissions['people.read']
  if (scope !== 'city' && scope !== 'office') return null
  return (
    <Button kind="quiet" to="/pegawai" search={{ search }} onPress={onClose}>
      {t('people.search.all')}
    </Button>
  )
}

import { useState } from 'react'
import { RadioCards } from '../kit/choices.tsx'
import { Row, Text } from '../kit/layout.tsx'
import { Button } from '../kit/button.tsx'
import { IconX } from '../kit/icons.ts'
import { SearchField } from '../kit/search.tsx'
import { t } from '../words.ts'
import { accounts } from './asking.ts'

export interface ChosenUnit {
  unitId: number
  name: string
}

/** One unit, found by typing. */
export function UnitField({
  value,
  onChange,
}: {
  value: ChosenUnit | null
  onChange: (unit: ChosenUnit | null) => void
}) {
  const [search, setSearch] = useState('')
  const { data } = accounts.useAsk('units', { search }, { when: search.length >= 2 })
  if (value)
    return (
      <Row>
        <Text strong>{value.name}</Text>
        <Button small icon={IconX} onPress={() => onChange(null)}>
          {t('web.clear')}
        </Button>
      </Row>
    )
  const found = search.length >= 2 ? (data?.units ?? []) : []
  return (
    <>
      <SearchField label={t('web.accounts.find-unit')} value={search} onChange={setSearch} />
      {search.length >= 2 && data && found.length === 0 && <Text quiet>{t('web.accounts.no-unit-found')}</Text>}
      {found.length > 0 && (
        <RadioCards
          label={t('web.accounts.unit')}
          value=""
          onChange={(chosen) => onChange(found.find((unit) => String(unit.unitId) === chosen) ?? null)}
          options={found.slice(0, 8).map((unit) => ({ value: String(unit.unitId), label: unit.name }))}
        />
      )}
    </>
  )
}

import { useNavigate, useSearch } from '@tanstack/react-router'
import { SelectField } from '../../../web/kit/choices.tsx'
import { t } from '../../../web/words.ts'

/** The year chosen in the URL, as an input of the questions; without one the newest is meant. */
export function useYear(): { year?: string } {
  const { tahun } = useSearch({ strict: false }) as { tahun?: string }
  return tahun ? { year: tahun } : {}
}

/** Another year of the same screen; absent where there is only one. */
export function YearPicker({ years, year }: { years: readonly number[]; year: number | null }) {
  const navigate = useNavigate()
  if (years.length < 2) return null
  return (
    <SelectField
      label={t('index.year')}
      value={String(year ?? '')}
      onChange={(tahun) =>
        void navigate({ to: '.', search: ((now: object) => ({ ...now, tahun })) as never, replace: true })
      }
      options={years.toSorted((a, b) => b - a).map((one) => ({ value: String(one), label: String(one) }))}
    />
  )
}

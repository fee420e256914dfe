import { activeLanguage } from './words.ts'

const locale = () => (activeLanguage() === 'id' ? 'id-ID' : 'en-GB')
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale() + JSON.stringify(options)
  if (!kept.has(key)) kept.set(key, new Intl.DateTimeFormat(locale(), options))
  return kept.get(key) as Intl.DateTimeFormat
}

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${locale()}${JSON.stringify(options)}`
  if (!kept.has(key)) kept.set(key, new Intl.NumberFormat(locale(), options))
  return kept.get(key) as Intl.NumberFormat
}

/** A calendar day (`2026-11-23`) in words: 23 Nov 2026. Days have no time zone. */
export const formatDay = (day: string, month: 'short' | 'long' = 'short'): string =>
  dates({ day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day.slice(0, 10)}T00:00:00Z`))

/** An instant on the reader's clock: 23 Nov 2026, 14.05. */
export const formatInstant = (instant: string): string =>
  dates({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  )

/** A number as the language writes it, with at most `digits` decimals. */
export const formatNumber = (value: number, digits = 1): string =>
  numbers({ maximumFractionDigits: digits }).format(value)

/** A share between 0 and 1 as a percentage. */
export const formatShare = (share: number, digits = 0): string =>
  numbers({ style: 'percent', maximumFractionDigits: digits }).format(share)

/** A size in bytes in the unit a person would choose. */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte']
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  return numbers({ style: 'unit', unit: units[step] ?? 'byte', unitDisplay: 'short', maximumFractionDigits: 1 }).format(
    bytes / 1000 ** step,
  )
}

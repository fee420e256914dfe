declare const day: unique symbol

/** A calendar day as `YYYY-MM-DD`. Days compare with `<` and `>` as text. */
export type Day = string & { readonly [day]: true }

/** The day of these numbers, or undefined where the calendar has no such day (30 February, month 13). */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || date < 1) return undefined
  const lastDate = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (date > lastDate) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day
}

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/
const national = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/

/** Reads `YYYY-MM-DD` and the national `dd-mm-yyyy` (also with `/` or `.`); undefined when it is not a real day. */
export function parseDay(text: string): Day | undefined {
  const trimmed = text.trim()
  const y = iso.exec(trimmed)
  if (y) return dayOf(Number(y[1]), Number(y[2]), Number(y[3]))
  const d = national.exec(trimmed)
  return d ? dayOf(Number(d[3]), Number(d[2]), Number(d[1])) : undefined
}

export const yearOf = (value: Day): number => Number(value.slice(0, 4))

/** The same date some years on or back; 29 February becomes 28 February where the year has none. */
export function addYears(value: Day, years: number): Day {
  const year = yearOf(value) + years
  const month = Number(value.slice(5, 7))
  return (dayOf(year, month, Number(value.slice(8))) ?? dayOf(year, month, 28)) as Day
}

/** The calendar day of an instant in the region's time zone. */
export function dayIn(timeZone: string, at: Date): Day {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, format)
  return format.format(at) as Day
}

// Making a formatter costs more than a small query.
const formats = new Map<string, Intl.DateTimeFormat>()

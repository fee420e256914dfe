import type { Day } from '../shared/dates.ts'

/** Days since 1 January 1970. The generator counts in these: comparing and adding cost nothing. */
export type DayNumber = number

/** The day number of a calendar day; overflowing dates run into the next month. */
export const dayNumber = (year: number, month: number, date: number): DayNumber =>
  Date.UTC(year, month - 1, date) / 86_400_000

export const dayNumberOf = (day: Day): DayNumber =>
  dayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))

/** Year, month and date of a day number (Hinnant's civil-from-days, valid from 1970-03-01 backwards and on). */
export function civil(day: DayNumber): { year: number; month: number; date: number } {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

const two = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))

/** The national form of a date, `dd-mm-yyyy`. */
export function national(day: DayNumber): string {
  const { year, month, date } = civil(day)
  return `${two[date]}-${two[month]}-${year}`
}

/** The form inside an employee number, `YYYYMMDD`. */
export function compact(day: DayNumber): string {
  const { year, month, date } = civil(day)
  return `${year}${two[month]}${two[date]}`
}

export const yearOf = (day: DayNumber): number => civil(day).year

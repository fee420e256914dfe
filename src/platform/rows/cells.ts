import { isDateFormat, serialToDate } from 'hucre'

/** What a number format makes of a number: a day, a day with its time, a time; undefined for a plain number. */
export type Moment = 'day' | 'day and time' | 'time'

/** @param format a format code (`dd/mm/yyyy`) or the number of a built-in one (`14`) */
export function momentOf(format: string): Moment | undefined {
  if (!isDateFormat(format)) return undefined
  const builtIn = Number(format)
  if (Number.isInteger(builtIn)) {
    if (builtIn === 22) return 'day and time'
    return (builtIn >= 18 && builtIn <= 21) || (builtIn >= 45 && builtIn <= 47) ? 'time' : 'day'
  }
  const codes = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase()
  const hasDay = /[yd]/.test(codes)
  const hasTime = /[hs]/.test(codes)
  return hasTime ? (hasDay ? 'day and time' : 'time') : 'day'
}

const two = (n: number) => String(n).padStart(2, '0')

/** The last day a workbook knows, 31 December 9999. */
const lastSerial = 2_958_465

/**
 * A cell's number as text. Days as `dd-mm-yyyy`, as the national service writes them. Whole numbers keep the digits that
 * stand in the file: where a spreadsheet has already rounded an NIP (`1.96608011988031E+17`, `196608011988031000`) the
 * damage must stay visible. Other numbers have the 15 digits a spreadsheet shows.
 */
export function numberText(written: string, moment: Moment | undefined, from1904: boolean): string {
  const number = Number(written)
  if (written.trim() === '' || !Number.isFinite(number)) return written
  if (moment && number >= 0 && number <= lastSerial) return momentText(number, moment, from1904)
  if (/^-?\d+$/.test(written) || Math.abs(number) >= 1e15) return written
  return String(Number(number.toPrecision(15)))
}

function momentText(serial: number, moment: Moment, from1904: boolean): string {
  // Times are binary fractions of a day: to the second, or 08:00 becomes 07:59:59.
  const at = serialToDate(Math.round(serial * 86_400) / 86_400, from1904)
  const seconds = Math.round(at.getTime() / 1000) * 1000
  const exact = new Date(seconds)
  const time = `${two(exact.getUTCHours())}:${two(exact.getUTCMinutes())}:${two(exact.getUTCSeconds())}`
  if (moment === 'time' && serial < 1) return time
  const day = `${two(exact.getUTCDate())}-${two(exact.getUTCMonth() + 1)}-${exact.getUTCFullYear()}`
  return moment === 'day and time' && serial % 1 !== 0 ? `${day} ${time}` : day
}

const isoDay = /^(\d{4})-(\d{2})-(\d{2})(?:T(?:00:00(?::00(?:\.0+)?)?|(\d{2}:\d{2}:\d{2})).*)?$/

/** A cell that holds its date as ISO text (`t="d"`). */
export function isoText(written: string): string {
  const found = isoDay.exec(written)
  if (!found) return written
  const [, year, month, day, time] = found
  return `${day}-${month}-${year}${time ? ` ${time}` : ''}`
}

/** The column of a cell reference, `A1` → 0; -1 where it is none. */
export function columnOf(reference: string): number {
  let column = 0
  let at = 0
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return at > 0 && at <= 3 ? column - 1 : -1
}

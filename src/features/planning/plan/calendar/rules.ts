import { type Day, dayOf } from '../../../../shared/dates.ts'

const dayMs = 86_400_000
const utc = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date)

// 4 January always lies in week 1 (ISO 8601).
const firstMonday = (year: number): number => {
  const fourth = utc(year, 1, 4)
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs
}

const asDay = (at: number): Day => {
  const date = new Date(at)
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())!
}

/** How many ISO weeks a year has: 52 or 53. */
export const weeksIn = (year: number): number => Math.round((firstMonday(year + 1) - firstMonday(year)) / (7 * dayMs))

/** Monday and Friday of an ISO week. */
export const workWeek = (year: number, week: number): { from: Day; to: Day } => {
  const monday = firstMonday(year) + (week - 1) * 7 * dayMs
  return { from: asDay(monday), to: asDay(monday + 4 * dayMs) }
}

/** First and last working day of a session. */
export const daysOf = (
  year: number,
  { firstWeek, weeks }: { firstWeek: number; weeks: number },
): { from: Day; to: Day } => ({ from: workWeek(year, firstWeek).from, to: workWeek(year, firstWeek + weeks - 1).to })

const islamic = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})

/**
 * Weeks with a working day in Ramadan or in the first three days of Syawal, after the Umm al-Qura calendar: a proposal for the
 * weeks without training. The government's decision may differ by a day, and the joint leave is fixed year by year.
 */
export function ramadanWeeks(year: number): number[] {
  const weeks: number[] = []
  for (let week = 1; week <= weeksIn(year); week++) {
    const monday = firstMonday(year) + (week - 1) * 7 * dayMs
    const held = [0, 1, 2, 3, 4].some((n) => {
      const parts = islamic.formatToParts(monday + n * dayMs)
      const value = (type: string) => Number(parts.find((part) => part.type === type)?.value)
      return value('month') === 9 || (value('month') === 10 && value('day') <= 3)
    })
    if (held) weeks.push(week)
  }
  return weeks
}

/** The first and last weeks in which a plan teaches: the budget opens in January and closes in December (D). */
export const teachingWeeks = { first: 4, last: 48 } as const

/**
 * Candidate first weeks for a programme: `count` runs of `weeks` weeks spread evenly over the teaching year, none touching a
 * week in `without`. `turn` moves programmes against each other so that they do not all ask for the same rooms.
 */
export function firstWeeks(count: number, weeks: number, without: readonly number[], turn: number): number[] {
  const free: number[] = []
  for (let week = teachingWeeks.first; week + weeks - 1 <= teachingWeeks.last; week++)
    if (!without.some((w) => w >= week && w < week + weeks)) free.push(week)
  const most = Math.min(count, free.length)
  return Array.from({ length: most }, (_, i) => free[(Math.floor((i * free.length) / most) + turn) % free.length]!)
    .sort((a, b) => a - b)
    .filter((week, i, all) => i === 0 || week !== all[i - 1])
}

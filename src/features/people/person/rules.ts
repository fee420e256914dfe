import { type Day, yearOf } from '../../../shared/dates.ts'
import type { Employment } from '../record/rules.ts'

/** The name as it is written on a letter: `Dr. Siti Aminah, S.E., M.Si.` */
export function fullName(person: { name: string; titleFront: string | null; titleBack: string | null }): string {
  const front = person.titleFront ? `${person.titleFront} ` : ''
  const back = person.titleBack ? `, ${person.titleBack}` : ''
  return `${front}${person.name}${back}`
}

/** Whole years and months from the first day of service until the day; nothing where service has not begun. */
export function timeOfService(since: Day, on: Day): { years: number; months: number } | null {
  if (since > on) return null
  const unfinished = on.slice(8) < since.slice(8) ? 1 : 0
  const months = (yearOf(on) - yearOf(since)) * 12 + Number(on.slice(5, 7)) - Number(since.slice(5, 7)) - unfinished
  return { years: Math.floor(months / 12), months: months % 12 }
}

/** The body of the rule set `JAM_PELAJARAN` (PP 11/2017 art. 203(4), PP 49/2018 art. 40). */
export interface LessonHourRules {
  rules: readonly {
    employment: Employment
    floor: number | null
    ceiling: number | null
    exceptEchelons: readonly string[]
    legalBasis: string
  }[]
}

interface Attended {
  hours: number | null
  endedOn: Day | null
  startedOn: Day | null
  year: number | null
}

/** Lesson hours of the trainings that ended in the year; one without an end counts where it started, else in its stated year. */
export const lessonHoursIn = (trainings: readonly Attended[], year: number): number =>
  trainings
    .filter((t) => ((t.endedOn ?? t.startedOn) ? yearOf((t.endedOn ?? t.startedOn)!) : t.year) === year)
    .reduce((sum, t) => sum + (t.hours ?? 0), 0)

/** `below` the floor, `above` the ceiling, `within`, or `free` where no figure applies. */
export type HoursStanding = 'below' | 'above' | 'within' | 'free'

/** What the law says of a person's lesson hours of a year. The ceiling for PPPK warns; it blocks nothing. */
export function standingOf(
  hours: number,
  person: { employment: Employment; echelonCode: string | null },
  { rules }: LessonHourRules,
): { floor: number | null; ceiling: number | null; standing: HoursStanding; legalBasis: string | null } {
  const rule = rules.find((r) => r.employment === person.employment)
  if (!rule || (person.echelonCode !== null && rule.exceptEchelons.includes(person.echelonCode)))
    return { floor: null, ceiling: null, standing: 'free', legalBasis: rule?.legalBasis ?? null }
  const { floor, ceiling, legalBasis } = rule
  const standing = floor !== null && hours < floor ? 'below' : ceiling !== null && hours > ceiling ? 'above' : 'within'
  return { floor, ceiling, standing, legalBasis }
}

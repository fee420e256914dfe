import { type DayNumber, dayNumber, yearOf } from './calendar.ts'
import type { Job } from './jobs.ts'
import type { Step } from './person.ts'
import type { Random } from './random.ts'

/**
 * The population stands as it was at the beginning of this year, whatever day the data are written for, so that the same
 * seed keeps its employee numbers (and the documented accounts) from one year to the next.
 */
export const anchorYear = 2026

const firstGrade: Record<string, number> = {
  '05': 11,
  '10': 13,
  '15': 21,
  '17': 21,
  '30': 23,
  '40': 31,
  '42': 32,
  '45': 32,
}
const ladder = [11, 12, 13, 14, 21, 22, 23, 24, 31, 32, 33, 34, 41, 42, 43]
/** The age at which a level of education is usually reached. */
export const graduatesAt: Record<string, number> = {
  '05': 12,
  '10': 15,
  '15': 18,
  '17': 18,
  '30': 21,
  '40': 23,
  '42': 25,
  '45': 26,
  '50': 34,
}

/** The steps of an education: school, the level at the appointment, and what was added beside the work. */
export function studiesOf(
  random: Random,
  born: DayNumber,
  start: DayNumber,
  level: string,
  echelon: string | null,
  job: Job | null,
): Step[] {
  const birthYear = yearOf(born)
  const startYear = yearOf(start)
  const steps: Step[] = []
  const reach = (code: string, year: number) => steps.push({ level: code, year })
  if (level > '10') reach(level === '17' ? '17' : '15', birthYear + 18)
  if (level === '42') reach('40', birthYear + 23)
  if (level !== '15' && level !== '17') reach(level, Math.min(startYear - 1, birthYear + graduatesAt[level]!))
  const later = (years: number) => Math.min(anchorYear - 1, startYear + years + random.between(0, 4))
  const working = anchorYear - startYear
  const mustHaveDegree = echelon !== null || (job?.track === 'expert' && level < '40')
  if (level < '40' && (mustHaveDegree || (working > 8 && random.chance(level === '30' ? 0.3 : 0.16))))
    reach('40', later(4))
  const top = steps.at(-1)!.level
  const toMaster = echelon
    ? echelon === '21'
      ? 1
      : echelon < '30'
        ? 0.85
        : echelon < '40'
          ? 0.5
          : 0.22
    : job?.track === 'expert'
      ? 0.07
      : 0.02
  if (top >= '40' && working > 7 && random.chance(toMaster)) reach('45', later(7))
  if (echelon && echelon < '30' && random.chance(0.08) && steps.at(-1)!.level === '45') reach('50', later(13))
  return steps
}

/** Ranks every four years from the rank of the first education up to its ceiling; a head has at least `atLeast`. */
export function gradesOf(
  random: Random,
  start: DayNumber,
  education: Step[],
  atLeast: number,
  expert: boolean,
): { code: string; since: DayNumber }[] {
  const startYear = yearOf(start)
  const first = education.filter((step) => step.year <= startYear).at(-1)?.level ?? education[0]!.level
  const best = education.reduce((top, step) => (step.level > top ? step.level : top), '00')
  const ceiling =
    best >= '45' ? 42 : best >= '40' ? (expert || atLeast ? 42 : 34) : best === '30' ? 33 : best >= '15' ? 32 : 22
  const from = ladder.indexOf(firstGrade[first]!)
  const years = Math.max(1, anchorYear - startYear)
  const needed = atLeast ? ladder.indexOf(atLeast) - from : 0
  const stride = Math.max(1, Math.min(random.chance(0.75) ? 4 : 5, needed > 0 ? Math.floor(years / needed) : 5))
  const grades = [{ code: String(ladder[from]), since: start }]
  for (let year = startYear + stride, at = from + 1; year < anchorYear; year += stride, at++) {
    const degree = education.some((step) => step.level === '40' && step.year < year)
    if (degree && ladder[at]! < 31) at = ladder.indexOf(31)
    if (ladder[at] === undefined || ladder[at]! > ceiling) break
    grades.push({ code: String(ladder[at]), since: dayNumber(year, random.chance(0.7) ? 4 : 10, 1) })
  }
  return grades
}

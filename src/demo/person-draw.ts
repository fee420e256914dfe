import { type DayNumber, civil, compact, dayNumber, yearOf } from './calendar.ts'
import type { Field } from './fields.ts'
import { type Job, crews, jobs, levelAt, levels, type JobKey } from './jobs.ts'
import { birthPlaceOf, nameOf } from './names.ts'
import type { Person } from './person.ts'
import { anchorYear, gradesOf, graduatesAt, studiesOf } from './career-draw.ts'
import { Random, idOf, numberOf } from './random.ts'
import type { Unit } from './units.ts'

interface Role {
  heads: Unit | null
  unit: Unit
}

const structural: Record<string, { grade: number; ages: readonly [number, number]; women: number; retires: number }> = {
  '21': { grade: 42, ages: [50, 54], women: 0.1, retires: 60 },
  '22': { grade: 41, ages: [47, 54], women: 0.2, retires: 60 },
  '31': { grade: 41, ages: [43, 52], women: 0.28, retires: 58 },
  '32': { grade: 34, ages: [39, 51], women: 0.33, retires: 58 },
  '41': { grade: 33, ages: [35, 51], women: 0.42, retires: 58 },
  '42': { grade: 32, ages: [34, 51], women: 0.42, retires: 58 },
}

const contractGrade: Record<string, string> = {
  '05': 'I',
  '10': 'IV',
  '15': 'V',
  '17': 'V',
  '30': 'VII',
  '40': 'IX',
  '42': 'X',
  '45': 'X',
}

/** Draws one person for a place. `taken` are the numbers already given in this city, `sequences` those it may use. */
export function drawPerson(
  seed: number,
  n: number,
  role: Role,
  taken: Set<string>,
  sequences: readonly [number, number],
): Person {
  const random = new Random(seed, n)
  const head = role.heads && structural[role.heads.echelon]
  const jobKey = head
    ? null
    : role.heads
      ? role.unit.crew === 'healthCentre'
        ? 'doctor'
        : 'teacher'
      : jobFor(random, role.unit)
  const job: Job | null = jobKey && jobs[jobKey]
  const pns = role.heads !== null || random.chance(crews[role.unit.crew].pns * fitForPns(jobKey))
  const sex = random.chance(head ? head.women : job!.women) ? 'F' : 'M'
  const field = head ? fieldOf(random, role.unit) : job!.field
  const atStart = head
    ? random.weighted([
        ['40', 80],
        ['30', 8],
        ['15', 12],
      ])
    : startLevel(random, job!, pns)
  const retirementAge = head ? head.retires : ((jobKey && jobs[jobKey].retires) ?? 58)
  const age = head ? random.between(...head.ages) : role.heads ? random.between(42, 55) : ageOf(random, pns)
  const life = livesOf(random, pns, age, atStart)
  const nip = numberIn(random, life, pns, sex, taken, sequences)
  const education = studiesOf(random, life.born, life.start, atStart, head ? role.heads!.echelon : null, job)
  const grades = pns
    ? gradesOf(random, life.start, education, role.heads ? (head?.grade ?? 34) : 0, reachesMadya(random, jobKey))
    : [{ code: contractGrade[atStart]!, since: life.start }]
  const grade = Number(grades.at(-1)!.code)
  const level = job?.track ? (pns ? levelAt(job.track, grade) : contractLevel(random, job.track, atStart)) : null
  const retiresAt = level ? Math.max(retirementAge, levels[level].retires) : retirementAge
  return {
    seed,
    id: idOf(seed, numberOf('person'), n),
    nip,
    name: nameOf(random, sex),
    birthPlace: birthPlaceOf(random),
    born: life.born,
    sex,
    employment: pns ? 'PNS' : 'PPPK',
    start: life.start,
    confirmed: pns ? firstOfMonth(life.start + 365 + random.between(0, 5) * 30) : null,
    retires: firstOfMonthAfterAge(life.born, retiresAt),
    retirementAge: retiresAt,
    unit: role.unit,
    heads: role.heads,
    job: jobKey,
    kind: head ? 'structural' : job?.track ? 'functional' : 'general',
    title: head ? role.heads!.headTitle : level ? `${job!.title} ${levels[level].name}` : job!.title,
    level,
    echelon: head ? role.heads!.echelon : '99',
    since: sinceOf(random, life.start, head !== null && head !== undefined),
    field,
    education,
    grades,
    skill: random.normal(),
    supervisor: null,
    exception: null,
  }
}

const jobFor = (random: Random, unit: Unit): JobKey =>
  random.weighted(crews[unit.crew].jobs as readonly (readonly [JobKey, number])[])

// Specialists with a university degree were mostly appointed as PNS, operators and guards mostly as PPPK.
const fitForPns = (job: JobKey | null): number =>
  job === null
    ? 1
    : jobs[job].track === 'expert' && job !== 'teacher'
      ? 1.25
      : job === 'operator' || job === 'worker'
        ? 0.6
        : 1

// Teachers and doctors climb with their years; in offices a place as Ahli Madya is rare.
const reachesMadya = (random: Random, job: JobKey | null): boolean =>
  job === 'teacher' || job === 'doctor' || (job !== null && jobs[job].track === 'expert' && random.chance(0.25))

const fieldOf = (random: Random, unit: Unit): Field =>
  random.weighted([
    [jobs[crews[unit.crew].jobs[0][0]].field, 40],
    ['administration', 30],
    ['law', 12],
    ['economics', 18],
  ])

function startLevel(random: Random, { education }: Job, pns: boolean): string {
  if (education === '40' && pns && random.chance(0.14)) return '30'
  if (education === '30' && random.chance(0.2)) return '40'
  if (education === '15')
    return random.weighted([
      ['15', 62],
      ['17', 22],
      ['30', 6],
      ['40', 10],
    ])
  if (education === '10')
    return random.weighted([
      ['05', 12],
      ['10', 30],
      ['15', 58],
    ])
  return education
}

const ageOf = (random: Random, pns: boolean): number =>
  Math.round(pns ? clamp(45.5 + random.normal() * 6.6, 26, 57) : clamp(37 + random.normal() * 6.2, 23, 55))

/** Birth and first day of service. Hiring stood still in 2011–2013 and 2015–2018, as it did in the whole country. */
function livesOf(random: Random, pns: boolean, age: number, level: string): { born: DayNumber; start: DayNumber } {
  const born = dayNumber(anchorYear - age, random.between(1, 12), random.between(1, 28))
  const birthYear = yearOf(born)
  if (!pns)
    return {
      born,
      start: dayNumber(
        random.weighted([
          [2022, 8],
          [2023, 16],
          [2024, 42],
          [2025, 10],
          [2026, 24],
        ]),
        3,
        1,
      ),
    }
  if (age <= 34 && random.chance(0.7)) return { born, start: dayNumber(2026, 3, 1) }
  const earliest = birthYear + Math.max(20, graduatesAt[level]! + 1)
  let year = Math.min(2024, Math.max(earliest, earliest + random.between(0, 9)))
  if (year >= 2011 && year <= 2013) year = Math.max(earliest, 2010)
  if (year >= 2015 && year <= 2018) year = earliest <= 2014 ? 2014 : 2019
  return {
    born,
    start: dayNumber(
      year,
      random.weighted([
        [1, 3],
        [3, 5],
        [4, 3],
        [12, 2],
      ]),
      1,
    ),
  }
}

/** The employee number (Perka BKN 22/2007 for PNS; for PPPK year, a fixed 2 and the frequency), unused in this city. */
function numberIn(
  random: Random,
  life: { born: DayNumber; start: DayNumber },
  pns: boolean,
  sex: 'M' | 'F',
  taken: Set<string>,
  [from, to]: readonly [number, number],
): string {
  for (;;) {
    const begin = civil(life.start)
    const start = pns ? `${begin.year}${String(begin.month).padStart(2, '0')}` : `${begin.year}21`
    const stem = `${compact(life.born)}${start}${sex === 'M' ? 1 : 2}`
    const wanted = from + Math.floor((to - from + 1) * random.next() ** 4)
    for (let sequence = wanted; sequence <= to; sequence++) {
      const nip = stem + String(sequence).padStart(3, '0')
      if (taken.has(nip)) continue
      taken.add(nip)
      return nip
    }
    life.born += 1
  }
}

const contractLevel = (random: Random, track: 'expert' | 'skilled', level: string) =>
  track === 'expert' ? (random.chance(0.04) ? 'MU' : 'PT') : level >= '30' ? 'TR' : 'PM'

const sinceOf = (random: Random, start: DayNumber, head: boolean): DayNumber =>
  head
    ? Math.max(
        start,
        dayNumber(random.between(anchorYear - 6, anchorYear - 1), random.between(1, 12), random.between(1, 28)),
      )
    : Math.max(start, dayNumber(random.between(anchorYear - 8, anchorYear - 1), random.pick([1, 4, 7, 10]), 1))

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

function firstOfMonth(day: DayNumber): DayNumber {
  const { year, month } = civil(day)
  return dayNumber(year, month, 1)
}

function firstOfMonthAfterAge(born: DayNumber, age: number): DayNumber {
  const { year, month } = civil(born)
  return dayNumber(year + age, month + 1, 1)
}

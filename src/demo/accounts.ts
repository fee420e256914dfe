import type { Day } from '../shared/dates.ts'
import type { Role } from '../shared/roles.ts'
import { dayNumberOf, yearOf } from './calendar.ts'
import { type CityOptions, generateCity } from './city.ts'
import { type Person, employmentOn } from './person.ts'
import { titledName } from './records-identity.ts'
import { ratingsOf } from './records-assessment.ts'
import { coursesOf } from './records-training.ts'
import type { Roster } from './roster.ts'

export interface DemoAccount {
  role: Role
  nip: string
  name: string
  post: string
  /** National id of the unit the role reaches over; null where the role follows from the register or reaches over the city. */
  unitNationalId: string | null
  password: string
}

/** The password of all demonstration accounts. They exist only beside synthetic data. */
export const demoPassword = 'bina-contoh-2026'

const serviceOffices = ['Dinas Penanaman Modal', 'Dinas Kependudukan']

// The people are chosen as they stand on this day, so that the documented accounts are the same whenever the city is made.
const chosenOn = '2026-11-30' as Day

/** One account per role, bound to people whose pages have something to show. The same seed and size give the same people. */
export function demoAccounts(options: Omit<CityOptions, 'on'> = {}): DemoAccount[] {
  const roster = firstRoster({ ...options, on: chosenOn })
  const { supervisor, employee } = teamToShow(roster)
  const office = supervisor.unit.office!
  const account = (role: Role, person: Person, unitNationalId: string | null = null): DemoAccount => ({
    role,
    nip: person.nip,
    name: titledName(person),
    post: person.heads?.headTitle ?? person.title,
    unitNationalId,
    password: demoPassword,
  })
  const officer = workerIn(roster, 'Badan Kepegawaian', 'personnel')
  return [
    account('employee', employee),
    account('supervisor', supervisor),
    account('head', roster.headOf.get(office)!, office.id),
    account('officer', officer),
    account('leader', roster.secretary),
    account('integrity', workerIn(roster, 'Inspektorat', 'auditor')),
    account('admin', workerIn(roster, 'Badan Kepegawaian', 'computer', officer)),
  ]
}

function firstRoster(options: CityOptions): Roster {
  const [roster] = generateCity(options).rosters()
  if (!roster) throw new Error('a city without a roster')
  return roster
}

/** The head of a division with 6 to 10 people in an office that serves citizens, and the one of them with most to learn this year. */
function teamToShow(roster: Roster): { supervisor: Person; employee: Person } {
  const day = dayNumberOf(chosenOn)
  let best: { supervisor: Person; employee: Person; score: number } | undefined
  for (const supervisor of roster.headOf.values()) {
    const office = supervisor.unit.office
    if (!office || supervisor.echelon !== '32' || !serviceOffices.some((name) => office.name.startsWith(name))) continue
    const team = roster.persons.filter((person) => person.supervisor === supervisor)
    for (const employee of team) {
      const score = interest(employee, roster, day) + (team.length >= 6 && team.length <= 10 ? 100 : 0)
      if (!best || score > best.score) best = { supervisor, employee, score }
    }
  }
  return best ?? { supervisor: roster.secretary, employee: roster.persons.at(-1)! }
}

/** Gaps seen by the supervisor count most; hours must be missing, though not all of them, and a self-rating must exist. */
function interest(person: Person, roster: Roster, on: number): number {
  if (employmentOn(person, on) !== 'PNS' || !['licensing', 'civilRegistry'].includes(person.job ?? '')) return 0
  const ratings = ratingsOf(person, roster, on)
  const level = person.level === 'MA' ? 4 : person.level === 'MU' || person.level === 'PY' ? 3 : 2
  const gaps = ratings.filter((r) => r.rater === 'atasan' && r.level < level && !r.competency.startsWith('T.')).length
  const hours = coursesOf(person, on)
    .filter((course) => yearOf(course.begin) === yearOf(on))
    .reduce((sum, course) => sum + course.hours, 0)
  const self = ratings.some((rating) => rating.rater === 'diri')
  const midCareer = yearOf(on) - yearOf(person.born) < 48
  return (
    (midCareer ? 6 : 0) +
    (self ? 10 : 0) +
    (gaps >= 3 ? 12 - Math.abs(gaps - 4) : gaps) +
    (hours > 0 && hours < 20 ? 8 : hours === 0 ? 4 : 0)
  )
}

function workerIn(roster: Roster, office: string, job: string, taken?: Person): Person {
  const there = roster.persons.filter(
    (person) => person !== taken && person.unit.office!.name.startsWith(office) && !person.heads,
  )
  const permanent = there.filter(
    (person) => person.employment === 'PNS' && person.start < dayNumberOf('2024-01-01' as Day),
  )
  return permanent.find((person) => person.job === job) ?? permanent[0] ?? there[0] ?? roster.secretary
}

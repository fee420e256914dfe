import { Random, numberOf, seedOf } from './random.ts'
import { drawPerson } from './person-draw.ts'
import type { Person } from './person.ts'
import { type Unit, unitsOf } from './units.ts'

/** One city with everyone in it. A roster of 6,000 takes a few megabytes; larger runs build one after the other. */
export interface Roster {
  city: number
  units: Unit[]
  persons: Person[]
  headOf: ReadonlyMap<Unit, Person>
  assessors: readonly Person[]
  secretary: Person
}

export const personsPerCity = 6000
/** Sequence numbers from here on are kept for the wrong rows, so that they never meet a real row of the city. */
export const ghostSequence = 990
const sequencesPerCity = 40

/** How many cities a number of persons makes, and how many live in each. */
export function citySizes(persons: number): { cities: number; sizeOf: (city: number) => number } {
  const cities = Math.max(1, Math.round(persons / personsPerCity))
  return { cities, sizeOf: (city) => Math.floor(persons / cities) + (city < persons % cities ? 1 : 0) }
}

export function rosterOf(seed: number, city: number, cities: number, size: number): Roster {
  const units = unitsOf(seed, city, size)
  const persons: Person[] = []
  const headOf = new Map<Unit, Person>()
  const taken = new Set<string>()
  const width = Math.min(sequencesPerCity, Math.floor((ghostSequence - 1) / cities))
  const sequences = [city * width + 1, (city + 1) * width] as const
  const citySeed = seedOf(seed, numberOf('city'), city)
  const hire = (unit: Unit, heads: Unit | null) => {
    const person = drawPerson(citySeed, persons.length, { unit, heads }, taken, sequences)
    person.supervisor = headAbove(headOf, heads ? unit.parent : unit)
    persons.push(person)
    return person
  }
  for (const unit of units) {
    if (unit.parent === null) continue
    headOf.set(unit, hire(unit, unit))
    for (let i = 0; i < unit.staff; i++) hire(unit, null)
  }
  const secretary = headOf.get(units[1]!)!
  recordExceptions(citySeed, persons, headOf, secretary)
  return { city, units, persons, headOf, secretary, assessors: persons.filter((person) => person.job === 'assessor') }
}

function headAbove(headOf: ReadonlyMap<Unit, Person>, unit: Unit | null): Person | null {
  for (let at = unit; at !== null; at = at.parent) {
    const head = headOf.get(at)
    if (head) return head
  }
  return null
}

const reasons = [
  'Penugasan pada tim lintas bidang',
  'Diperbantukan pada bidang lain',
  'Atasan langsung sedang tugas belajar',
]

/** Heads of offices answer to the city's secretary (the mayor is no civil servant); a few people work for another head. */
function recordExceptions(seed: number, persons: Person[], headOf: ReadonlyMap<Unit, Person>, secretary: Person): void {
  const random = new Random(seed, numberOf('exceptions'))
  for (const person of persons) {
    if (person.supervisor === null && person !== secretary) {
      person.supervisor = secretary
      person.exception = 'Dinilai oleh Sekretaris Daerah atas nama Wali Kota'
    } else if (!person.heads && random.chance(0.002)) {
      const head = headOf.get(person.unit.office!)!
      if (head === person.supervisor) continue
      person.supervisor = head
      person.exception = random.pick(reasons)
    }
  }
}

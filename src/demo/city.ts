import type { Day } from '../shared/dates.ts'
import { type DayNumber, dayNumber, dayNumberOf } from './calendar.ts'
import { type Kind, soiler } from './dirt.ts'
import type { Person } from './person.ts'
import { anchorYear } from './career-draw.ts'
import { assessmentRows, officialIndexRows } from './records-assessment.ts'
import { appraisalRows, postingRows, rankRows, sanctionRows } from './records-career.ts'
import { type Row, educationRows, mainRow, supervisorRows, unitRow } from './records-identity.ts'
import { courseRows, leadershipRows } from './records-training.ts'
import { type Roster, citySizes, personsPerCity, rosterOf } from './roster.ts'

export const defaultSeed = 1174
export const defaultPersons = personsPerCity
/** The name under which the city is imported and shown. Every row also carries the mark (`sintetis`, `contoh.invalid`). */
export const importName = 'data contoh'

export interface CityOptions {
  seed?: number
  /** 40 to 5,000,000. Above 9,000 the city is repeated, with other people and other unit ids. */
  persons?: number
  /** The day the files are written for: histories end here. Not before 1 April 2026. */
  on: Day
  /** Leaves the wrong rows out. */
  clean?: boolean
}

type PersonKind = Exclude<Kind, 'ref-unor'>
export type PersonRows = Record<PersonKind, Row[]>

const writers: Record<PersonKind, (person: Person, on: DayNumber, roster: Roster) => Row[]> = {
  'data-utama': (person, on) => [mainRow(person, on)],
  'rw-pendidikan': educationRows,
  'rw-diklat': leadershipRows,
  'rw-kursus': courseRows,
  'rw-skp22': appraisalRows,
  'rw-golongan': rankRows,
  'rw-jabatan': postingRows,
  'rw-hukdis': sanctionRows,
  nilaiipasn: officialIndexRows,
  asesmen: (person, on, roster) => assessmentRows(person, roster, on),
  atasan: supervisorRows,
}

export const kinds: readonly Kind[] = ['ref-unor', ...(Object.keys(writers) as PersonKind[])]

export interface City {
  /** The rows of one national kind, wrong ones included. Memory does not grow with the number of persons. */
  rows(kind: Kind): Generator<Row>
  /** Every person with all their clean rows by kind, for work that needs a person whole. */
  everyone(only?: readonly PersonKind[]): Generator<PersonRows>
  /** Everything once, in the order of the persons: the rows of all kinds as they come, wrong ones included. */
  stream(): Generator<readonly [Kind, Row]>
  /** The cities one after the other, before any record is written. */
  rosters(): Generator<Roster>
}

/** The demonstration city: the same seed, size and day always give the same rows, byte for byte. */
export function generateCity({ seed = defaultSeed, persons = defaultPersons, on, clean = false }: CityOptions): City {
  if (!Number.isInteger(persons) || persons < 40 || persons > 5_000_000)
    throw new RangeError('persons: 40 to 5,000,000')
  const day = dayNumberOf(on)
  if (!(day >= dayNumber(anchorYear, 4, 1))) throw new RangeError(`on: not before ${anchorYear}-04-01`)
  const { cities, sizeOf } = citySizes(persons)
  const soil = (kind: Kind) => (clean ? (row: Row): readonly Row[] => [row] : soiler(kind))

  function* rosters(): Generator<Roster> {
    for (let city = 0; city < cities; city++) yield rosterOf(seed, city, cities, sizeOf(city))
  }

  function* rows(kind: Kind): Generator<Row> {
    const soiled = soil(kind)
    for (const roster of rosters())
      if (kind === 'ref-unor') for (const unit of roster.units) yield* soiled(unitRow(unit, roster))
      else for (const person of roster.persons) for (const row of writers[kind](person, day, roster)) yield* soiled(row)
  }

  function* everyone(only = Object.keys(writers) as readonly PersonKind[]): Generator<PersonRows> {
    for (const roster of rosters())
      for (const person of roster.persons) {
        const all = {} as PersonRows
        for (const kind of only) all[kind] = writers[kind](person, day, roster)
        yield all
      }
  }

  function* stream(): Generator<readonly [Kind, Row]> {
    const soiled = Object.fromEntries(kinds.map((kind) => [kind, soil(kind)])) as Record<Kind, ReturnType<typeof soil>>
    for (const roster of rosters()) {
      for (const unit of roster.units)
        for (const row of soiled['ref-unor'](unitRow(unit, roster))) yield ['ref-unor', row]
      for (const person of roster.persons)
        for (const kind of Object.keys(writers) as PersonKind[])
          for (const row of writers[kind](person, day, roster)) for (const out of soiled[kind](row)) yield [kind, out]
    }
  }

  return { rows, everyone, stream, rosters }
}

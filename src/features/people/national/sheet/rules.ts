import { isNip, readNip } from '../../identity/rules.ts'
import type { RecordFacts, RecordKind } from '../../record/rules.ts'
import { type Filled, id, type Reader, sound } from '../cells/rules.ts'
import type { Row } from '../row/rules.ts'

/** The columns a value may stand in, in order of trust; the first that holds something is read. */
export interface Field<T> {
  columns: readonly string[]
  reader: Reader<T>
  required: boolean
}

export const field = <T>(reader: Reader<T>, ...columns: string[]): Field<T> => ({ columns, reader, required: false })
export const required = <T>(reader: Reader<T>, ...columns: string[]): Field<T> => ({ columns, reader, required: true })

// biome-ignore lint/suspicious/noExplicitAny: a field of whatever it reads
type Fields = Record<string, Field<any>>
/** What the fields say; null where a cell is empty or refused. */
export type Said<F extends Fields> = { [N in keyof F]: F[N] extends Field<infer T> ? T | null : never }
/** Facts before it is known whether the row stands: where it does not, required ones may be missing. */
export type Draft<Facts> = { [N in keyof Facts]: Facts[N] | null }

/** Whom a record belongs to: a NIP, or the national id of a person where the record carries no NIP. */
export interface PersonRef {
  nip?: string
  nationalId?: string
}

interface Description<K extends RecordKind, F extends Fields> {
  record: K
  /** Where the person stands: the record is the person, belongs to one, or has none. */
  person: 'itself' | 'owner' | 'none'
  /** Sets of columns that give the kind away where no file name does; every column of a set must be there. */
  signatures: readonly (readonly string[])[]
  fields: F
  /** Makes facts of what the fields say, and compares cells with each other. */
  facts(said: Said<F>, row: Row): Draft<RecordFacts[K]>
  /** What tells two records of one person apart where the nation gives no id. */
  naturalKey(facts: Draft<RecordFacts[K]>): readonly (string | number | null)[]
}

/** One kind of national record, ready to read rows. */
export interface Sheet<K extends RecordKind = RecordKind> {
  record: K
  signatures: readonly (readonly string[])[]
  read(values: Readonly<Record<string, unknown>>, pathNip: string | undefined, row: Row): SheetReading<K>
}

export interface SheetReading<K extends RecordKind> {
  record: K
  person: PersonRef
  recordKey: string
  facts: Draft<RecordFacts[K]>
}

const nipColumns = ['nipBaru', 'nip']
const ownerColumns = ['idPns', 'pnsOrangId', 'pnsOrang', 'pnsDinilaiId', 'pnsId', 'pns']
const ownColumns = ['id', ...ownerColumns]

/** `NIP Baru`, `nip_baru` and `nipBaru` are one column; so are the national system's own irregular capitals. */
export const columnKey = (column: string): string => column.toLowerCase().replace(/[^a-z0-9]/g, '')

const knownColumns = 4_000
const nothing = /^(?:|-|--|null)$/i

/** Compiles a description: columns become places, so that a row costs one look-up for each of its cells. */
export function sheet<K extends RecordKind, F extends Fields>(description: Description<K, F>): Sheet<K> {
  const places = new Map<string, number>()
  const placeOf = (column: string) => {
    const key = columnKey(column)
    return places.get(key) ?? places.set(key, places.size).size - 1
  }
  const compiled = Object.entries(description.fields).map(([name, f]) => ({
    name,
    ...f,
    places: f.columns.map(placeOf),
  }))
  const nipPlaces = nipColumns.map(placeOf)
  const ownerPlaces = (description.person === 'itself' ? ownColumns : ownerColumns).map(placeOf)
  const idPlace = placeOf('id')
  const placeByColumn = new Map<string, number>()
  const noCells: unknown[] = Array.from(places, () => undefined)
  const noNames: string[] = Array.from(places, () => '')
  const blank = Object.fromEntries(compiled.map((f) => [f.name, null]))

  /** Files repeat their columns row by row: how each is written is worked out once. */
  function placeFor(column: string): number {
    const seen = placeByColumn.get(column)
    if (seen !== undefined) return seen
    const place = column.length > 60 ? -1 : (places.get(columnKey(column)) ?? -1)
    if (placeByColumn.size < knownColumns) placeByColumn.set(column, place)
    return place
  }

  function read(values: Readonly<Record<string, unknown>>, pathNip: string | undefined, row: Row): SheetReading<K> {
    const cells = noCells.slice()
    const names = noNames.slice()
    for (const column of Object.keys(values)) {
      const place = placeFor(column)
      if (place < 0 || cells[place] !== undefined) continue
      const value = values[column]
      if (!filled(value)) continue
      cells[place] = value
      names[place] = column
    }

    /** The first of these places that says something. Each is checked for what no cell may hold. */
    function say<T>(at: readonly number[], reader: Reader<T>): T | null {
      for (const place of at) {
        const value = cells[place]
        if (value === undefined) continue
        row.at(names[place] ?? '', value)
        const before = row.reasons.length
        const said = valueOf(value, row, reader)
        if (said !== null || row.reasons.length > before) return said
      }
      return null
    }

    const person: PersonRef = description.person === 'none' ? {} : personOf(say, pathNip, row)
    const said: Record<string, unknown> = { ...blank }
    for (const f of compiled) {
      const before = row.reasons.length
      said[f.name] = say(f.places, f.reader)
      if (row.reasons.length > before) row.refused.push(f.name)
      else if (f.required && said[f.name] === null) row.at(writtenName(f), null).refuse('import.required')
    }
    const recordId = say([idPlace], id)
    const facts = description.facts(said as Said<F>, row)
    const recordKey =
      recordId ??
      description
        .naturalKey(facts)
        .map((part) => String(part ?? '').toLowerCase())
        .join('|')
    return { record: description.record, person, recordKey, facts }

    function writtenName(f: { columns: readonly string[]; places: readonly number[] }): string {
      return f.places.map((place) => names[place]).find((name) => name) ?? f.columns[0] ?? ''
    }
  }

  function personOf(
    say: <T>(at: readonly number[], reader: Reader<T>) => T | null,
    pathNip: string | undefined,
    row: Row,
  ): PersonRef {
    const nationalId = say(ownerPlaces, id)
    const before = row.reasons.length
    const inRow = say(nipPlaces, nip)
    if (row.reasons.length > before) return person(undefined, nationalId)
    if (inRow !== null) {
      if (pathNip !== undefined && pathNip !== inRow) row.warn('import.nip-differs-from-path', { nip: pathNip })
      return person(inRow, nationalId)
    }
    if (pathNip !== undefined) return person(nip(pathNip, row.at('', pathNip)) ?? undefined, nationalId)
    if (description.person === 'itself') row.at('nipBaru', null).refuse('import.nip-empty')
    else if (nationalId === null) row.at('', null).refuse('import.person-missing')
    return person(undefined, nationalId)
  }

  return { record: description.record, signatures: description.signatures, read }
}

const person = (nip: string | undefined, nationalId: string | null): PersonRef => ({
  ...(nip === undefined ? {} : { nip }),
  ...(nationalId === null ? {} : { nationalId }),
})

const nip: Reader<string> = (value, row) => {
  const read = readNip(typeof value === 'boolean' ? String(value) : value, row.today)
  if (!isNip(read)) return row.refuse(read.code, read.params)
  row.nip = read
  return read.nip
}

const filled = (value: unknown): boolean =>
  typeof value === 'string' ? !nothing.test(value.trim()) : value !== null && value !== undefined

const longestCell = 10_000

function valueOf<T>(value: unknown, row: Row, reader: Reader<T>): T | null {
  if (typeof value === 'string') {
    const trimmed = value.trim()
    if (trimmed.length > longestCell) {
      return row.refuse('import.text-too-long', { max: longestCell, n: trimmed.length })
    }
    return sound(trimmed, row) ? reader(trimmed, row) : null
  }
  if (typeof value === 'number' || typeof value === 'boolean') return reader(value satisfies Filled, row)
  // Some spreadsheet readers hand over a date cell as an instant at midnight UTC.
  if (value instanceof Date && !Number.isNaN(value.getTime())) return reader(value.toISOString().slice(0, 10), row)
  return row.refuse('import.not-one-value')
}

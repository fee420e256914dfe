import { predicateAppraisals, valueAppraisals } from '../appraisal/rules.ts'
import { educations } from '../education/rules.ts'
import { persons } from '../person/rules.ts'
import { postings } from '../posting/rules.ts'
import { ranks } from '../rank/rules.ts'
import { sanctions } from '../sanction/rules.ts'
import { columnKey, type Sheet } from '../sheet/rules.ts'
import { courses, structuralTraining } from '../training/rules.ts'
import { units } from '../unit/rules.ts'

/** The national records Bina reads, by their names in the web service. Units first, then persons, then what belongs to them. */
export const sheets = {
  'ref-unor': units,
  'data-utama': persons,
  'rw-pendidikan': educations,
  'rw-diklat': structuralTraining,
  'rw-kursus': courses,
  'rw-skp22': predicateAppraisals,
  'rw-skp': valueAppraisals,
  'rw-golongan': ranks,
  'rw-jabatan': postings,
  'rw-hukdis': sanctions,
}

export type NationalKind = keyof typeof sheets
export const nationalKinds = Object.keys(sheets) as NationalKind[]

/** Records of the web service that the register does not hold: their names must not be taken for another kind. */
const otherRecords = [
  'rw-angkakredit',
  'rw-cltn',
  'rw-dp3',
  'rw-kinerjaperiodik',
  'rw-masakerja',
  'rw-pemberhentian',
  'rw-penghargaan',
  'rw-pindahinstansi',
  'rw-pnsunor',
  'rw-pwk',
  'rw-kgb',
  'rw-tubel',
  'data-anak',
  'data-ortu',
  'data-pasangan',
  'nilaiipasn',
]

// `rwskp22` before `rwskp`: the longer name is the more exact one.
const namedKinds = nationalKinds.map((kind) => [columnKey(kind), kind] as const).sort(([a], [b]) => b.length - a.length)
const otherNames = otherRecords.map(columnKey)

/** Columns of periodic ratings, which share the yearly rating's columns but are no year's result. */
const periodic = ['periodikId', 'bulanMulaiPenilaian'].map(columnKey)

/**
 * Which national record a file (or a sheet: `book.xlsx/rw-kursus`) holds: by the nearest full name in its path, else
 * by the columns it has, else by a name without its prefix (`Kursus 2025.xlsx`). Undefined when none of them says.
 */
export function kindOf(path: string, columns: readonly string[]): NationalKind | undefined {
  const present = new Set(columns.map(columnKey))
  const names = path
    .split(/[/\\#]/)
    .map(columnKey)
    .reverse()
  for (const name of names) {
    if (otherNames.some((other) => name.includes(other))) return undefined
    const kind = namedKinds.find(([key]) => name.includes(key))?.[1]
    if (kind !== undefined) return yearly(kind, present)
  }
  if (periodic.some((column) => present.has(column))) return undefined
  const kind = byColumns.find((k) => carries(present, sheets[k])) ?? names.map(bareName).find((k) => k !== undefined)
  return kind && yearly(kind, present)
}

/** Both forms of the yearly appraisal travel under the older name. */
const yearly = (kind: NationalKind, present: ReadonlySet<string>): NationalKind =>
  kind === 'rw-skp' && carries(present, sheets['rw-skp22']) ? 'rw-skp22' : kind

const bareName = (name: string): NationalKind | undefined =>
  namedKinds.find(([key]) => key.startsWith('rw') && name.startsWith(key.slice(2)))?.[1] ??
  (name.startsWith('unor') ? 'ref-unor' : undefined)

// A person's row also carries a post and a grade, so persons are asked first.
const byColumns: readonly NationalKind[] = ['data-utama', ...nationalKinds.filter((kind) => kind !== 'data-utama')]

const carries = (present: ReadonlySet<string>, { signatures }: Pick<Sheet, 'signatures'>): boolean =>
  signatures.some((columns) => columns.every((column) => present.has(columnKey(column))))

/** The NIP in a path such as `rw-hukdis/196608011988031001.json`, the nearest to the file's end; undefined if there is none. */
export function nipInPath(path: string): string | undefined {
  return path.match(/(?<!\d)\d{18}(?!\d)/g)?.at(-1)
}

import type { Day } from '../../../shared/dates.ts'
import { isNip, readNip } from '../../people/identity/rules.ts'
import type { Note, Read } from '../../people/import/kind/rules.ts'
import { count, day, type Reader, text } from '../../people/national/cells/rules.ts'
import { nipInPath } from '../../people/national/kind/rules.ts'
import { Row } from '../../people/national/row/rules.ts'
import { columnKey, type Draft, field, required, sheet } from '../../people/national/sheet/rules.ts'
import type { RaterKind } from '../assessment/rules.ts'
import type { CompetencyCode, Level } from '../rules.ts'

/** One row of an `asesmen` file: what one rater found. */
export interface AssessmentFacts {
  competencyCode: CompetencyCode
  level: Level
  raterKind: RaterKind
  raterNip: string | null
  assessedOn: Day
  note: string | null
}

declare module '../../people/record/rules.ts' {
  interface RecordFacts {
    assessment: AssessmentFacts
  }
}

export const competencyColumn = 'kompetensi'
export const raterColumn = 'nipPenilai'
const longestNote = 2000

const raters: Readonly<Record<string, RaterKind>> = {
  diri: 'self',
  atasan: 'supervisor',
  asesor: 'assessor',
  pusat: 'centre',
}

const isNamed = (kind: RaterKind | null) => kind === 'supervisor' || kind === 'assessor'

const code: Reader<CompetencyCode> = (value, row) => {
  const given = String(value).toUpperCase()
  return /^[A-Z]{1,3}\.[A-Z0-9]{1,10}$/.test(given)
    ? given
    : row.refuse('import.code-unknown', { table: competencyColumn })
}

const rater: Reader<RaterKind> = (value, row) => {
  const given = String(value).toLowerCase()
  return Object.hasOwn(raters, given) ? raters[given]! : row.refuse('import.code-unknown', { table: 'penilai' })
}

const nip: Reader<string> = (value, row) => {
  const read = readNip(typeof value === 'boolean' ? String(value) : value, row.today)
  return isNip(read) ? read.nip : row.refuse(read.code, read.params)
}

const assessments = sheet({
  record: 'assessment',
  person: 'owner',
  signatures: [],
  fields: {
    competencyCode: required(code, competencyColumn, 'kodeKompetensi'),
    level: required(count(1, 5) as Reader<Level>, 'level', 'tingkat'),
    raterKind: required(rater, 'penilai'),
    raterNip: field(nip, raterColumn),
    assessedOn: required(day('past'), 'tanggal'),
    note: field(text(longestNote), 'catatan'),
  },
  facts: (said) => said,
  // One rater says one thing on one day: a row that says another is refused, since nothing here is overwritten.
  naturalKey: (facts) => [
    facts.competencyCode,
    facts.raterKind,
    isNamed(facts.raterKind) ? facts.raterNip : null,
    facts.assessedOn,
  ],
})

const ownColumns = [competencyColumn, 'level', 'penilai', 'tanggal'].map(columnKey)

export const carriesAssessments = (path: string, columns: readonly string[]): boolean => {
  if (/(?:^|[/\\])asesmen\b/i.test(path)) return true
  const present = new Set(columns.map(columnKey))
  return ownColumns.every((column) => present.has(column))
}

/** Reads one row. Who rates themselves needs no NIP of the rater, an assessment centre has none; the others must be named. */
export function readAssessment(
  values: Readonly<Record<string, unknown>>,
  { path, today }: { path: string; today: Day },
): Read {
  const row = new Row(today)
  const { person, recordKey, facts } = assessments.read(values, nipInPath(path), row)
  const named = isNamed(facts.raterKind)
  if (named && facts.raterNip === null) row.missing(raterColumn, 'raterNip')
  const reasons: Note[] = [...row.reasons]
  const contradiction = contradictionIn(facts, person.nip)
  if (contradiction !== null)
    reasons.push({ code: contradiction, column: raterColumn, value: facts.raterNip, params: {} })
  if (reasons.length > 0) return { ok: false, person, reasons }
  const raterNip = named ? facts.raterNip : facts.raterKind === 'self' ? (person.nip ?? null) : null
  return { ok: true, person, recordKey, facts: { ...facts, raterNip }, warnings: row.warnings }
}

/** Nobody is their own supervisor or assessor, and nobody else rates somebody's self. */
function contradictionIn({ raterKind, raterNip }: Draft<AssessmentFacts>, own: string | undefined) {
  if (raterNip === null || own === undefined) return null
  if (isNamed(raterKind)) return raterNip === own ? 'import.own-rater' : null
  return raterKind === 'self' && raterNip !== own ? 'import.self-by-another' : null
}

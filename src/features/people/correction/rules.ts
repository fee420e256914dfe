import parameters from '../../../../regions/indonesia/import-parameters.json' with { type: 'json' }
import type { Day } from '../../../shared/dates.ts'
import type { RefusalParams } from '../../../shared/refusal.ts'
import { isNip, readNip } from '../identity/rules.ts'
import {
  amount,
  codeOf,
  count,
  day,
  email,
  type Filled,
  flag,
  hours,
  id,
  type Reader,
  sound,
  text,
  year,
} from '../national/cells/rules.ts'
import {
  certificateClasses,
  echelons,
  educationLevels,
  expectations,
  legalStatuses,
  predicates,
  sanctionLevels,
  sanctionTypes,
  structuralTrainings,
  trainingTypes,
} from '../national/codes/rules.ts'
import { gradeOf, gradeTableOf } from '../national/rank/rules.ts'
import { Row } from '../national/row/rules.ts'

/** Kinds of record that can be corrected by hand. A record of a person can also be added. */
export const correctableKinds = [
  'person',
  'education',
  'training',
  'appraisal',
  'rank',
  'posting',
  'sanction',
  'unit',
] as const
export type CorrectableKind = (typeof correctableKinds)[number]
export const addableKinds = ['education', 'training', 'appraisal', 'rank', 'posting', 'sanction'] as const
export type AddableKind = (typeof addableKinds)[number]

export type Plain = string | number | boolean | null
type Facts = Readonly<Record<string, unknown>>
type Field = { read: Reader<Plain & {}>; required: boolean }

const optional = (read: Reader<Plain & {}>): Field => ({ read, required: false })
const must = (read: Reader<Plain & {}>): Field => ({ read, required: true })

const oneOf =
  (...words: readonly string[]): Reader<string> =>
  (value, row) =>
    words.includes(String(value)) ? String(value) : row.refuse('import.code-unknown', { table: words.join(', ') })

const numberOf =
  (read: Reader<string>): Reader<number> =>
  (value, row) => {
    const code = read(value, row)
    return code === null ? null : Number(code)
  }

/** III/c or 33 of a PNS, IX of a PPPK: which table counts follows from the person's NIP. */
const gradeCode: Reader<string> = (value, row) =>
  gradeOf(String(value), String(value), row) ?? row.refuse('import.code-unknown', { table: gradeTableOf(row) })

// The NIP says whether somebody is PPPK; only the step from CPNS to PNS is not in it.
const employment: Reader<string> = (value, row) =>
  oneOf(...(row.nip?.kind === 'PPPK' ? ['PPPK'] : ['PNS', 'CPNS']))(value, row)

const posts = oneOf('structural', 'functional', 'general')

/** What can be corrected, each read by the same readers and bounds as an import. */
export const correctable: Readonly<Record<CorrectableKind, Readonly<Record<string, Field>>>> = {
  person: {
    nipOld: optional(text(30)),
    name: must(text(150)),
    titleFront: optional(text(60)),
    titleBack: optional(text(100)),
    birthPlace: optional(text(100)),
    bornOn: must(day('past')),
    sex: must(oneOf('M', 'F')),
    employment: must(employment),
    statusCode: must(codeOf(legalStatuses)),
    educationCode: optional(codeOf(educationLevels)),
    gradeCode: optional(gradeCode),
    gradeSinceOn: optional(day()),
    appointedOn: optional(day()),
    confirmedOn: optional(day()),
    retiresOn: optional(day()),
    postSinceOn: optional(day()),
    email: optional(email),
    unitNationalId: must(id),
    postKind: must(posts),
    postTitle: must(text()),
  },
  education: {
    levelCode: must(codeOf(educationLevels)),
    name: optional(text()),
    school: optional(text()),
    year: optional(year),
    graduatedOn: optional(day('past')),
    first: must(flag),
    diplomaNumber: optional(text(150)),
  },
  training: {
    kind: must(oneOf('structural', 'course')),
    name: must(text()),
    typeCode: optional(codeOf(trainingTypes)),
    structuralCode: optional(codeOf(structuralTrainings)),
    certificateClass: optional(codeOf(certificateClasses)),
    hours: optional(hours),
    year: optional(year),
    startedOn: optional(day('past')),
    endedOn: optional(day()),
    provider: optional(text()),
    certificateNumber: optional(text(150)),
  },
  appraisal: {
    year: must(year),
    result: optional(numberOf(codeOf(expectations))),
    behaviour: optional(numberOf(codeOf(expectations))),
    predicate: optional(numberOf(codeOf(predicates))),
    value: optional(amount(0, parameters.plausible.appraisalValue)),
    raterNip: optional(text(30)),
    raterName: optional(text()),
    raterPost: optional(text()),
  },
  rank: {
    gradeCode: must(gradeCode),
    sinceOn: must(day()),
    promotionKind: optional(text()),
    decreeNumber: optional(text(150)),
    decreeOn: optional(day()),
    serviceYears: optional(count(0, parameters.plausible.serviceYears)),
    serviceMonths: optional(count(0, 11)),
  },
  posting: {
    postKind: must(posts),
    title: must(text()),
    unitName: optional(text()),
    echelonCode: optional(codeOf(echelons)),
    sinceOn: must(day()),
    decreeNumber: optional(text(150)),
    decreeOn: optional(day()),
  },
  sanction: {
    typeCode: optional(codeOf(sanctionTypes)),
    level: must(codeOf(sanctionLevels)),
    sinceOn: must(day()),
    untilOn: optional(day()),
    decreeNumber: optional(text(150)),
    decreeOn: optional(day()),
    revokedOn: optional(day()),
  },
  unit: { name: must(text()), headTitle: optional(text()), headNationalId: optional(id) },
}

/** Why a value cannot stand; `code` is the key of its words. */
export interface Objection {
  code: string
  params: RefusalParams
}

export type Read = { ok: true; value: Plain } | ({ ok: false } & Objection)

const objection = (code: string, params: RefusalParams = {}): { ok: false } & Objection => ({ ok: false, code, params })

/** Reads what was typed for one field, by the rules of an import. Nothing typed means the field is to be empty. */
export function readField(
  kind: CorrectableKind,
  field: string,
  typed: Plain,
  { today, nip }: { today: Day; nip: string | null },
): Read {
  const known = Object.hasOwn(correctable[kind], field) ? correctable[kind][field] : undefined
  if (!known) return objection('correction.field-unknown', { field })
  const value = typeof typed === 'string' ? typed.trim() : typed
  if (value === null || value === '')
    return known.required ? objection('import.required', { field }) : { ok: true, value: null }
  const row = new Row(today)
  const owner = nip === null ? null : readNip(nip, today)
  row.nip = owner && isNip(owner) ? owner : null
  const read = typeof value === 'string' && !sound(value, row) ? null : known.read(value satisfies Filled, row)
  const reason = row.reasons[0] ?? (read === null ? row.warnings[0] : undefined)
  if (reason) return objection(reason.code, { ...reason.params, field })
  return read === null ? objection('correction.unreadable', { field }) : { ok: true, value: read }
}

const inOrder: readonly (readonly [string, string])[] = [
  ['bornOn', 'appointedOn'],
  ['appointedOn', 'confirmedOn'],
  ['startedOn', 'endedOn'],
  ['sinceOn', 'untilOn'],
]

/** Looks at a record as a whole, after a correction or when it is added: days in order, and enough said to be of use. */
export function objectionTo(kind: CorrectableKind, facts: Facts): Objection | undefined {
  for (const [first, second] of inOrder) {
    const [start, end] = [facts[first], facts[second]]
    if (typeof start === 'string' && typeof end === 'string' && end < start)
      return { code: 'import.end-before-start', params: { start, end } }
  }
  const says = (field: string) => (facts[field] ?? null) !== null
  // Without a year or a day a training falls in no period of the index, and an appraisal without a result says nothing.
  if (kind === 'training' && !['year', 'startedOn', 'endedOn'].some(says))
    return { code: 'import.required', params: { field: 'year' } }
  if (kind === 'appraisal' && !says('predicate') && !says('value') && !(says('result') && says('behaviour')))
    return { code: 'import.required', params: { field: 'predicate' } }
  return undefined
}

/** Fills in what follows from the other facts of an added record. */
export function completed(kind: AddableKind, facts: Facts): Record<string, unknown> {
  const yearIn = (value: unknown) => (typeof value === 'string' ? Number(value.slice(0, 4)) : null)
  if (kind === 'education')
    return { ...facts, first: facts.first ?? false, year: facts.year ?? yearIn(facts.graduatedOn) }
  if (kind === 'training') return { ...facts, year: facts.year ?? yearIn(facts.startedOn ?? facts.endedOn) }
  if (kind === 'sanction')
    return { ...facts, level: facts.level ?? sanctionTypes.row(String(facts.typeCode))?.level ?? null }
  return { ...facts }
}

interface Change {
  source: 'national' | 'local'
  from: Plain
}

/**
 * What the nation says of a corrected field: the value last refused, else what an import found to differ, else what
 * stood before the corrections since the last national word. `changes` are the field's, the latest first.
 */
export function nationalValue(
  kept: { kept?: unknown },
  found: { value: Plain } | undefined,
  changes: readonly Change[],
): Plain | undefined {
  if (found) return found.value
  if ('kept' in kept) return kept.kept as Plain
  const lastNational = changes.findIndex((change) => change.source === 'national')
  const corrections = lastNational === -1 ? changes : changes.slice(0, lastNational)
  return corrections.at(-1)?.from
}

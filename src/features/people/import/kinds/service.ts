import { kindOf, type NationalKind, nationalKinds, readRecord } from '../../national/rules.ts'
import { supervisorExceptions } from '../exception/service.ts'
import { historyTarget } from '../history/service.ts'
import type { ImportKind, Target } from '../kind/rules.ts'
import { personTarget } from '../person/service.ts'
import { unitTarget } from '../unit/service.ts'

const education = historyTarget({
  record: 'education',
  table: 'education',
  facts: ['levelCode', 'name', 'school', 'year', 'graduatedOn', 'first', 'diplomaNumber'],
})

const training = historyTarget({
  record: 'training',
  table: 'training',
  facts: [
    ...['kind', 'name', 'typeCode', 'structuralCode', 'certificateClass', 'hours', 'year'],
    ...['startedOn', 'endedOn', 'provider', 'certificateNumber'],
  ],
})

const appraisal = historyTarget({
  record: 'appraisal',
  table: 'appraisal',
  facts: ['year', 'result', 'behaviour', 'predicate', 'value', 'raterNip', 'raterName', 'raterPost'],
})

const rank = historyTarget({
  record: 'rank',
  table: 'rank',
  facts: [
    ...['gradeCode', 'sinceOn', 'promotionKind', 'decreeNumber', 'decreeOn'],
    ...['serviceYears', 'serviceMonths'],
  ],
})

const posting = historyTarget({
  record: 'posting',
  table: 'posting',
  facts: [
    ...['postKind', 'title', 'unitNationalId', 'unitName', 'echelonCode'],
    ...['sinceOn', 'decreeNumber', 'decreeOn'],
  ],
})

const sanction = historyTarget({
  record: 'sanction',
  table: 'sanction',
  facts: ['typeCode', 'level', 'sinceOn', 'untilOn', 'decreeNumber', 'decreeOn', 'revokedOn'],
})

const targets: Record<NationalKind, Target> = {
  'ref-unor': unitTarget,
  'data-utama': personTarget,
  'rw-pendidikan': education,
  'rw-diklat': training,
  'rw-kursus': training,
  'rw-skp22': appraisal,
  'rw-skp': appraisal,
  'rw-golongan': rank,
  'rw-jabatan': posting,
  'rw-hukdis': sanction,
}

const orderOf = (name: NationalKind): number => (name === 'ref-unor' ? 0 : name === 'data-utama' ? 10 : 20)

/** Every kind asks about the same file in turn; the answer is worked out once. */
let asked: { path: string; columns: readonly string[]; kind: NationalKind | undefined } | undefined
function kindOnce(path: string, columns: readonly string[]): NationalKind | undefined {
  if (asked?.path !== path || asked.columns !== columns) asked = { path, columns, kind: kindOf(path, columns) }
  return asked.kind
}

/** The kinds of file that people itself takes in: the national ones, and the exceptions to the supervisor. */
export const peopleKinds: readonly ImportKind[] = [
  supervisorExceptions,
  ...nationalKinds.map((name) => ({
    name,
    order: orderOf(name),
    ...(name === 'rw-hukdis' ? { permission: 'people.sanctions' as const } : {}),
    matches: (path: string, columns: readonly string[]) => kindOnce(path, columns) === name,
    read: (values: Readonly<Record<string, unknown>>, at: Parameters<ImportKind['read']>[1]) =>
      readRecord(name, values, at),
    target: targets[name],
  })),
]

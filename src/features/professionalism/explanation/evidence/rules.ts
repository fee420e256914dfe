import type { Day } from '../../../../shared/dates.ts'
import type { AppraisalRecord, EducationRecord, RecordKey, SanctionRecord, TrainingRecord } from '../../facts/rules.ts'
import type { RuleSet, Scale } from '../../ruleset/rules.ts'
import { dayOfTraining } from '../../scoring/competency/rules.ts'
import { bandOf } from '../../scoring/performance/rules.ts'
import type { Evidence } from '../result/rules.ts'

/** The training records of an indicator, newest first; of one day by key, so that their order never varies. */
export function trainingEvidence(records: readonly TrainingRecord[], ruleSet: RuleSet): Evidence[] {
  if (records.length === 0) return []
  const dated = records.map((record) => ({ record, day: dayOfTraining(record, ruleSet) }))
  if (dated.length > 1) dated.sort((a, b) => newestFirst(a.day, b.day) || byKey(a.record.key, b.record.key))
  return dated.map(({ record, day }) => ({
    kind: 'training',
    key: record.key,
    code: record.hours === null ? 'index.evidence.training' : 'index.evidence.training-hours',
    params: { name: record.name, hours: record.hours ?? 0, day: writtenDay(record, day) },
  }))
}

/** A record known by its year alone shows the year, not the day it is counted from. */
const writtenDay = (record: TrainingRecord, day: Day | null): string =>
  record.endedOn ?? record.startedOn ?? (day === null ? 'index.undated' : day.slice(0, 4))

const newestFirst = (a: Day | null, b: Day | null): number => (a === b ? 0 : (a ?? '') < (b ?? '') ? 1 : -1)

const byKey = (a: RecordKey, b: RecordKey): number => (String(a) < String(b) ? -1 : 1)

export function educationEvidence(records: readonly EducationRecord[], level: string): Evidence[] {
  if (records.length === 0) return [{ kind: 'person', key: null, code: 'index.evidence.main-data', params: {} }]
  return records
    .map((record): Evidence => {
      const year = record.graduatedOn?.slice(0, 4) ?? (record.year === null ? 'index.undated' : String(record.year))
      const name = record.name ?? `index.education.${level}`
      return { kind: 'education', key: record.key, code: 'index.evidence.education', params: { name, year } }
    })
    .sort((a, b) => byKey(a.key ?? '', b.key ?? ''))
}

export function appraisalEvidence(record: AppraisalRecord | null, scale: Scale): Evidence[] {
  if (record === null) return []
  const result =
    record.predicate === null ? `index.band.${bandOf(record, scale)?.label}` : `index.predicate.${record.predicate}`
  const params = { year: String(record.year), result, value: record.value ?? 0 }
  const code = record.predicate === null ? 'index.evidence.appraisal-value' : 'index.evidence.appraisal'
  return [{ kind: 'appraisal', key: record.key, code, params }]
}

export const sanctionEvidence = (records: readonly SanctionRecord[]): Evidence[] =>
  records
    .toSorted((a, b) => newestFirst(a.sinceOn, b.sinceOn) || byKey(a.key, b.key))
    .map((record) => ({
      kind: 'sanction',
      key: record.key,
      code: 'index.evidence.sanction',
      params: { level: `index.level.${record.level}`, day: record.sinceOn },
    }))

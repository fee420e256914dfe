import { type RawBuilder, sql } from 'kysely'
import type { AppraisalFacts, EducationFacts, PostingFacts, RankFacts, SanctionFacts, TrainingFacts } from './rules.ts'

/** Where a record came from, and which of its fields were corrected here. */
export interface Origin {
  source: 'national' | 'local'
  importId: number | null
  importName: string | null
  recordedAt: string
  local: string[]
}

export type Recorded<Facts> = Facts & { recordId: number; version: number; origin: Origin }

type StoredRow = Record<string, unknown> & {
  id: number
  version: number
  source: Origin['source']
  import_id: number | null
  import_name: string | null
  recorded_at: string
  local: object
}

/** The records of one table that belong to a person: how to read them, and how a row becomes a record. */
interface Records<Facts> {
  table: string
  fields: Record<keyof Facts, string>
  order: string
}

// Whole rows, cut to the record's fields here: building each object field by field costs the database many times as much.
const rowsOf = ({ table, order }: Records<never>) => sql<StoredRow[] | null>`(
  select json_agg(x) from (
    select r.*, i.name as import_name from ${sql.table(table)} r left join import i on i.id = r.import_id
    where r.person_id = person.id order by ${sql.raw(order)}, r.id) x)`

function recorded<Facts>({ fields }: Records<Facts>, rows: readonly StoredRow[] | null): Recorded<Facts>[] {
  const pairs = Object.entries<string>(fields)
  return (rows ?? []).map((row) => ({
    ...(Object.fromEntries(pairs.map(([name, column]) => [name, row[column]])) as Facts),
    recordId: row.id,
    version: row.version,
    origin: {
      source: row.source,
      importId: row.import_id,
      importName: row.import_name,
      recordedAt: new Date(row.recorded_at).toISOString(),
      local: Object.keys(row.local),
    },
  }))
}

const educations: Records<EducationFacts> = {
  table: 'education',
  fields: {
    levelCode: 'level_code',
    name: 'name',
    school: 'school',
    year: 'year',
    graduatedOn: 'graduated_on',
    first: 'first',
    diplomaNumber: 'diploma_number',
  },
  order: 'r.level_code desc, r.year desc nulls last',
}

const trainings: Records<TrainingFacts> = {
  table: 'training',
  fields: {
    kind: 'kind',
    name: 'name',
    typeCode: 'type_code',
    structuralCode: 'structural_code',
    certificateClass: 'certificate_class',
    hours: 'hours',
    year: 'year',
    startedOn: 'started_on',
    endedOn: 'ended_on',
    provider: 'provider',
    certificateNumber: 'certificate_number',
  },
  order: 'coalesce(r.ended_on, r.started_on, make_date(r.year, 1, 1)) desc nulls last',
}

const ranks: Records<RankFacts> = {
  table: 'rank',
  fields: {
    gradeCode: 'grade_code',
    sinceOn: 'since_on',
    promotionKind: 'promotion_kind',
    decreeNumber: 'decree_number',
    decreeOn: 'decree_on',
    serviceYears: 'service_years',
    serviceMonths: 'service_months',
  },
  order: 'r.since_on desc',
}

const postings: Records<PostingFacts> = {
  table: 'posting',
  fields: {
    postKind: 'post_kind',
    title: 'title',
    unitNationalId: 'unit_national_id',
    unitName: 'unit_name',
    echelonCode: 'echelon_code',
    sinceOn: 'since_on',
    decreeNumber: 'decree_number',
    decreeOn: 'decree_on',
  },
  order: 'r.since_on desc',
}

const appraisals: Records<AppraisalFacts> = {
  table: 'appraisal',
  fields: {
    year: 'year',
    result: 'result',
    behaviour: 'behaviour',
    predicate: 'predicate',
    value: 'value',
    raterNip: 'rater_nip',
    raterName: 'rater_name',
    raterPost: 'rater_post',
  },
  order: 'r.year desc',
}

const sanctions: Records<SanctionFacts> = {
  table: 'sanction',
  fields: {
    typeCode: 'type_code',
    level: 'level',
    sinceOn: 'since_on',
    untilOn: 'until_on',
    decreeNumber: 'decree_number',
    decreeOn: 'decree_on',
    revokedOn: 'revoked_on',
  },
  order: 'r.since_on desc',
}

/** All records of `person`, as columns of a statement that has found that the actor reaches them. */
export const recordColumns = (showSanctions: RawBuilder<boolean>) => [
  rowsOf(educations).as('educations'),
  rowsOf(trainings).as('trainings'),
  rowsOf(ranks).as('ranks'),
  rowsOf(postings).as('postings'),
  rowsOf(appraisals).as('appraisals'),
  sql<StoredRow[] | null>`case when ${showSanctions} then ${rowsOf(sanctions)} end`.as('sanctions'),
]

type RecordRows = Record<
  'educations' | 'trainings' | 'ranks' | 'postings' | 'appraisals' | 'sanctions',
  StoredRow[] | null
>

/** The records of those columns; null where the actor may not see sanctions. */
export const recordsOf = (row: RecordRows, showSanctions: boolean) => ({
  educations: recorded(educations, row.educations),
  trainings: recorded(trainings, row.trainings),
  ranks: recorded(ranks, row.ranks),
  postings: recorded(postings, row.postings),
  appraisals: recorded(appraisals, row.appraisals),
  sanctions: showSanctions ? recorded(sanctions, row.sanctions) : null,
})

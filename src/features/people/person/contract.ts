import * as z from 'zod'
import { list, query } from '../../../shared/contract.ts'
import { personId } from '../../../shared/ids.ts'
import { pageOf, paging } from '../../../shared/lists.ts'
import { employment, postKind } from '../register/contract.ts'

const day = z.string().nullable()
const text = z.string().nullable()
const coded = z.object({ code: z.string(), name: z.string() }).nullable()
const expectation = z.literal([1, 2, 3]).nullable()

const origin = z.object({
  source: z.enum(['national', 'local']),
  importId: z.number().nullable(),
  importName: text,
  recordedAt: z.string(),
  /** Fields whose value was corrected here. */
  local: z.array(z.string()),
})

/** Also `supervisorException`, and the records of other features that an import brings. */
const recordKind = z.string()

const recorded = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ recordId: z.number(), version: z.number(), origin, ...shape })

const education = recorded({
  level: coded,
  name: text,
  school: text,
  year: z.number().nullable(),
  graduatedOn: day,
  first: z.boolean(),
  diplomaNumber: text,
})

const training = recorded({
  kind: z.enum(['structural', 'course']),
  name: z.string(),
  type: coded,
  structuralCode: text,
  certificateClass: text,
  hours: z.number().nullable(),
  year: z.number().nullable(),
  startedOn: day,
  endedOn: day,
  provider: text,
  certificateNumber: text,
})

const rank = recorded({
  grade: coded,
  sinceOn: z.string(),
  promotionKind: text,
  decreeNumber: text,
  decreeOn: day,
  serviceYears: z.number().nullable(),
  serviceMonths: z.number().nullable(),
})

const posting = recorded({
  postKind,
  title: z.string(),
  unitName: text,
  echelon: coded,
  sinceOn: z.string(),
  decreeNumber: text,
  decreeOn: day,
})

const appraisal = recorded({
  year: z.number(),
  result: expectation,
  behaviour: expectation,
  predicate: coded,
  value: z.number().nullable(),
  raterName: text,
  raterPost: text,
})

const sanction = recorded({
  type: coded,
  level: z.enum(['R', 'S', 'B']),
  sinceOn: z.string(),
  untilOn: day,
  decreeNumber: text,
  decreeOn: day,
  revokedOn: day,
})

const personPage = z.object({
  personId: z.number(),
  version: z.number(),
  nip: z.string(),
  nipOld: text,
  nationalId: text,
  name: z.string(),
  fullName: z.string(),
  titleFront: text,
  titleBack: text,
  birthPlace: text,
  bornOn: z.string(),
  sex: z.enum(['M', 'F']),
  email: text,
  employment,
  status: coded,
  active: z.boolean(),
  education: coded,
  grade: coded,
  dates: z.object({
    appointedOn: day,
    confirmedOn: day,
    gradeSinceOn: day,
    postSinceOn: day,
    retiresOn: day,
  }),
  service: z.object({ years: z.number(), months: z.number() }).nullable(),
  unit: z
    .object({ unitId: z.number(), name: z.string(), path: z.array(z.object({ unitId: z.number(), name: z.string() })) })
    .nullable(),
  post: z
    .object({
      postId: z.number(),
      title: z.string(),
      kind: postKind,
      echelon: coded,
      functionalLevel: coded,
      postClass: z.number().nullable(),
    })
    .nullable(),
  supervisor: z
    .object({
      /** Null where the actor may not open that person. */
      personId: z.number().nullable(),
      fullName: z.string(),
      postTitle: text,
      exception: z.object({ reason: z.string(), recordedAt: z.string() }).nullable(),
    })
    .nullable(),
  reports: z.number(),
  lessonHours: z.object({
    year: z.number(),
    hours: z.number(),
    floor: z.number().nullable(),
    ceiling: z.number().nullable(),
    standing: z.enum(['below', 'within', 'above', 'free']),
    legalBasis: text,
  }),
  educations: z.array(education),
  trainings: z.array(training),
  ranks: z.array(rank),
  postings: z.array(posting),
  appraisals: z.array(appraisal),
  /** Absent where the actor may not see sanctions. */
  sanctions: z.array(sanction).optional(),
  origin,
  /** The last change of every field that was ever changed; all others stand as their record's `origin` says. */
  changes: z.array(
    z.object({
      kind: recordKind,
      recordId: z.number(),
      field: z.string(),
      source: z.enum(['national', 'local']),
      importName: text,
      by: text,
      reason: text,
      at: z.string(),
    }),
  ),
  openConflicts: z.number(),
})

const historyRow = z.object({
  changeId: z.number(),
  at: z.string(),
  kind: recordKind,
  recordId: z.number(),
  field: z.string(),
  from: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  to: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  source: z.enum(['national', 'local']),
  importName: text,
  by: text,
  reason: text,
})

export const personOperations = {
  person: query({
    permission: 'people.read',
    summary: 'Everything the register holds of one person, with where each part came from.',
    /** Without a person: the reader’s own page. */
    input: z.object({ personId: personId.optional() }),
    output: personPage,
    offline: 'keep',
  }),
  history: list({
    permission: 'people.read',
    summary: 'Every change of a person and of their records, newest first.',
    input: z.object({ ...paging, personId }),
    output: pageOf(historyRow),
    columns: [
      { field: 'at', heading: 'people.column.changed-at' },
      { field: 'kind', heading: 'people.column.record' },
      { field: 'field', heading: 'people.column.field' },
      { field: 'from', heading: 'people.column.from' },
      { field: 'to', heading: 'people.column.to' },
      { field: 'source', heading: 'people.column.source' },
      { field: 'importName', heading: 'people.column.import' },
      { field: 'by', heading: 'people.column.by' },
      { field: 'reason', heading: 'people.column.reason' },
    ],
  }),
}

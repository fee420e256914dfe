import type { AddableKind, Plain } from '../correction/rules.ts'
import type { Person } from './asking.ts'

export type Facts = Readonly<Record<string, Plain>>

/** What can be corrected of a person, by the names the register gives its fields. */
export const factsOf = (person: Person, unitNationalId: string | null): Facts => ({
  name: person.name,
  titleFront: person.titleFront,
  titleBack: person.titleBack,
  birthPlace: person.birthPlace,
  bornOn: person.bornOn,
  sex: person.sex,
  employment: person.employment,
  statusCode: person.status?.code ?? null,
  educationCode: person.education?.code ?? null,
  gradeCode: person.grade?.code ?? null,
  ...person.dates,
  unitNationalId,
  postKind: person.post?.kind ?? null,
  postTitle: person.post?.title ?? null,
  email: person.email,
  nipOld: person.nipOld,
})

type RecordsOf = {
  education: Person['educations'][number]
  training: Person['trainings'][number]
  appraisal: Person['appraisals'][number]
  rank: Person['ranks'][number]
  posting: Person['postings'][number]
  sanction: NonNullable<Person['sanctions']>[number]
}

/** The same of a record of a person's history: codes where the page shows names. */
const facts: { [Kind in AddableKind]: (record: RecordsOf[Kind]) => Facts } = {
  education: ({ level, name, school, year, graduatedOn, first, diplomaNumber }) => ({
    levelCode: level?.code ?? null,
    name,
    school,
    year,
    graduatedOn,
    first,
    diplomaNumber,
  }),
  training: ({ recordId: _id, version: _version, origin: _origin, type, ...rest }) => ({
    ...rest,
    typeCode: type?.code ?? null,
  }),
  appraisal: ({ year, result, behaviour, predicate, value, raterName, raterPost }) => ({
    year,
    result,
    behaviour,
    predicate: predicate && Number(predicate.code),
    value,
    raterName,
    raterPost,
  }),
  rank: ({ recordId: _id, version: _version, origin: _origin, grade, ...rest }) => ({
    gradeCode: grade?.code ?? null,
    ...rest,
  }),
  posting: ({ recordId: _id, version: _version, origin: _origin, echelon, ...rest }) => ({
    ...rest,
    echelonCode: echelon?.code ?? null,
  }),
  sanction: ({ recordId: _id, version: _version, origin: _origin, type, ...rest }) => ({
    typeCode: type?.code ?? null,
    ...rest,
  }),
}

export const recordFacts = <Kind extends AddableKind>(kind: Kind, record: RecordsOf[Kind]): Facts => facts[kind](record)

export type { RecordsOf }

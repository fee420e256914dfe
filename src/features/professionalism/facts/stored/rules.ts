import type { Measure } from '../../scoring/measure/rules.ts'
import { dayOfTraining } from '../../scoring/competency/rules.ts'
import { isCounted } from '../../scoring/discipline/rules.ts'
import { finished } from '../../scoring/qualification/rules.ts'
import type { IndexFacts } from '../rules.ts'

type Cell = string | number | null
type Row = Cell[]

/** Facts as they are kept with a result: records are rows of cells in the order of `columns`, without empty cells at the end. */
export interface StoredFacts {
  person: Row
  education: Row[]
  training: Row[]
  appraisals: Row[]
  sanctions: Row[]
}

const personColumns = ['employment', 'statusCode', 'educationCode', 'postKind', 'postTitle', 'echelonCode'] as const
const columns = {
  education: ['key', 'levelCode', 'name', 'year', 'graduatedOn'],
  training: [
    'key',
    'kind',
    'name',
    'typeCode',
    'hours',
    'endedOn',
    'startedOn',
    'certificateClass',
    'year',
    'structuralCode',
  ],
  appraisals: ['key', 'year', 'predicate', 'result', 'behaviour', 'value'],
  sanctions: ['key', 'level', 'sinceOn', 'typeCode', 'revokedOn'],
} as const

/** The facts that can bear on a measure; leaving out the others changes neither its scores nor their explanation. */
export function factsFor(facts: IndexFacts, measure: Measure): IndexFacts {
  return {
    ...facts,
    education: facts.education.filter((record) => finished(record, measure)),
    training: facts.training.filter((record) => (dayOfTraining(record, measure.ruleSet) ?? '') <= measure.on),
    appraisals: facts.appraisals.filter((record) => record.year === measure.appraisalYear),
    sanctions: facts.sanctions.filter((record) => isCounted(record, measure)),
  }
}

export function packFacts(facts: IndexFacts): StoredFacts {
  return {
    person: rowOf(facts, personColumns),
    education: facts.education.map((record) => rowOf(record, columns.education)),
    training: facts.training.map((record) => rowOf(record, columns.training)),
    appraisals: facts.appraisals.map((record) => rowOf(record, columns.appraisals)),
    sanctions: facts.sanctions.map((record) => rowOf(record, columns.sanctions)),
  }
}

/** The inverse of `packFacts`. */
export function unpackFacts(stored: StoredFacts): IndexFacts {
  const records = (name: keyof typeof columns) => stored[name].map((row) => recordOf(row, columns[name]))
  return {
    ...recordOf(stored.person, personColumns),
    education: records('education'),
    training: records('training'),
    appraisals: records('appraisals'),
    sanctions: records('sanctions'),
  } as unknown as IndexFacts
}

function rowOf<Name extends string>(record: Readonly<Record<Name, Cell>>, names: readonly Name[]): Row {
  const row: Row = names.map((name) => record[name])
  while (row.length > 0 && row.at(-1) === null) row.pop()
  return row
}

const recordOf = (row: Row, names: readonly string[]) =>
  Object.fromEntries(names.map((name, place) => [name, row[place] ?? null]))

import { historyTarget } from '../../people/import/history/service.ts'
import type { ImportKind } from '../../people/import/kind/rules.ts'
import { carriesOfficialValues, readOfficial } from './rules.ts'
import '../tables.ts'

/** `nilaiipasn`: the official index, beside which ours is the estimate. */
export const officialIndex: ImportKind = {
  name: 'nilaiipasn',
  order: 20,
  permission: 'index.read',
  matches: carriesOfficialValues,
  read: readOfficial,
  target: historyTarget({
    record: 'official-index',
    table: 'index_official',
    facts: ['year', 'qualification', 'competence', 'performance', 'discipline', 'total', 'statedOn'],
  }),
}

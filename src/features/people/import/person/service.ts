import type { Target } from '../kind/rules.ts'
import { applyPersons, loadPersons, movePerson } from './queries.ts'

/** `data-utama`: persons, with the units and posts they stand in. */
export const personTarget: Target = {
  record: 'person',
  table: 'person',
  owner: 'itself',
  load: loadPersons,
  apply: applyPersons,
  assign: {
    unitNationalId: (db, id, value) => movePerson(db, id, 'unitNationalId', String(value)),
    postKind: (db, id, value) => movePerson(db, id, 'postKind', String(value)),
    postTitle: (db, id, value) => movePerson(db, id, 'postTitle', String(value)),
  },
}

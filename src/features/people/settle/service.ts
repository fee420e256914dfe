import type { Db } from '../../../platform/db/open.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { settleHeadcount } from '../headcount/queries.ts'
import { personsInCircles, settlePersons, settleTree } from './queries.ts'

/**
 * Derives what follows from the register's facts: the tree of units, everybody's supervisor, the words they are found
 * by and the units' headcounts. To be called in the transaction that changed units, posts or persons; what already stands is not written again.
 * Answers the persons whose recorded exception cannot stand because it would close a circle: the structure applies to them.
 */
export async function settleRegister(db: Db): Promise<{ ignoredExceptions: PersonId[] }> {
  await settleTree(db)
  const ignored = new Set<PersonId>()
  // The structure has no circles, so every circle holds an exception and each turn ends at least one.
  for (let circle: PersonId[] | undefined; circle === undefined || circle.length > 0;) {
    await settlePersons(db, [...ignored])
    circle = await personsInCircles(db)
    for (const personId of circle) ignored.add(personId)
  }
  await settleHeadcount(db)
  return { ignoredExceptions: [...ignored] }
}

import type { Ctx } from '../../../platform/http/context.ts'
import type { PersonId } from '../../../shared/ids.ts'

/**
 * Renews what other features derive from a person's facts (gaps, index), in the transaction that changed them.
 * Those features stand above this one and register themselves (`afterChange` in app.ts).
 */
export async function renewDerived({ db, services, today }: Ctx, personId: PersonId): Promise<void> {
  for (const renew of services.afterChange) await renew(db, [personId], today)
}

/** Takes a person who is about to be erased out of everything other features derive, sums of units included. */
export async function removeDerived({ db, services, today }: Ctx, personId: PersonId): Promise<void> {
  for (const renew of services.afterChange) await renew(db, [personId], today, true)
}

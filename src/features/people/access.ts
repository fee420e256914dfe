import { type Actor, reachOf } from '../../shared/actor.ts'
import type { PersonId, UnitId } from '../../shared/ids.ts'
import type { Permission } from '../../shared/roles.ts'

/** Where a person stands: supervisor, and the own unit with everything above it. */
export interface Place {
  personId: PersonId
  supervisorId: PersonId | null
  offices: readonly UnitId[]
}

/** May this actor reach this person with this permission? The same rule as `visibleTo`, for one person and without a database. */
export function mayReach(actor: Actor, permission: Permission, person: Place): boolean {
  const reach = reachOf(actor, permission)
  if (reach.city) return true
  if (actor.personId !== null && reach.self && person.personId === actor.personId) return true
  if (actor.personId !== null && reach.team && person.supervisorId === actor.personId) return true
  return reach.offices.some((office) => person.offices.includes(office))
}

import type { AccountId, PersonId, UnitId } from './ids.ts'
import { type Permission, type Role, type Scope, scopeOf } from './roles.ts'
import type { Language } from './words.ts'

/** Who is asking. `units` are the offices of the roles that reach over an office. */
export interface Actor {
  accountId: AccountId
  personId: PersonId | null
  roles: readonly { role: Role; unitId: UnitId | null }[]
  language: Language
}

/** The reach of one permission, the union over the actor's roles. Nothing granted is the empty reach. */
export interface Reach {
  city: boolean
  offices: readonly UnitId[]
  team: boolean
  self: boolean
}

export function reachOf(actor: Actor, permission: Permission): Reach {
  const granted = actor.roles.map((r) => ({ scope: scopeOf(r.role, permission), unitId: r.unitId }))
  const has = (scope: Scope) => granted.some((g) => g.scope === scope)
  return {
    city: has('city'),
    offices: granted.flatMap((g) => (g.scope === 'office' && g.unitId !== null ? [g.unitId] : [])),
    team: has('team'),
    self: has('self'),
  }
}

export const holds = (actor: Actor, permission: Permission): boolean =>
  actor.roles.some((r) => scopeOf(r.role, permission) !== undefined)

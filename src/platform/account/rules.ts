import type { Actor } from '../../shared/actor.ts'
import { reachOf } from '../../shared/actor.ts'
import { permissions, type Scope } from '../../shared/roles.ts'

/** How many wrong passwords are free, and how long the wait grows after them. Our own choice (BSSN 4/2021 asks for a limit, not for a number). */
export const signInLimits = {
  /** One account from one address. */
  pair: { free: 5, waitSeconds: 30, mostSeconds: 15 * 60 },
  /** One address against any accounts; an office shares one address, so it is generous. */
  address: { free: 60, waitSeconds: 30, mostSeconds: 15 * 60 },
} as const

export interface Limit {
  free: number
  waitSeconds: number
  mostSeconds: number
}

/**
 * Seconds to wait before the next attempt counts. The wait doubles with every failure beyond the free ones. It hangs on
 * account *and* address, so a stranger's attempts never lock the owner out.
 */
export function waitBefore(limit: Limit, failures: number, secondsSinceLast: number): number {
  if (failures < limit.free) return 0
  const wait = Math.min(limit.mostSeconds, limit.waitSeconds * 2 ** (failures - limit.free))
  return Math.max(0, Math.ceil(wait - secondsSinceLast))
}

/** The widest scope of each permission the actor holds; the screens show and hide by it. */
export function widestScopes(actor: Actor): Record<string, Scope> {
  const scopes = permissions.map((permission) => {
    const reach = reachOf(actor, permission)
    const scope: Scope | undefined = reach.city
      ? 'city'
      : reach.offices.length > 0
        ? 'office'
        : reach.team
          ? 'team'
          : reach.self
            ? 'self'
            : undefined
    return [permission, scope] as const
  })
  return Object.fromEntries(scopes.filter((entry): entry is [(typeof entry)[0], Scope] => entry[1] !== undefined))
}

/** Reasons why a password is too easy: the account's own words, one repeated character, or a common one. Length is the contract's. */
export function weakness(
  password: string,
  ownWords: readonly string[],
): 'account.password-personal' | 'account.password-common' | null {
  const lower = password.toLowerCase()
  if (ownWords.some((word) => word.length >= 4 && lower.includes(word.toLowerCase())))
    return 'account.password-personal'
  if (new Set(lower).size < 5 || common.some((word) => lower.includes(word))) return 'account.password-common'
  return null
}

const common = ['password', 'rahasia', '1234567', 'qwerty', 'lhokseumawe', 'indonesia', 'admin', 'bismillah', 'sayang']

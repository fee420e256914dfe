import { type Role, roles, derivedRoles } from '../../../shared/roles.ts'

/** Roles that are granted by hand; the others follow from the register. */
export const grantedRoles = roles.filter((role) => !derivedRoles.includes(role)) as unknown as readonly [
  'head',
  'officer',
  'leader',
  'integrity',
  'admin',
]
export type GrantedRole = (typeof grantedRoles)[number]

/** `new`: still has the first password, so nobody has taken the account over yet. */
export const accountStates = ['active', 'new', 'disabled'] as const
export type AccountState = (typeof accountStates)[number]

/** Why a role cannot be granted over this unit; null when it can. Only a head's role reaches over one. */
export function unitProblem(
  role: Role,
  unitId: number | null,
): 'accounts.head-needs-unit' | 'accounts.role-without-unit' | null {
  if (role === 'head') return unitId === null ? 'accounts.head-needs-unit' : null
  return unitId === null ? null : 'accounts.role-without-unit'
}

/**
 * Why an administrator's role cannot be taken away or their account be closed; null when it can. Somebody must always be
 * able to let people in, and who locks themselves out cannot undo it.
 */
export function departureProblem(of: {
  isAdmin: boolean
  isSelf: boolean
  otherAdmins: number
}): 'accounts.last-administrator' | 'accounts.own-administrator' | null {
  if (!of.isAdmin) return null
  if (of.otherAdmins === 0) return 'accounts.last-administrator'
  return of.isSelf ? 'accounts.own-administrator' : null
}

const consonants = 'bdfghjklmnprstwy'
const vowels = 'aeiou'
const groups = 4
const sounds = [consonants, vowels, consonants, vowels, consonants]

/** Different groups of five letters; four of them are 66 bits. */
export const groupCount = sounds.reduce((product, letters) => product * letters.length, 1)

/**
 * A first password that can be read from paper and typed on a phone: `bakim-tosal-hunip-gerod`, 66 bits.
 * `draw(below)` gives evenly spread whole numbers from 0 to `below − 1`; groups that hold a rude word are drawn again.
 */
export function firstPassword(draw: (below: number) => number): string {
  const group = (): string => {
    let number = draw(groupCount)
    const letters = sounds.map((choice) => {
      const letter = choice[number % choice.length]!
      number = Math.floor(number / choice.length)
      return letter
    })
    const word = letters.join('')
    return rude.some((bad) => word.includes(bad)) ? group() : word
  }
  return Array.from({ length: groups }, group).join('-')
}

const rude = ['memek', 'pepek', 'tetek', 'pelir', 'puki', 'babi', 'bego', 'tolol', 'bugil', 'modar', 'setan', 'kafir']

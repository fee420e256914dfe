import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { departureProblem, firstPassword, grantedRoles, groupCount, unitProblem } from './rules.ts'

describe('first passwords', () => {
  it('hold at least 60 bits', () => expect(4 * Math.log2(groupCount)).toBeGreaterThan(60))

  it('are four groups of letters that read aloud, whatever is drawn', () =>
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(groupCount - 1)), (numbers) => {
        const password = firstPassword(() => numbers.next().value!)
        expect(password).toMatch(
          /^([bdfghjklmnprstwy][aeiou]){2}[bdfghjklmnprstwy](-([bdfghjklmnprstwy][aeiou]){2}[bdfghjklmnprstwy]){3}$/,
        )
        expect(password).not.toMatch(/babi|setan/)
      }),
    ))

  it('spreads over its groups', () => {
    const group = (n: number) => {
      let first = true
      return firstPassword(() => (first ? ((first = false), n) : 1)).slice(0, 5)
    }
    expect(new Set(Array.from({ length: 5000 }, (_, n) => group(n * 20))).size).toBeGreaterThan(4950)
  })
})

describe('roles', () => {
  it('grants no role that follows from the register', () =>
    expect(grantedRoles).toEqual(['head', 'officer', 'leader', 'integrity', 'admin']))

  it.each([
    ['head', null, 'accounts.head-needs-unit'],
    ['head', 3, null],
    ['officer', 3, 'accounts.role-without-unit'],
    ['officer', null, null],
  ] as const)('%s over unit %s: %s', (role, unit, problem) => expect(unitProblem(role, unit)).toBe(problem))

  it.each([
    [{ isAdmin: true, isSelf: true, otherAdmins: 0 }, 'accounts.last-administrator'],
    [{ isAdmin: true, isSelf: false, otherAdmins: 0 }, 'accounts.last-administrator'],
    [{ isAdmin: true, isSelf: true, otherAdmins: 1 }, 'accounts.own-administrator'],
    [{ isAdmin: true, isSelf: false, otherAdmins: 1 }, null],
    [{ isAdmin: false, isSelf: false, otherAdmins: 1 }, null],
  ] as const)('%o may not leave: %s', (of, problem) => expect(departureProblem(of)).toBe(problem))
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readInstance } from '../instance/rules.ts'
import type { Plan, Problem } from '../problem/rules.ts'
import { evaluate } from './rules.ts'

const file = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../fixtures/${name}`), 'utf8'))
const instance = (name: string): Problem => {
  const read = readInstance(file(`${name}.json`))
  if ('code' in read) throw new Error(read.code)
  return read.problem
}
const plan = (name: string): Plan => {
  const given = file(`${name}.plan.json`) as Partial<Plan>
  const fixed = (file(`${name}.json`) as { open_sessions?: number[] }).open_sessions
  return { open: fixed ?? given.open ?? [], assign: given.assign ?? [] }
}

describe('the worth of a plan', () => {
  // What check_plan.py of the reference folder prints for these plans.
  it.each([
    ['T1', { objective: 11, benefit: 152, hoursMissing: 96, cost: 38, seats: 10, reached: 10 }],
    ['S3', { objective: 652, benefit: 864, hoursMissing: 212, cost: 128, seats: 49, reached: 38 }],
    ['S5', { objective: 1524, benefit: 1728, hoursMissing: 204, cost: 180, seats: 91, reached: 57 }],
    ['M1_A', { objective: 9629, benefit: 10136, hoursMissing: 372, cost: 1020, seats: 375, reached: 277 }],
  ])('of the known plan of %s is what the reference says', (name, expected) => {
    expect(evaluate(instance(name), plan(name))).toMatchObject({ feasible: true, violations: [], ...expected })
  })

  it('knows a plan that breaks something', () => {
    const problem = instance('S3')
    const known = plan('S3')
    const [first, ...rest] = known.assign
    const codes = (changed: Plan) => evaluate(problem, changed).violations.map(({ code }) => code)
    expect(codes({ ...known, assign: [...known.assign, first!] })).toContain('twice')
    expect(codes({ ...known, open: known.open.slice(1) })).toContain('closed')
    expect(codes({ ...known, assign: [['nobody', 0], ...rest] })).toContain('unknown')
    expect(codes({ open: problem.sessions.map(({ id }) => id), assign: [] })).toEqual(
      expect.arrayContaining(['seats-least', 'budget']),
    )
  })
})

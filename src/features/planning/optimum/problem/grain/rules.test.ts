import { expect, it } from 'vitest'
import type { Problem } from '../rules.ts'
import { grainOf, stepOf } from './rules.ts'

const programme = {
  id: 'P',
  online: false,
  costPerSession: {},
  costPerSeat: {},
  seatsLeast: 2,
  seatsMost: 9,
  prerequisite: null,
}
const of = (benefit: number, hours: number, change: Partial<Problem> = {}): Problem => ({
  people: [{ id: 'A', office: 'o', hoursDone: 4, hoursCap: null, wishes: [{ programme: 'P', benefit }] }],
  programmes: [{ ...programme, hours }],
  sessions: [],
  hoursTarget: { hours: 20, force: { price: 1 } },
  ...change,
})
const floor = { floors: [{ id: 'all', members: ['A'], least: 1, force: { price: 15 } }] }

it.each<[string, Problem, number | null, number]>([
  ['benefits and hours', of(12, 16), 4, 4],
  ['hours that are finer', of(12, 10), 2, 2],
  ['floors, which count apart', of(12, 16, floor), 4, 1],
  ['a price per missing seat', of(12, 16, { seatsLeastForce: { price: 3 } }), 1, 1],
  ['a share of a point', of(12.5, 16), null, 1e-6],
])('the worth of plans comes in steps given by %s', (_, problem, grain, step) => {
  expect(grainOf(problem)).toBe(grain)
  expect(stepOf(problem)).toBe(step)
})

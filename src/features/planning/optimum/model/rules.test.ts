import { beforeAll, describe, expect, it } from 'vitest'
import { Engine } from '../engine/service.ts'
import { byTryingAll } from '../fixtures/small.ts'
import type { Force, Problem } from '../problem/rules.ts'
import { search } from '../search/service.ts'

let engine: Engine
beforeAll(async () => {
  engine = await Engine.load()
})

const worth = (problem: Problem): number | undefined => {
  const until = { at: Infinity, stopped: () => false }
  return search(engine, problem, { seed: 1, until, onPlan: () => {}, onBound: () => {} }).best?.objective
}

const programme = (id: string) => ({
  id,
  hours: 10,
  online: false,
  costPerSession: { class: 4 },
  costPerSeat: { travel: 1 },
  seatsLeast: 1,
  seatsMost: 3,
  prerequisite: null as string | null,
})
const person = (id: string, office: string, p: number, q: number) => ({
  id,
  office,
  hoursDone: 0,
  hoursCap: 40 as number | null,
  wishes: [
    { programme: 'P', benefit: p },
    { programme: 'Q', benefit: q },
  ],
})

/** Three people, two programmes, a session each; nothing in the way of everybody attending both. */
const base: Problem = {
  people: [person('A', 'north', 12, 11), person('B', 'north', 10, 9), person('C', 'south', 8, 7)],
  programmes: [programme('P'), programme('Q')],
  sessions: [
    { id: 'P1', programme: 'P', weeks: [1], instructor: 'X' },
    { id: 'Q2', programme: 'Q', weeks: [2], instructor: 'Y' },
  ],
  hoursCapForce: 'hard',
}
const all = 57

const inOneWeek = base.sessions.map((s) => ({ ...s, weeks: [1] }))
const apart = base.people.map((q, i) => ({ ...q, wishes: q.wishes.slice(i === 2 ? 1 : 0, i === 2 ? 2 : 1) }))
const cases: [name: string, change: (force: Force) => Partial<Problem>, hard: number, free?: number][] = [
  ['most seats', (f) => ({ programmes: base.programmes.map((p) => ({ ...p, seatsMost: 2 })), seatsMostForce: f }), 42],
  [
    'least seats',
    (f) => ({ programmes: base.programmes.map((p) => ({ ...p, seatsLeast: 4 })), seatsLeastForce: f }),
    0,
  ],
  ['hour ceiling', (f) => ({ people: base.people.map((q) => ({ ...q, hoursCap: 15 })), hoursCapForce: f }), 30],
  [
    'prerequisite',
    (f) => ({
      programmes: [{ ...programme('P'), prerequisite: 'Q' }, programme('Q')],
      prerequisiteForce: f,
    }),
    27,
  ],
  ['budget', (f) => ({ sources: [{ id: 'own', amount: 12, force: f }] }), 42],
  [
    'a purse for one category',
    (f) => ({
      sources: [
        { id: 'own', amount: 100, categories: ['class'] },
        { id: 'grant', amount: 2, categories: ['travel'], force: f },
      ],
    }),
    23,
  ],
  ['ceiling of a category', (f) => ({ ceilings: [{ category: 'travel', amount: 2, force: f }] }), 23],
  [
    'share away',
    (f) => ({
      away: {
        share: 0.5,
        offices: [
          { id: 'north', size: 2 },
          { id: 'south', size: 2 },
        ],
        force: f,
      },
    }),
    38,
  ],
  ['rooms', (f) => ({ sessions: inOneWeek, rooms: { perWeek: 0, force: f } }), 0, 30],
  ['rooms of one week', (f) => ({ rooms: { perWeek: 5, except: { 1: 0 }, force: f } }), 27],
  [
    'instructor',
    (f) => ({ people: apart, sessions: inOneWeek.map((s) => ({ ...s, instructor: 'X' })), instructorForce: f }),
    22,
    29,
  ],
  ['blackout', (f) => ({ blackout: { weeks: [1], force: f } }), 27],
]

describe('a condition alone', () => {
  it('leaves everybody everything when there is none', () => expect(worth(base)).toBe(all))

  it.each(cases)(
    '%s changes the answer when hard, costs when priced, and is nothing when off',
    (_, change, hard, expected = all) => {
      const free = worth({ ...base, ...change('off') })!
      expect(worth({ ...base, ...change('hard') })).toBe(hard)
      expect(free).toBe(expected)
      const priced = worth({ ...base, ...change({ price: 1 }) })!
      expect(priced).toBeLessThan(free)
      expect(priced).toBe(byTryingAll({ ...base, ...change({ price: 1 }) })!.objective)
      expect(worth({ ...base, ...change({ price: 1000 }) })).toBe(hard)
    },
  )

  const unwanted = {
    ...base,
    people: base.people.map((q) => ({ ...q, wishes: q.wishes.map((w) => ({ ...w, benefit: -1 })) })),
  }
  it.each<[string, Partial<Problem>, number | undefined]>([
    ['hours wished for, priced', { hoursTarget: { hours: 20, force: { price: 1 } } }, -6],
    ['hours wished for, hard', { hoursTarget: { hours: 20, force: 'hard' } }, -6],
    ['a floor, priced', { floors: [{ id: 'women', members: ['A', 'C'], least: 2, force: { price: 5 } }] }, -2],
    ['a floor, hard', { floors: [{ id: 'women', members: ['A', 'C'], least: 2, force: 'hard' }] }, -2],
    ['a floor, off', { floors: [{ id: 'women', members: ['A', 'C'], least: 2, force: 'off' }] }, 0],
    ['a floor beyond reach', { floors: [{ id: 'women', members: ['A', 'C'], least: 3, force: 'hard' }] }, undefined],
    ['a mandate, hard', { mandates: [{ person: 'B', programme: 'Q', force: 'hard' }] }, -1],
    ['a mandate, priced', { mandates: [{ person: 'B', programme: 'Q', force: { price: 9 } }] }, -1],
    ['a mandate, off', { mandates: [{ person: 'B', programme: 'Q', force: 'off' }] }, 0],
    ['a pinned session', { pins: [{ session: 'Q2', runs: true }] }, -1],
    ['a pinned programme of a person', { pins: [{ person: 'C', programme: 'P', in: true }] }, -1],
    ['a pinned seat', { pins: [{ person: 'C', session: 'P1', in: true }] }, -1],
    [
      'pins that contradict',
      {
        pins: [
          { session: 'Q2', runs: true },
          { session: 'Q2', runs: false },
        ],
      },
      undefined,
    ],
  ])('%s, where nobody gains anything', (_, change, expected) => {
    expect(worth(unwanted)).toBe(0)
    expect(worth({ ...unwanted, ...change })).toBe(expected)
  })

  it.each<[string, Partial<Problem>, number]>([
    ['a session pinned out', { pins: [{ session: 'Q2', runs: false }] }, 30],
    ['a person pinned out of a programme', { pins: [{ person: 'A', programme: 'P', in: false }] }, 45],
    ['a person pinned out of a session', { pins: [{ person: 'A', session: 'P1', in: false }] }, 45],
    ['one place at a time', { sessions: inOneWeek }, 30],
    [
      'closeness to an earlier plan',
      { near: { plan: { open: [], assign: [] }, pricePerSession: 30, pricePerSeat: 0 } },
      0,
    ],
    ['closeness of seats', { near: { plan: { open: [], assign: [] }, pricePerSession: 0, pricePerSeat: 9 } }, 6],
  ])('%s', (_, change, expected) => expect(worth({ ...base, ...change })).toBe(expected))
})

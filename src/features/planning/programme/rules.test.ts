import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProgrammeId } from '../../../shared/ids.ts'
import {
  type Attendant,
  type Audience,
  employments,
  fits,
  postKinds,
  prerequisiteCircle,
  rupiahPerHead,
} from './rules.ts'

const id = (n: number) => n as ProgrammeId

const supervisor = { employment: 'PNS', postKind: 'structural', echelonCode: '41', functionalLevel: null }
const administrator = { ...supervisor, echelonCode: '31' }
const analyst = { employment: 'PNS', postKind: 'functional', echelonCode: null, functionalLevel: 'MU' }
const senior = { ...analyst, functionalLevel: 'UT' }
const clerk = { employment: 'PNS', postKind: 'general', echelonCode: '99', functionalLevel: null }
const contract = { ...analyst, employment: 'PPPK', functionalLevel: 'PT' }
const postless = { employment: 'PNS', postKind: null, echelonCode: null, functionalLevel: null }
const everybody = { supervisor, administrator, analyst, senior, clerk, contract, postless }

describe('fits', () => {
  test.each<[string, Audience, (keyof typeof everybody)[]]>([
    ['nothing asked', {}, ['supervisor', 'administrator', 'analyst', 'senior', 'clerk', 'contract', 'postless']],
    ['empty lists ask nothing', { echelons: [], employments: [] }, Object.keys(everybody) as never],
    ['PPPK only', { employments: ['PPPK'] }, ['contract']],
    ['PKP: echelon IV', { echelons: ['41', '42'] }, ['supervisor']],
    ['PKN II: JPT Pratama or JF Ahli Utama', { echelons: ['21', '22'], functionalLevels: ['UT'] }, ['senior']],
    [
      'echelon IV and general posts',
      { postKinds: ['structural', 'general'], echelons: ['41'] },
      ['supervisor', 'clerk'],
    ],
    ['functional posts whatever their level', { postKinds: ['functional'] }, ['analyst', 'senior', 'contract']],
    [
      'echelons do not narrow functional posts',
      { postKinds: ['functional'], echelons: ['41'] },
      ['analyst', 'senior', 'contract'],
    ],
    ['PNS in functional posts MU', { employments: ['PNS'], functionalLevels: ['MU'] }, ['analyst']],
  ])('%s', (_, audience, who) => {
    const fitting = Object.entries(everybody).filter(([, person]) => fits(audience, person))
    expect(fitting.map(([name]) => name)).toEqual(who)
  })

  const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values]), { nil: undefined })
  const audiences = fc.record({
    employments: some(employments),
    postKinds: some(postKinds),
    echelons: some(['21', '31', '41']),
    functionalLevels: some(['PT', 'MU', 'UT']),
  }) as fc.Arbitrary<Audience>
  const persons: fc.Arbitrary<Attendant> = fc.record({
    employment: fc.constantFrom(...employments),
    postKind: fc.constantFrom(...postKinds, null),
    echelonCode: fc.constantFrom('21', '31', '41', '99', null),
    functionalLevel: fc.constantFrom('PT', 'MU', 'UT', null),
  })

  test('whom an audience excludes, it still excludes when a further employment is asked for', () =>
    fc.assert(
      fc.property(audiences, persons, fc.constantFrom(...employments), (audience, person, only) => {
        if (fits({ ...audience, employments: [only] }, person)) {
          expect(person.employment).toBe(only)
          expect(fits({ ...audience, employments: [] }, person)).toBe(true)
        }
      }),
    ))

  test('a longer list of codes never excludes whom a shorter one took', () =>
    fc.assert(
      fc.property(audiences, persons, fc.constantFrom('21', '31', '41'), (audience, person, more) => {
        const { echelons = [] } = audience
        const kinds = { postKinds: audience.postKinds?.length ? audience.postKinds : postKinds }
        const shorter = { ...audience, ...kinds, echelons: echelons.length > 0 ? echelons : ['41'] }
        if (fits(shorter, person))
          expect(fits({ ...shorter, echelons: [...shorter.echelons, more] }, person)).toBe(true)
      }),
    ))
})

describe('prerequisiteCircle', () => {
  const needs = (pairs: [number, number | null][]) => new Map(pairs.map(([a, b]) => [id(a), b === null ? null : id(b)]))

  test.each<[string, number, number | null, [number, number | null][], number[] | undefined]>([
    ['needs nothing', 1, null, [[1, null]], undefined],
    [
      'a way that ends',
      1,
      2,
      [
        [2, 3],
        [3, null],
      ],
      undefined,
    ],
    ['itself', 1, 1, [[1, null]], [1]],
    ['A needs B needs A', 1, 2, [[2, 1]], [1, 2]],
    [
      'three of them',
      1,
      2,
      [
        [2, 3],
        [3, 1],
      ],
      [1, 2, 3],
    ],
    [
      'a circle elsewhere',
      1,
      2,
      [
        [2, 3],
        [3, 2],
      ],
      undefined,
    ],
    ['one that is not there', 1, 9, [], undefined],
  ])('%s', (_, programme, prerequisite, pairs, circle) => {
    const found = prerequisiteCircle(id(programme), prerequisite === null ? null : id(prerequisite), needs(pairs))
    expect(found).toEqual(circle)
  })

  test('every member of a circle needs the next one, and the last one the first', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(7), { minLength: 8, maxLength: 8 }), fc.nat(7), (targets, start) => {
        const all = needs(targets.map((to, from) => [from, to]))
        const circle = prerequisiteCircle(id(start), all.get(id(start))!, all)
        if (circle) circle.forEach((member, i) => expect(all.get(member)).toBe(circle[(i + 1) % circle.length]))
        // Whoever keeps walking eight steps from the start stands on a circle: the start is a member or it is not.
        let at = id(start)
        const seen: ProgrammeId[] = []
        for (let step = 0; step < 8; step++) seen.push((at = all.get(at)!))
        expect(circle !== undefined).toBe(seen.includes(id(start)))
      }),
    ))
})

test.each([
  [0, 0, 10, 0],
  [1_000_000, 250_000, 20, 300_000],
  [1_000_000, 0, 3, 333_333],
])('a session of %d with %d a seat for %d costs %d a head', (fixedRupiah, seatRupiah, maxSeats, head) => {
  expect(rupiahPerHead({ fixedRupiah, seatRupiah, maxSeats })).toBe(head)
})

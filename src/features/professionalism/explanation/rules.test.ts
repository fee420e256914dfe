import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRegionFile } from '../../../platform/region.ts'
import { sayIn } from '../../../platform/words/words.ts'
import type { Day } from '../../../shared/dates.ts'
import type { IndexFacts } from '../facts/rules.ts'
import type { Reason } from '../reason/rules.ts'
import type { RuleSet } from '../ruleset/rules.ts'
import { measureOf } from '../scoring/measure/rules.ts'
import { scoresOf } from '../scoring/rules.ts'
import type { IndexResult } from './result/rules.ts'
import { indexOf } from './rules.ts'

const rules2019 = readRegionFile<RuleSet>('indonesia', 'ipasn-2019')
const rules2024 = readRegionFile<RuleSet>('indonesia', 'ipasn-2024')
const on = '2026-12-31' as Day

const key = fc.nat(9999)
const aDay = fc
  .date({ min: new Date('2017-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10) as Day)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const levelCode = fc.constantFrom(
  '05',
  '10',
  '12',
  '15',
  '17',
  '18',
  '20',
  '25',
  '30',
  '35',
  '40',
  '42',
  '45',
  '47',
  '49',
  '50',
  '77',
)
const training = fc.record({
  key,
  kind: fc.constantFrom('structural' as const, 'course' as const),
  name: fc.constantFrom('Pelatihan A', 'Pelatihan B'),
  typeCode: maybe(fc.integer({ min: 1, max: 26 }).map(String)),
  structuralCode: maybe(fc.integer({ min: 1, max: 8 }).map(String)),
  certificateClass: maybe(fc.constantFrom('T', 'F', 'P')),
  hours: maybe(fc.integer({ min: 0, max: 300 }).map((h) => h / 10)),
  year: maybe(fc.integer({ min: 2022, max: 2027 })),
  startedOn: maybe(aDay),
  endedOn: maybe(aDay),
})
const appraisal = fc.record({
  key,
  year: fc.integer({ min: 2024, max: 2026 }),
  result: maybe(fc.constantFrom(1 as const, 2 as const, 3 as const)),
  behaviour: maybe(fc.constantFrom(1 as const, 2 as const, 3 as const)),
  predicate: maybe(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const)),
  value: maybe(fc.integer({ min: 0, max: 12000 }).map((v) => v / 100)),
})
const sanction = fc.record({
  key,
  typeCode: maybe(fc.constantFrom('1', '7', '11', '21', '22')),
  level: fc.constantFrom('R' as const, 'S' as const, 'B' as const),
  sinceOn: aDay,
  revokedOn: maybe(aDay),
})
const person: fc.Arbitrary<IndexFacts> = fc.record({
  employment: maybe(fc.constantFrom('PNS' as const, 'CPNS' as const, 'PPPK' as const)),
  statusCode: maybe(fc.constantFrom('01', '02', '03', '15', '99')),
  educationCode: maybe(levelCode),
  postKind: maybe(fc.constantFrom('structural' as const, 'functional' as const, 'general' as const)),
  postTitle: maybe(fc.constantFrom('Guru Ahli Muda', 'Analis')),
  echelonCode: maybe(fc.constantFrom('00', '12', '21', '22', '31', '32', '41', '42', '51')),
  education: fc.array(
    fc.record({
      key,
      levelCode,
      name: maybe(fc.constant('Prodi')),
      year: maybe(fc.integer({ min: 1990, max: 2028 })),
      graduatedOn: maybe(aDay),
    }),
    { maxLength: 3 },
  ),
  training: fc.array(training, { maxLength: 6 }),
  appraisals: fc.array(appraisal, { maxLength: 4 }),
  sanctions: fc.array(sanction, { maxLength: 3 }),
})
const anyRules = fc.constantFrom(rules2019, rules2024)

const reasonsOf = (result: IndexResult): Reason[] =>
  result.dimensions
    .flatMap((d) => d.indicators.flatMap((i) => [i.rule, i.found, ...i.evidence, ...i.wouldGain]))
    .concat(result.unmeasured ?? [])

describe('properties', () => {
  test('the total is the sum of its parts, and each part lies between 0 and its maximum', () => {
    fc.assert(
      fc.property(person, anyRules, (facts, rules) => {
        const { scores, dimensions } = indexOf(facts, rules, on)
        expect(scores.total).toBeCloseTo(
          scores.qualification + scores.competency + scores.performance + scores.discipline,
          6,
        )
        for (const d of dimensions) {
          expect(d.score).toBe(scores[d.dimension])
          expect(d.score).toBeGreaterThanOrEqual(0)
          expect(d.score).toBeLessThanOrEqual(d.max)
          expect(d.indicators.reduce((sum, i) => sum + i.points, 0)).toBeCloseTo(d.score, 6)
          for (const i of d.indicators)
            expect(i.points + i.wouldGain.reduce((s, g) => s + g.points, 0)).toBeLessThanOrEqual(i.max + 1e-9)
        }
      }),
    )
  })
  test('the lean path gives the scores of the explained one', () => {
    fc.assert(
      fc.property(person, anyRules, aDay, (facts, rules, at) => {
        expect(scoresOf(facts, measureOf(rules, at))).toEqual(indexOf(facts, rules, at).scores)
      }),
      { numRuns: 2000 },
    )
  })
  test('one more training never lowers, one more sanction never raises', () => {
    fc.assert(
      fc.property(person, anyRules, training, sanction, (facts, rules, more, fault) => {
        const measure = measureOf(rules, on)
        const { total } = scoresOf(facts, measure)
        expect(scoresOf({ ...facts, training: [...facts.training, more] }, measure).total).toBeGreaterThanOrEqual(total)
        expect(scoresOf({ ...facts, sanctions: [...facts.sanctions, fault] }, measure).total).toBeLessThanOrEqual(total)
      }),
    )
  })
  test('the order of records does not matter, and computing again gives the same, explanation included', () => {
    const unique = person.filter((p) =>
      [p.education, p.training, p.appraisals, p.sanctions].every((r) => new Set(r.map((x) => x.key)).size === r.length),
    )
    fc.assert(
      fc.property(unique, anyRules, (facts, rules) => {
        const turned = {
          ...facts,
          education: facts.education.toReversed(),
          training: facts.training.toReversed(),
          appraisals: facts.appraisals.toReversed(),
          sanctions: facts.sanctions.toReversed(),
        }
        const result = indexOf(facts, rules, on)
        expect(indexOf(turned, rules, on)).toEqual(result)
        expect(indexOf(structuredClone(facts), structuredClone(rules), on)).toEqual(result)
      }),
    )
  })
  test('every reason has its words and all they need, in both languages', () => {
    fc.assert(
      fc.property(person, anyRules, (facts, rules) => {
        for (const { code, params } of reasonsOf(indexOf(facts, rules, on))) {
          for (const language of ['id', 'en'] as const) {
            const said = sayIn(language, code, params)
            expect(said).not.toBe(code)
            expect(said).not.toMatch(/[{}]/)
            expect(JSON.stringify(params)).not.toMatch(/undefined|null/)
          }
        }
      }),
    )
  })
})

describe('what would be gained is gained', () => {
  const base: IndexFacts = {
    employment: 'PNS',
    statusCode: '01',
    educationCode: '30',
    postKind: 'general',
    postTitle: null,
    echelonCode: null,
    education: [],
    training: [],
    appraisals: [],
    sanctions: [],
  }
  const technical = (hours: number) => ({
    key: 'a',
    kind: 'course' as const,
    name: 'Bimtek',
    typeCode: '8',
    structuralCode: null,
    certificateClass: 'T',
    hours,
    year: 2026,
    startedOn: null,
    endedOn: '2026-03-01' as Day,
  })
  const find = (facts: IndexFacts, indicator: string, rules = rules2019) =>
    indexOf(facts, rules, on)
      .dimensions.flatMap((d) => d.indicators)
      .find((i) => i.indicator === indicator)

  test('20 more lesson hours of technical training: +22.5', () => {
    const gain = find(base, 'technical')?.wouldGain
    expect(gain).toEqual([{ code: 'index.gain.technical', params: { hours: 20, points: 22.5 }, points: 22.5 }])
    expect(find({ ...base, training: [technical(20)] }, 'technical')).toMatchObject({
      points: 22.5,
      wouldGain: [],
      evidence: [{ kind: 'training', key: 'a' }],
    })
  })
  test('a part of the hours is shown and only the rest is asked', () => {
    expect(find({ ...base, training: [technical(12)] }, 'technical')).toMatchObject({
      points: 0,
      found: { code: 'index.found.technical-short', params: { hours: 12, required: 20 } },
      wouldGain: [{ params: { hours: 8, points: 22.5 } }],
    })
  })
  test('training outside its window is named', () => {
    const old = { ...technical(30), endedOn: '2025-03-01' as Day }
    expect(find({ ...base, training: [old] }, 'technical')?.found).toEqual({
      code: 'index.found.technical-expired',
      params: { n: 1, day: '2025-03-01' },
    })
  })
  test('the leadership training that the echelon asks for is named', () => {
    const facts = { ...base, postKind: 'structural' as const, echelonCode: '31' }
    expect(find(facts, 'leadership')?.wouldGain).toMatchObject([
      { points: 15, params: { training: 'index.leadership.3' } },
    ])
    expect(find({ ...facts, echelonCode: '51' }, 'leadership')).toMatchObject({
      found: { code: 'index.found.leadership-not-asked' },
      wouldGain: [],
    })
  })
  test('the next level of education', () => {
    expect(find(base, 'education')?.wouldGain).toMatchObject([{ points: 5, params: { level: 'index.education.40' } }])
    expect(find({ ...base, educationCode: '50' }, 'education')?.wouldGain).toEqual([])
    expect(find({ ...base, educationCode: '42' }, 'education')).toMatchObject({
      confidence: 'D',
      wouldGain: [{ points: 5 }],
    })
  })
  test('when the heaviest sanction leaves the window, the score is what was announced', () => {
    fc.assert(
      fc.property(fc.array(sanction, { minLength: 1, maxLength: 4 }), (sanctions) => {
        const facts = { ...base, sanctions }
        const result = indexOf(facts, rules2019, on)
        const gain = result.dimensions[3]?.indicators[0]?.wouldGain[0]
        if (gain === undefined) return
        // Later sanctions do not disturb the forecast: it speaks of what is known on the day.
        const known = { ...facts, sanctions: sanctions.filter((s) => s.sinceOn <= on) }
        const then = indexOf(known, rules2019, gain.params.day as Day)
        expect(then.scores.discipline).toBe(result.scores.discipline + gain.points)
      }),
    )
  })
  test('after the heaviest sanction the lighter one remains', () => {
    const of = (level: 'R' | 'B', sinceOn: string) => ({
      key: level,
      typeCode: null,
      level,
      sinceOn: sinceOn as Day,
      revokedOn: null,
    })
    const both = { ...base, sanctions: [of('R', '2025-01-01'), of('B', '2022-03-05')] }
    expect(find(both, 'sanction')).toMatchObject({
      points: 1,
      wouldGain: [{ points: 2, params: { day: '2027-03-05' } }],
    })
    expect(find({ ...base, sanctions: [of('R', '2025-01-01')] }, 'sanction')).toMatchObject({
      points: 3,
      evidence: [{ kind: 'sanction', key: 'R' }],
      wouldGain: [{ points: 2, params: { day: '2030-01-01' } }],
    })
    expect(find(base, 'sanction')).toMatchObject({ points: 5, evidence: [], wouldGain: [] })
  })
  test('of 2024: training in proportion', () => {
    expect(find({ ...base, training: [technical(12)] }, 'learning', rules2024)).toMatchObject({
      points: 9,
      confidence: 'D',
      wouldGain: [{ params: { hours: 8, points: 6 } }],
    })
  })
  test('outside the population everything is worked out and the reason said', () => {
    const result = indexOf({ ...base, employment: 'PPPK' }, rules2019, on)
    expect(result).toMatchObject({
      measured: false,
      unmeasured: { code: 'index.unmeasured.employment', params: { employment: 'index.employment.PPPK' } },
      scores: { total: 15 },
    })
    expect(indexOf({ ...base, employment: 'PPPK' }, rules2024, on).measured).toBe(true)
  })
})

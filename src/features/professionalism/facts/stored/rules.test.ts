import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRegionFile } from '../../../../platform/region.ts'
import type { Day } from '../../../../shared/dates.ts'
import { indexOf } from '../../explanation/rules.ts'
import { isReproduced, resultOf } from '../../result/rules.ts'
import type { RuleSet } from '../../ruleset/rules.ts'
import { measureOf } from '../../scoring/measure/rules.ts'
import type { IndexFacts } from '../rules.ts'
import { factsFor, packFacts, unpackFacts } from './rules.ts'

const sets = ['ipasn-2019', 'ipasn-2024'].map((name) => readRegionFile<RuleSet>('indonesia', name))
const on = '2026-06-30' as Day

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const someDay = fc.constantFrom('2014-01-01', '2021-06-30', '2024-07-01', '2025-06-30', '2026-01-05', '2026-12-01')
const day = someDay as unknown as fc.Arbitrary<Day>
const year = fc.integer({ min: 2022, max: 2027 })
const third = fc.constantFrom(1 as const, 2 as const, 3 as const)

const facts: fc.Arbitrary<IndexFacts> = fc.record({
  employment: fc.constantFrom('PNS', 'CPNS', 'PPPK', null),
  statusCode: fc.constantFrom('01', '15', '99', null),
  educationCode: maybe(fc.constantFrom('15', '40', '45', '42')),
  postKind: maybe(fc.constantFrom('structural', 'functional', 'general')),
  postTitle: maybe(fc.constantFrom('Guru Ahli Muda', 'Kepala Bidang')),
  echelonCode: maybe(fc.constantFrom('21', '31', '42', '99')),
  education: fc.array(
    fc.record({
      key: fc.nat(),
      levelCode: fc.constantFrom('15', '40', '50'),
      name: maybe(fc.string()),
      year: maybe(year),
      graduatedOn: maybe(day),
    }),
  ),
  training: fc.array(
    fc.record({
      key: fc.nat(),
      kind: fc.constantFrom('structural', 'course'),
      name: fc.string(),
      typeCode: maybe(fc.constantFrom('2', '3', '4')),
      structuralCode: maybe(fc.constantFrom('2', '3', '4')),
      certificateClass: maybe(fc.constantFrom('F', 'T', 'P')),
      hours: maybe(fc.constantFrom(4, 12.5, 20, 40)),
      year: maybe(year),
      startedOn: maybe(day),
      endedOn: maybe(day),
    }),
  ),
  appraisals: fc.array(
    fc.record({
      key: fc.nat(),
      year,
      result: maybe(third),
      behaviour: maybe(third),
      predicate: maybe(third),
      value: maybe(fc.integer({ min: 0, max: 120 })),
    }),
  ),
  sanctions: fc.array(
    fc.record({
      key: fc.nat(),
      typeCode: maybe(fc.constantFrom('01', '21')),
      level: fc.constantFrom('R', 'S', 'B'),
      sinceOn: day,
      revokedOn: maybe(day),
    }),
  ),
})

test('what is kept gives the same index with the same reasons, under either rule set', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...sets), (known, rules) => {
      const measure = measureOf(rules, on)
      // Through JSON, as the database keeps it.
      const kept = unpackFacts(JSON.parse(JSON.stringify(packFacts(factsFor(known, measure)))))
      expect(indexOf(kept, rules, on)).toEqual(indexOf(known, rules, on))
    }),
  )
})

test('a kept result is reproduced from its own facts, and a changed value is noticed', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...sets), (known, rules) => {
      const kept = resultOf(known, measureOf(rules, on))
      expect(isReproduced(kept, rules)).toBe(true)
      const scores = { ...kept.scores, total: kept.scores.total + 0.01 }
      expect(isReproduced({ ...kept, scores }, rules)).toBe(false)
    }),
  )
})

import { describe, expect, test } from 'vitest'
import { readRegionFile } from '../../../../platform/region.ts'
import { sayIn } from '../../../../platform/words/words.ts'
import type { RuleSet } from '../rules.ts'
import { readRuleSet } from './rules.ts'

const rules = (name = 'ipasn-2019') => readRegionFile<RuleSet>('indonesia', name)

test.each(['ipasn-2019', 'ipasn-2024'])('%s is whole', (name) => {
  expect(readRuleSet(rules(name))).toEqual({ ruleSet: rules(name) })
})

describe('an edited rule set is refused for', () => {
  test.each([
    ['nothing at all', () => null, 'index.rules.shape'],
    ['a missing part', (r) => ({ ...r, discipline: undefined }), 'index.rules.shape'],
    ['an unknown key', (r) => ({ ...r, bonus: 3 }), 'index.rules.shape'],
    ['points that are text', (r) => (((r.qualification.max as unknown) = '25'), r), 'index.rules.shape'],
    ['an impossible day', (r) => ((r.effectiveFrom = '2024-02-30'), r), 'index.rules.shape'],
    ['an end before its start', (r) => ((r.effectiveTo = '2010-01-01'), r), 'index.rules.dates'],
    ['maxima that are not 100', (r) => ((r.performance.max = 31), r), 'index.rules.not-hundred'],
    ['points above the maximum', (r) => ((r.discipline.levels.points.none = 6), r), 'index.rules.above-max'],
    [
      'a heavier sanction that scores more',
      (r) => ((r.discipline.levels.points.B = 4), r),
      'index.rules.not-descending',
    ],
    ['bands that do not descend', (r) => (r.categories.bands.reverse(), r), 'index.rules.bands'],
    ['a last band with a bound', (r) => ((r.performance.scale.values.bands[4]!.above = 10), r), 'index.rules.bands'],
    ['a level listed twice', (r) => (r.qualification.tables[1]!.rows[0]!.codes.push('50'), r), 'index.rules.twice'],
    ['an indicator without a rule', (r) => (delete r.competency.indicators.seminar, r), 'index.rules.no-indicator'],
    [
      'points of a kind of post that do not sum to the maximum',
      (r) => (((r.competency.points as Record<string, object>).general = { technical: 22 }), r),
      'index.rules.not-max',
    ],
  ] as [string, (r: RuleSet) => unknown, string][])('%s', (_, change, code) => {
    const read = readRuleSet(change(rules()))
    const problems = 'problems' in read ? read.problems : []
    expect(problems.map((p) => p.code)).toContain(code)
    for (const p of problems) expect(sayIn('id', p.code, p.params)).not.toMatch(/[{}]|^index/)
  })
})

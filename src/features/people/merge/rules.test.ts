import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { changed, mergeRecord } from './rules.ts'

describe('one field', () => {
  const cases: [string, object, Record<string, { kept?: unknown }>, object, object, object][] = [
    ['equal does nothing', { name: 'A' }, {}, { name: 'A' }, {}, {}],
    ['a new value changes', { name: 'A' }, {}, { name: 'B' }, { name: { from: 'A', to: 'B' } }, {}],
    ['a gap is filled', { email: null }, {}, { email: 'a@b' }, { email: { from: null, to: 'a@b' } }, {}],
    ['a field not known before is filled', {}, {}, { email: 'a@b' }, { email: { from: null, to: 'a@b' } }, {}],
    ['not carried never erases', { email: 'a@b' }, {}, {}, {}, {}],
    ['undefined never erases', { email: 'a@b' }, {}, { email: undefined }, {}, {}],
    ['empty never erases', { email: 'a@b' }, {}, { email: null }, {}, {}],
    [
      'false and 0 are values',
      { first: true, hours: 5 },
      {},
      { first: false, hours: 0 },
      { first: { from: true, to: false }, hours: { from: 5, to: 0 } },
      {},
    ],
    [
      'a correction is in conflict',
      { name: 'A' },
      { name: {} },
      { name: 'B' },
      {},
      { name: { local: 'A', national: 'B' } },
    ],
    ['a refused value stays refused', { name: 'A' }, { name: { kept: 'B' } }, { name: 'B' }, {}, {}],
    [
      'another value asks again',
      { name: 'A' },
      { name: { kept: 'B' } },
      { name: 'C' },
      {},
      { name: { local: 'A', national: 'C' } },
    ],
    ['a correction that the nation took over agrees', { name: 'A' }, { name: {} }, { name: 'A' }, {}, {}],
    [
      'a correction to nothing is in conflict',
      { until: null },
      { until: {} },
      { until: '2026-01-01' },
      {},
      { until: { local: null, national: '2026-01-01' } },
    ],
    [
      'inherited names are no corrections',
      { valueOf: 'x' },
      {},
      { valueOf: 'y' },
      { valueOf: { from: 'x', to: 'y' } },
      {},
    ],
  ]
  it.each(cases)('%s', (_, current, local, incoming, changes, conflicts) => {
    expect(mergeRecord(current, local, incoming)).toEqual({ changes, conflicts })
  })
})

const value = fc.oneof(fc.constantFrom('A', 'B', 1, 2, true, false, null), fc.string(), fc.double())
const fields = fc.constantFrom('a', 'b', 'c', 'd')
const facts = fc.dictionary(fields, value)
const incoming = fc.dictionary(fields, fc.option(value, { nil: undefined }))
const local = fc.dictionary(fields, fc.oneof(fc.constant({}), fc.record({ kept: value })))

describe('properties', () => {
  test('merging twice is merging once', () => {
    fc.assert(
      fc.property(facts, local, incoming, (current, corrected, national) => {
        const first = mergeRecord(current, corrected, national)
        const second = mergeRecord(changed(current, first), corrected, national)
        expect(second).toEqual({ changes: {}, conflicts: first.conflicts })
      }),
    )
  })

  test('a corrected field is never changed', () => {
    fc.assert(
      fc.property(facts, local, incoming, (current, corrected, national) => {
        const after = changed(current, mergeRecord(current, corrected, national)) as Record<string, unknown>
        for (const field of Object.keys(corrected)) expect(after[field]).toBe(current[field])
      }),
    )
  })

  test('a record merged into itself changes nothing', () => {
    fc.assert(
      fc.property(facts, local, (current, corrected) => {
        expect(mergeRecord(current, corrected, current)).toEqual({ changes: {}, conflicts: {} })
      }),
    )
  })

  test('no known value is lost', () => {
    fc.assert(
      fc.property(facts, local, incoming, (current, corrected, national) => {
        const after = changed(current, mergeRecord(current, corrected, national)) as Record<string, unknown>
        for (const [field, known] of Object.entries(current)) if (known !== null) expect(after[field]).not.toBeNull()
      }),
    )
  })

  test('a decision to keep ends the conflict', () => {
    fc.assert(
      fc.property(facts, local, incoming, (current, corrected, national) => {
        const { conflicts } = mergeRecord(current, corrected, national)
        const decided = Object.entries(conflicts).map(([field, c]) => [field, { kept: c.national }] as const)
        expect(mergeRecord(current, { ...corrected, ...Object.fromEntries(decided) }, national).conflicts).toEqual({})
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import type { Day } from '../../../shared/dates.ts'
import { nationalValue, objectionTo, readField } from './rules.ts'

const today = '2026-11-23' as Day
const pns = { today, nip: '196608011988031001' }
const pppk = { today, nip: '200012312024211001' }

describe('reading a correction', () => {
  it.each([
    ['person', 'gradeCode', 'III/c', pns, '33'],
    ['person', 'gradeCode', '33', pns, '33'],
    ['person', 'gradeCode', 'IX', pppk, 'IX'],
    ['person', 'bornOn', '01-08-1966', pns, '1966-08-01'],
    ['person', 'titleBack', '  ', pns, null],
    ['person', 'employment', 'CPNS', pns, 'CPNS'],
    ['training', 'hours', '20,5', pns, 20.5],
    ['appraisal', 'predicate', '2', pns, 2],
    ['education', 'first', false, pns, false],
    ['sanction', 'untilOn', null, pns, null],
  ] as const)('%s.%s: %j', (kind, field, typed, context, value) => {
    expect(readField(kind, field, typed, context)).toEqual({ ok: true, value })
  })

  it.each([
    ['person', 'gradeCode', 'IX', pns, 'import.code-unknown'],
    ['person', 'employment', 'PPPK', pns, 'import.code-unknown'],
    ['person', 'name', '', pns, 'import.required'],
    ['person', 'name', '=1+1', pns, 'import.formula'],
    ['person', 'bornOn', '31-02-1966', pns, 'import.day-impossible'],
    ['person', 'email', 'bukan surel', pns, 'import.email-odd'],
    ['person', 'nip', '1', pns, 'correction.field-unknown'],
    ['person', 'constructor', '1', pns, 'correction.field-unknown'],
    ['training', 'hours', 99_999, pns, 'import.hours-absurd'],
    ['appraisal', 'year', 2031, pns, 'import.year-out-of-range'],
    ['rank', 'serviceMonths', 12, pns, 'import.out-of-range'],
  ] as const)('%s.%s: %j is refused', (kind, field, typed, context, code) => {
    expect(readField(kind, field, typed, context)).toMatchObject({ ok: false, code })
  })
})

it('looks at the record as a whole', () => {
  expect(objectionTo('training', { startedOn: '2026-02-02', endedOn: '2026-01-01' })?.code).toBe(
    'import.end-before-start',
  )
  expect(objectionTo('training', { name: 'Tanpa tahun' })?.code).toBe('import.required')
  expect(objectionTo('appraisal', { year: 2025, result: 2 })?.code).toBe('import.required')
  expect(objectionTo('appraisal', { year: 2025, result: 2, behaviour: 2 })).toBeUndefined()
})

describe('the national value of a corrected field', () => {
  const local = (from: string) => ({ source: 'local' as const, from })
  const national = (from: string) => ({ source: 'national' as const, from })
  it.each([
    [{}, undefined, [], undefined],
    [{}, undefined, [local('b'), local('a')], 'a'],
    [{}, undefined, [local('c'), national('b'), local('a')], 'c'],
    [{ kept: 'k' }, undefined, [local('a')], 'k'],
    [{ kept: 'k' }, { value: 'found' }, [local('a')], 'found'],
    [{ kept: null }, undefined, [local('a')], null],
  ])('%j %j %j', (kept, found, changes, value) => {
    expect(nationalValue(kept, found, changes)).toBe(value)
  })
})

import { expect, it } from 'vitest'
import { decide, placeOf, soundJson } from './rules.ts'

const known = (facts: object, local = {}) => ({ id: 1, version: 3, local, facts })

it('calls a record without a counterpart new', () => {
  expect(decide(undefined, { hours: 20 })).toMatchObject({ outcome: 'new', facts: { hours: 20 } })
})

it('finds nothing to do where the facts are equal or silent', () => {
  expect(decide(known({ hours: 20, name: 'A' }), { hours: 20, name: null }).outcome).toBe('same')
})

it('takes the other changes of a row in conflict, and leaves the corrected field', () => {
  const decided = decide(known({ hours: 20, name: 'A' }, { name: {} }), { hours: 24, name: 'B' })
  expect(decided).toMatchObject({
    outcome: 'conflict',
    facts: { hours: 24, name: 'A' },
    changes: { hours: { from: 20, to: 24 }, name: { from: 'A', to: 'B', conflict: true } },
    reasons: [{ code: 'import.conflict', column: 'name', params: { local: 'A', national: 'B' } }],
  })
})

it('overwrites nothing of a kind that only grows', () => {
  expect(decide(known({ level: 3 }), { level: 4 }, { appendOnly: true })).toMatchObject({
    outcome: 'rejected',
    facts: null,
    reasons: [{ code: 'import.recorded-differs', column: 'level', value: 4, params: { recorded: '3' } }],
  })
})

it('says that an open question has settled itself, but not from a row that is silent about it', () => {
  const record = known({ name: 'A' }, { name: {} })
  expect(decide(record, { name: 'A' }, { open: ['name'] }).reasons).toMatchObject([{ code: 'import.conflict-settled' }])
  expect(decide(record, { name: null }, { open: ['name'] }).reasons).toEqual([])
  expect(decide(record, { name: 'B' }, { open: ['name'] }).reasons).toMatchObject([{ code: 'import.conflict' }])
})

it.each([
  [{ a: 'biasa', b: [1, { c: null }] }, '{"a":"biasa","b":[1,{"c":null}]}'],
  [{ a: 'x\u0000y' }, '{"a":"x\ufffdy"}'],
  [{ 'k\ud800': ['\udc00'] }, '{"k\ufffd":["\ufffd"]}'],
  [{ a: '\\u0000' }, '{"a":"\\\\u0000"}'],
  [{ a: '😀' }, '{"a":"😀"}'],
])('writes %j as JSON that PostgreSQL can hold', (value, json) => {
  expect(soundJson(value)).toBe(json)
})

it('says where a row stands, in a file of its own or in one of many', () => {
  expect(placeOf('a.csv', 7, null)).toEqual({ path: 'a.csv', row: 7 })
  expect(placeOf('z/*.json', 7, 'z/19#1.json#2')).toEqual({ path: 'z/19#1.json', row: 2 })
})

import { describe, expect, test } from 'vitest'
import data from '../../../../regions/indonesia/competency-standards.json' with { type: 'json' }
import { type JobKind, jobKindOf, jobKinds, standardFor, type StandardsRuleSet } from './rules.ts'

const ruleSet = (data as unknown as StandardsRuleSet[])[0] as StandardsRuleSet

describe('standardFor: the table per kind of post', () => {
  test.each<[JobKind, string, number, string]>([
    ['pelaksana', '111111111', 3394, 'B'],
    ['pengawas', '222222222', 297, 'B'],
    ['administrator', '333333333', 247, 'B'],
    ['jpt-pratama', '444444444', 45, 'B'],
    ['jpt-madya', '555555555', 1, 'B'],
    ['jpt-utama', '555555555', 0, 'D'],
    ['jf-pemula', '111111111', 23, 'B'],
    ['jf-terampil', '221111112', 59, 'B'],
    ['jf-mahir', '222222222', 59, 'B'],
    ['jf-penyelia', '333333333', 59, 'B'],
    ['jf-ahli-pertama', '222222222', 83, 'B'],
    ['jf-ahli-muda', '333333333', 84, 'B'],
    ['jf-ahli-madya', '444444444', 84, 'B'],
    ['jf-ahli-utama', '544444445', 34, 'B'],
  ])('%s: %s', (kind, digits, observed, confidence) => {
    const standard = standardFor(kind, [], ruleSet)
    expect(standard.map((s) => s.competency)).toEqual(['M.1', 'M.2', 'M.3', 'M.4', 'M.5', 'M.6', 'M.7', 'M.8', 'SK.1'])
    expect(standard.map((s) => s.level).join('')).toBe(digits)
    expect(standard.every((s) => s.from === 'table' && s.ruleSet === 'STANDAR_JABATAN_2017')).toBe(true)
    expect(standard.every((s) => s.confidence === confidence)).toBe(true)
    expect(ruleSet.required[kind].observedStandards).toBe(observed)
  })

  test('every kind of post has nine levels and the 4,469 standards are all counted', () => {
    expect(Object.keys(ruleSet.required).sort()).toEqual([...jobKinds].sort())
    const observed = jobKinds.map((kind) => ruleSet.required[kind].observedStandards)
    expect(observed.reduce((a, b) => a + b)).toBe(4469)
  })
})

describe('standardFor: the single post', () => {
  test('replaces a level in its place, adds what the table lacks, and says where each came from', () => {
    const standard = standardFor(
      'pengawas',
      [
        { competency: 'M.5', level: 4 },
        { competency: 'T.IZN', level: 3 },
      ],
      ruleSet,
    )
    expect(standard.map((s) => `${s.competency}=${s.level} ${s.from}`)).toEqual([
      'M.1=2 table',
      'M.2=2 table',
      'M.3=2 table',
      'M.4=2 table',
      'M.5=4 post',
      'M.6=2 table',
      'M.7=2 table',
      'M.8=2 table',
      'SK.1=2 table',
      'T.IZN=3 post',
    ])
    expect(standard[4]?.ruleSet).toBeNull()
  })

  test('is all there is when the kind of post is unknown', () => {
    expect(standardFor(undefined, [], ruleSet)).toEqual([])
    expect(standardFor(undefined, [{ competency: 'M.1', level: 2 }], ruleSet)).toHaveLength(1)
  })
})

describe('jobKindOf', () => {
  test.each<[string, string | null, string | null, JobKind | undefined]>([
    ['1', '10', null, 'jpt-utama'],
    ['1', '11', null, 'jpt-madya'],
    ['1', '12', null, 'jpt-madya'],
    ['1', '21', null, 'jpt-pratama'],
    ['1', '22', null, 'jpt-pratama'],
    ['1', '31', null, 'administrator'],
    ['1', '32', null, 'administrator'],
    ['1', '41', null, 'pengawas'],
    ['1', '42', null, 'pengawas'],
    ['1', '51', null, 'pengawas'],
    ['1', '52', null, 'pengawas'],
    ['1', '00', null, undefined],
    ['1', '99', null, undefined],
    ['1', null, null, undefined],
    ['1', 'constructor', null, undefined],
    ['1', '00', 'MU', undefined],
    ['2', null, 'PM', 'jf-pemula'],
    ['2', null, 'TR', 'jf-terampil'],
    ['2', null, 'MH', 'jf-mahir'],
    ['2', null, 'PY', 'jf-penyelia'],
    ['2', null, 'PT', 'jf-ahli-pertama'],
    ['2', null, 'MU', 'jf-ahli-muda'],
    ['2', null, 'MA', 'jf-ahli-madya'],
    ['2', '99', 'UT', 'jf-ahli-utama'],
    ['2', '41', 'XX', undefined],
    ['3', '31', 'MA', 'administrator'],
    ['3', '00', 'MA', 'jf-ahli-madya'],
    ['4', '99', null, 'pelaksana'],
    ['4', null, null, 'pelaksana'],
    ['7', '31', 'MA', undefined],
    ['', null, null, undefined],
  ])('jenis %s, eselon %s, jenjang %s: %s', (postKind, echelonId, functionalLevel, kind) => {
    expect(jobKindOf({ postKind, echelonId, functionalLevel }, ruleSet)).toBe(kind)
  })
})

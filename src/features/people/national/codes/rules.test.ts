import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  contractGrades,
  echelons,
  educationLevels,
  grades,
  legalStatuses,
  sanctionTypes,
  trainingTypes,
} from './rules.ts'

interface Table {
  table: string
  legalBasis: string
  confidence: string
  stateOn: string
  complete: boolean
  rows: { code: string; name: string }[]
}

const folder = new URL('../../../../../regions/indonesia/', import.meta.url)
const tables = readdirSync(folder)
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Table[] | object)
  .filter((content): content is Table[] => Array.isArray(content))
  .flat()
  // Dated rule sets of other subjects lie in the same folder.
  .filter((t) => 'table' in t)

describe('the national tables', () => {
  it.each(tables.map((t) => [t.table, t] as const))('%s says where it is from, and each code once', (_, t) => {
    expect(t.legalBasis).not.toBe('')
    expect(t.confidence).toMatch(/^[A-D]$/)
    expect(t.stateOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(new Set(t.rows.map((r) => r.code)).size).toBe(t.rows.length)
    expect(t.rows.every((r) => typeof r.code === 'string' && r.name !== '')).toBe(true)
  })

  it.each([
    ['jenisDiklat', 25],
    ['latihanStruktural', 8],
    ['eselon', 13],
    ['golongan', 17],
    ['golongan PPPK', 17],
    ['jenjang jabatan fungsional', 8],
    ['jenisHukuman', 21],
    ['kedudukanHukum', 14],
    ['tkPendidikan', 16],
  ])('%s has %i rows', (table, rows) => {
    expect(tables.find((t) => t.table === table)?.rows.length).toBe(rows)
  })
})

describe('looking up', () => {
  it.each([
    [educationLevels, '05', '05'],
    [educationLevels, '5', '05'],
    [educationLevels, '40.0', '40'],
    [educationLevels, 's1', '40'],
    [educationLevels, 'S-2', '45'],
    [legalStatuses, '1', '01'],
    [grades, 'IV/A', '41'],
    [grades, 'IV', undefined],
    [contractGrades, 'iv', 'IV'],
    [contractGrades, 'IV/a', undefined],
    [echelons, 'III.b', '32'],
    [echelons, 'I.a', undefined],
    [echelons, '00', '00'],
    [trainingTypes, 'bimbingan teknis', '8'],
    [trainingTypes, '08', undefined],
    [sanctionTypes, 'PTDH', '11'],
    [sanctionTypes, '', undefined],
    [sanctionTypes, 'constructor', undefined],
  ])('$table', (codes, given, code) => {
    expect(codes.find(given)).toBe(code)
  })
})

import { describe, expect, test } from 'vitest'
import tables from '../../../../../regions/indonesia/development-forms.json' with { type: 'json' }
import { trainingTypes } from '../../../people/national/codes/rules.ts'
import { type Conversion, developmentForm, developmentForms, formsOnPath, unitsFor } from './rules.ts'

const said = (conversion: Conversion | null): string => {
  if (conversion === null) return '–'
  const { mode, jp, factor, capCount, capPeriod } = conversion
  return [mode, jp, factor && `×${factor}`, capCount && `${capCount}/${capPeriod}`].filter(Boolean).join(' ')
}

// The list as it stands in domain/competency.md 4.4 and 4.5.
const list = `
A1  study        -  PER_SEMESTER 20         | PER_SEMESTER 20
A2  study        -  PER_SEMESTER 20         | PER_SEMESTER 20
B1  klasikal     1  ACTUAL                  | –
B2  klasikal     5  ACTUAL                  | ACTUAL ×1.2
B3  klasikal     3  ACTUAL                  | ACTUAL ×1.2
B4  klasikal     2  ACTUAL                  | ACTUAL ×1.2
B5  klasikal     6  ACTUAL                  | ACTUAL ×1.2
B6  klasikal     9  PER_DAY 4               | PER_DAY 6
B7  klasikal     4  PER_DAY 5               | PER_DAY 7
B8  klasikal     11 ACTUAL                  | ACTUAL ×1.2
B9  klasikal     12 ACTUAL                  | ACTUAL ×1.2
B10 klasikal     8  ACTUAL                  | ACTUAL ×1.2
B11 klasikal     7  PER_DAY 4               | PER_DAY 6
C1  non-klasikal 14 PER_MEETING 2 2/month   | PER_MEETING 4 2/month
C2  non-klasikal 15 PER_MEETING 2 2/month   | PER_MEETING 4 2/month
C3  non-klasikal 16 CAP_PER_DAY 3           | CAP_PER_DAY 4
C4  non-klasikal 17 ACTUAL                  | ACTUAL ×1.2
C5  non-klasikal 18 PER_EVENT 20            | PER_EVENT 24
C6  non-klasikal 19 ACTUAL                  | ACTUAL ×1.2
C7  non-klasikal 20 PER_EVENT 10            | PER_EVENT 20
C8  non-klasikal 21 PER_EVENT 20            | PER_EVENT 24
C9  non-klasikal 22 CAP_PER_DAY 2           | ACTUAL ×1.2
C10 non-klasikal 23 CAP_PER_DAY 2           | ACTUAL ×1.2
C11 non-klasikal 10 PER_EVENT 20            | PER_EVENT 24`

describe('the national forms', () => {
  test('are those of the list, each with path, BKN type and both conversions', () => {
    const lines = developmentForms.map(
      ({ code, path, trainingType, national, international }) =>
        `${code} ${path} ${trainingType ?? '-'} ${said(national)} | ${said(international)}`,
    )
    expect(lines).toEqual(
      list
        .trim()
        .split('\n')
        .map((line) => line.replace(/ +/g, ' ')),
    )
  })

  test('and those without a conversion are all types that BKN knows, each once', () => {
    const others = tables[1]!.rows.map(({ code }) => code)
    const types = [...developmentForms.flatMap(({ trainingType }) => trainingType ?? []), ...others]
    expect(types.toSorted()).toEqual(trainingTypes.rows.map(({ code }) => code).toSorted())
    expect(others).toEqual(['13', '24', '25'])
  })

  test('a figure whose meaning is inferred says so', () => {
    for (const { international } of developmentForms)
      if (international?.factor) expect(international).toMatchObject({ printed: '20 %', confidence: 'D' })
  })

  test('are found by code and by path', () => {
    expect(developmentForm('B7')!.name.id).toBe('Workshop/lokakarya')
    expect(developmentForm('B12')).toBeUndefined()
    expect(developmentForm('constructor')).toBeUndefined()
    expect(formsOnPath('study')).toEqual(['A1', 'A2'])
    expect(formsOnPath('klasikal').length + formsOnPath('non-klasikal').length).toBe(22)
  })
})

test.each<[string, number, { units: number; months: number } | null]>([
  ['B3', 40, null],
  ['B7', 10, { units: 2, months: 0 }],
  ['B7', 11, { units: 3, months: 0 }],
  ['C1', 6, { units: 3, months: 2 }],
  ['C1', 4, { units: 2, months: 1 }],
  ['C3', 9, { units: 3, months: 0 }],
  ['C5', 20, { units: 1, months: 0 }],
  ['A1', 40, { units: 2, months: 0 }],
])('%s needs for %d JP: %j', (code, hours, needed) => {
  expect(unitsFor(developmentForm(code)!.national, hours)).toEqual(needed)
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import reference from './fixtures/04_raters.json' with { type: 'json' }
import {
  intraclass,
  type Judgements,
  type Known,
  krippendorffAlpha,
  quadraticKappa,
  standardErrorOfMeasurement,
} from './rules.ts'

const table = (file: string): Judgements =>
  readFileSync(new URL(`./fixtures/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .split(',')
        .slice(1)
        .map((cell) => (cell === '' ? null : Number(cell))),
    )
const item = (id: string) => {
  const found = reference.items.find((i) => i.id === id)
  if (!found) throw new Error(id)
  return {
    values: found.values as unknown as Record<'alpha' | 'icc' | 'kappa' | 'kappa_quadratic' | 'n', number> &
      Record<'ICC' | 'F', number[]>,
    tolerance: found.rel_tol,
  }
}
const near = (value: number, expected: number, tolerance: number) =>
  expect(Math.abs(value - expected), `${value} against ${expected}`).toBeLessThanOrEqual(tolerance * Math.abs(expected))
const valueOf = <T>(result: Known<T>): T => {
  if (!result.known) throw new Error(result.reason)
  return result.value
}
const column = (judgements: Judgements, at: number) => judgements.map((row) => row[at] ?? null)

const krippendorff = table('krippendorff_4x12.csv')
const shroutFleiss = table('shrout_fleiss_6x4.csv')
const fleiss = table('fleiss_10x14.csv')

describe('reference values', () => {
  test.each(['nominal', 'ordinal', 'interval'] as const)("Krippendorff's alpha, %s, with missing values", (metric) => {
    const { values, tolerance } = item(`kripp_${metric}`)
    near(valueOf(krippendorffAlpha(krippendorff, metric, 2)), values.alpha, tolerance)
  })

  test('the six intraclass correlations of Shrout & Fleiss', () => {
    const { values, tolerance } = item('icc_shrout_fleiss')
    const { icc1, icc2, icc3, icc1k, icc2k, icc3k, oneWay, twoWay } = valueOf(intraclass(shroutFleiss, 2))
    ;[icc1, icc2, icc3, icc1k, icc2k, icc3k].forEach((v, i) => near(v, values.ICC[i] as number, tolerance))
    near(oneWay.f, values.F[0] as number, tolerance)
    near(twoWay.f, values.F[1] as number, tolerance)
    expect([oneWay.df1, oneWay.df2, twoWay.df1, twoWay.df2]).toEqual([5, 18, 5, 15])
    near(icc2k, item('icc_irr_twoway_agreement_avg').values.icc, tolerance)
  })

  test("Cohen's kappa, quadratic, raters B and C, pairs only", () => {
    const { values, tolerance } = item('cohen_kappa_BC')
    const result = quadraticKappa(column(krippendorff, 1), column(krippendorff, 2), 2)
    near(valueOf(result), values.kappa_quadratic, tolerance)
    expect(result.targets).toBe(values.n)
  })

  test("nominal alpha and Fleiss' kappa differ by the small-sample factor alone", () => {
    const { values, tolerance } = item('fleiss_kappa')
    const ratings = fleiss.flat().length
    const alpha = valueOf(krippendorffAlpha(fleiss, 'nominal', 2))
    near(1 - ((1 - alpha) * ratings) / (ratings - 1), values.kappa, tolerance)
  })

  test('the error of one rating is SD·√(1 − ICC(1,1)) of the one-way model', () => {
    const { icc1, raters, oneWay } = valueOf(intraclass(shroutFleiss, 2))
    const { standardError, degreesOfFreedom } = valueOf(standardErrorOfMeasurement(shroutFleiss, 2))
    const within = standardError ** 2
    const modelSd = Math.sqrt((oneWay.f * within - within) / raters + within)
    near(standardError, modelSd * Math.sqrt(1 - icc1), 1e-12)
    expect(degreesOfFreedom).toBe(18)
    // Mean square within targets as Shrout & Fleiss (1979) print it: 6.26.
    expect(within).toBeCloseTo(6.26, 2)
  })
})

describe('what cannot be known says so', () => {
  const reasonOf = (result: Known<unknown>) => (result.known ? null : result.reason)
  const same: Judgements = Array.from({ length: 12 }, () => [3, 3])

  test.each([
    ['no rows', [], 2],
    ['one rater each', Array.from({ length: 20 }, (_, i) => [(i % 5) + 1, null]), 2],
    ['fewer than asked for', Array.from({ length: 9 }, (_, i) => [(i % 5) + 1, (i % 4) + 1]), 10],
    ['one row, even where one is allowed', [[1, 2]], 0],
  ] as [string, Judgements, number][])('%s', (_, rows, minimum) => {
    expect(reasonOf(krippendorffAlpha(rows, 'ordinal', minimum))).toBe('too-few-targets')
    expect(reasonOf(intraclass(rows, minimum))).toBe('too-few-targets')
    expect(reasonOf(quadraticKappa(column(rows, 0), column(rows, 1), minimum))).toBe('too-few-targets')
    expect(reasonOf(standardErrorOfMeasurement(rows, minimum))).toBe('too-few-targets')
  })

  test('ten of ten asked for are enough', () => {
    const rows = Array.from({ length: 10 }, (_, i) => [(i % 5) + 1, (i % 4) + 1])
    expect(standardErrorOfMeasurement(rows, 10)).toMatchObject({ known: true, targets: 10 })
  })

  test('all the same: agreement is undefined, the error is zero', () => {
    expect(reasonOf(krippendorffAlpha(same, 'ordinal', 10))).toBe('no-variation')
    expect(reasonOf(intraclass(same, 10))).toBe('no-variation')
    expect(reasonOf(quadraticKappa(column(same, 0), column(same, 1), 10))).toBe('no-variation')
    expect(valueOf(standardErrorOfMeasurement(same, 10)).standardError).toBe(0)
  })
})

describe('properties', () => {
  const level = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 6 })
  const judgements = fc.array(fc.array(level, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 12 })
  const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 })
  const figures = (rows: Judgements) => {
    const icc = intraclass(rows, 2)
    const sem = standardErrorOfMeasurement(rows, 2)
    return [
      ...(['nominal', 'ordinal', 'interval'] as const).map((m) => krippendorffAlpha(rows, m, 2)),
      quadraticKappa(column(rows, 0), column(rows, 1), 2),
      icc.known ? { ...icc, value: icc.value.icc1 } : icc,
      icc.known ? { ...icc, value: icc.value.icc2k } : icc,
      sem.known ? { ...sem, value: sem.value.standardError } : sem,
    ]
  }
  const expectSame = (a: Known<number>, b: Known<number> | undefined) => {
    expect([a.known, a.targets]).toEqual([b?.known, b?.targets])
    if (a.known && b?.known && Math.abs(a.value) < 1e6) expect(a.value).toBeCloseTo(b.value, 8)
  }

  test('the order of the raters changes nothing', () => {
    fc.assert(
      fc.property(judgements, order, (rows, places) => {
        const shuffled = rows.map((row) => places.map((p) => row[p] ?? null))
        const before = figures(rows)
        figures(shuffled).forEach((f, i) => i !== 3 && expectSame(f, before[i]))
        expectSame(quadraticKappa(column(rows, 1), column(rows, 0), 2), before[3] as Known<number>)
      }),
    )
  })

  test('no figure of agreement exceeds 1, and full agreement is 1', () => {
    fc.assert(
      fc.property(judgements, (rows) => {
        for (const f of figures(rows).slice(0, 5)) if (f.known) expect(f.value).toBeLessThanOrEqual(1 + 1e-9)
        const agreed = rows.map((row, i) => row.map(() => (i % 5) + 1))
        for (const f of figures(agreed).slice(0, 5)) expect(f.known && f.value).toBeCloseTo(1, 9)
        expect(figures(agreed)[6]).toMatchObject({ known: true, value: 0 })
      }),
    )
  })
})

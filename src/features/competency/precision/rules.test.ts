import { expect, test } from 'vitest'
import type { RaterKind } from '../assessment/rules.ts'
import { precisionOf, type RatedTogether } from './rules.ts'

const together = (persons: number, ...ratings: [RaterKind, number][]): RatedTogether => ({
  competency: 'M.1',
  persons,
  ratings: ratings.map(([kind, level]) => ({ kind, level })),
})
const errorOf = (list: readonly RatedTogether[], minimum = 10) => precisionOf('M.1', list, minimum)

test('leaves what people say of themselves out where others are enough', () => {
  const precision = errorOf([
    together(5, ['self', 5], ['supervisor', 1], ['assessor', 2]),
    together(5, ['self', 1], ['supervisor', 3], ['assessor', 3]),
  ])
  // Five of ten pairs of others differ by one level: ½ · 5 within squares over 10 degrees of freedom.
  expect(precision).toMatchObject({
    raters: 'others',
    error: { known: true, targets: 10, value: { standardError: 0.5, degreesOfFreedom: 10 } },
  })
})

test('takes it in where others are too few, which only makes the error larger', () => {
  const pairs = [together(6, ['self', 3], ['supervisor', 2]), together(6, ['self', 2], ['supervisor', 2])]
  expect(errorOf(pairs)).toMatchObject({ raters: 'all', error: { known: true, value: { standardError: 0.5 } } })
  expect(errorOf(pairs, 13)).toMatchObject({
    raters: 'all',
    error: { known: false, reason: 'too-few-targets', targets: 12 },
    alpha: null,
    kappa: null,
    icc: null,
  })
})

test('two raters of one kind are two raters, and kappa asks self and supervisor alone', () => {
  const precision = errorOf([together(10, ['assessor', 2], ['assessor', 4]), together(2, ['self', 1], ['self', 1])])
  expect(precision).toMatchObject({ raters: 'others', kappa: null, icc: null })
  expect(precision.error).toMatchObject({ known: true, value: { standardError: Math.SQRT2 } })
})

test('nobody rated', () => {
  expect(errorOf([])).toMatchObject({ error: { known: false, targets: 0 } })
})

import * as z from 'zod'
import { categories } from '../../programme/rules.ts'
import { planRules, ruleModes } from '../rules.ts'

const rupiah = z.number().int().min(0).max(1e13)
const share = z.number().min(0).max(1)

/** Refuses with the words of `input.issue.<issue>`. */
const because = (issue: string) => ({ params: { issue } })
const distinct = (values: readonly unknown[]) => new Set(values).size === values.length

export const planSettings = z.strictObject({
  budgets: z
    .array(z.strictObject({ source: z.string().trim().min(1).max(80), rupiah }))
    .max(10)
    .refine((all) => distinct(all.map(({ source }) => source)), because('plan-budget-twice')),
  ceilings: z
    .array(z.strictObject({ category: z.enum(categories), rupiah }))
    .max(categories.length)
    .refine((all) => distinct(all.map(({ category }) => category)), because('plan-ceiling-twice')),
  rooms: z.number().int().min(0).max(500),
  blackoutWeeks: z.array(z.number().int().min(1).max(53)).max(53).refine(distinct, because('plan-week-twice')),
  awayShare: share,
  fairShare: share,
  rules: z.record(z.enum(planRules), z.strictObject({ mode: z.enum(ruleModes), price: z.number().min(0).max(10_000) })),
  seconds: z.number().int().min(5).max(3600),
  seed: z.number().int().min(0).max(2_147_483_647),
})

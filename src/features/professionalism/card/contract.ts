import * as z from 'zod'
import { query } from '../../../shared/contract.ts'
import { categories } from '../ruleset/rules.ts'

const category = z.enum(categories)

export const cardOperations = {
  summary: query({
    permission: 'index.read',
    summary:
      'What the index has to say on the home screen: the own value with what would raise it most, and the unit’s mean.',
    input: z.object({}),
    output: z.object({
      /** Null for whoever has no result yet. */
      own: z
        .object({
          year: z.number(),
          total: z.number(),
          category,
          categoryText: z.string(),
          measured: z.boolean(),
          official: z.number().nullable(),
          /** The sentence of the largest gain; null where nothing is left to gain. */
          gain: z.object({ text: z.string(), points: z.number() }).nullable(),
          trend: z.array(z.object({ year: z.number(), total: z.number() })),
        })
        .nullable(),
      /** The office or the city of whoever reaches over one. */
      unit: z
        .object({
          unitId: z.number().nullable(),
          name: z.string(),
          year: z.number().nullable(),
          mean: z.number().nullable(),
          category: category.nullable(),
          categoryText: z.string().nullable(),
          persons: z.number(),
          measured: z.number(),
          trend: z.array(z.object({ year: z.number(), mean: z.number() })),
        })
        .nullable(),
    }),
    offline: 'keep',
  }),
}

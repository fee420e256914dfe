import * as z from 'zod'
import { categories } from '../ruleset/rules.ts'

const category = z.enum(categories)

export const unitFigures = z.object({
  /** Without a number it is the whole city. */
  unit: z.object({ unitId: z.number().nullable(), name: z.string(), parentId: z.number().nullable() }),
  year: z.number().nullable(),
  on: z.string().nullable(),
  ruleSet: z.string(),
  versions: z.array(z.object({ version: z.number(), n: z.number() })),
  /** True where the mean is kept back because it stands for too few persons. */
  withheld: z.boolean(),
  /** True for whoever may look inside: distributions and the units below. */
  open: z.boolean(),
  persons: z.number(),
  measured: z.number(),
  means: z
    .object({
      qualification: z.number(),
      competency: z.number(),
      performance: z.number(),
      discipline: z.number(),
      total: z.number(),
    })
    .nullable(),
  category: category.nullable(),
  categories: z.record(category, z.number()).nullable(),
  /** More than `from`, up to and with `to`; the first holds 0 too. */
  bins: z.array(z.object({ from: z.number(), to: z.number(), n: z.number() })).nullable(),
  trend: z.array(z.object({ year: z.number(), measured: z.number(), mean: z.number().nullable() })),
  children: z.array(
    z.object({
      unitId: z.number(),
      name: z.string(),
      persons: z.number(),
      measured: z.number(),
      mean: z.number().nullable(),
      category: category.nullable(),
    }),
  ),
})

import * as z from 'zod'
import { categories } from '../../programme/rules.ts'
import { planRules } from '../rules.ts'

export const reason = z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })

const measures = z.object({
  sessions: z.number(),
  seats: z.number(),
  people: z.number(),
  eligible: z.number(),
  rupiah: z.number(),
  budget: z.number(),
  hours: z.number(),
  levelsClosed: z.number(),
  levelsOpen: z.number(),
  hoursReached: z.number(),
  hoursOwed: z.number(),
  byCategory: z.array(z.object({ category: z.enum(categories), rupiah: z.number() })),
  fairness: z.array(
    z.object({
      by: z.enum(['office', 'sex', 'rank']),
      group: z.string(),
      people: z.number(),
      reached: z.number(),
    }),
  ),
})

/** What the solver proved and what the plan reaches. */
export const planOutcome = z.object({
  status: z.enum(['optimal', 'stopped', 'infeasible']),
  objective: z.number(),
  bound: z.number(),
  gap: z.number(),
  seconds: z.number(),
  measures,
  binding: z.array(
    z.object({
      rule: z.enum(planRules),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
      gain: z.number(),
    }),
  ),
  conflict: z.array(reason),
})

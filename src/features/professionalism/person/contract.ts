import * as z from 'zod'
import { dimensions } from '../explanation/result/rules.ts'
import { categories } from '../ruleset/rules.ts'

const params = z.record(z.string(), z.union([z.string(), z.number()]))
/** `text` is the sentence in the reader's language; `code` and `params` are for programs. */
const reason = z.object({ code: z.string(), params, text: z.string() })
const gain = reason.extend({ points: z.number() })
const grounds = { legalBasis: z.string().nullable(), confidence: z.string() }

const indicator = z.object({
  indicator: z.string(),
  points: z.number(),
  max: z.number(),
  rule: reason,
  found: reason,
  ...grounds,
  evidence: z.array(
    reason.extend({
      kind: z.enum(['person', 'education', 'training', 'appraisal', 'sanction']),
      key: z.union([z.string(), z.number()]).nullable(),
    }),
  ),
  wouldGain: z.array(gain),
})

const scores = z.object({
  qualification: z.number(),
  competency: z.number(),
  performance: z.number(),
  discipline: z.number(),
  total: z.number(),
})

export const personIndex = z.object({
  person: z.object({
    personId: z.number(),
    nip: z.string(),
    name: z.string(),
    unitId: z.number().nullable(),
    unitName: z.string().nullable(),
    postTitle: z.string().nullable(),
  }),
  year: z.number().nullable(),
  /** "estimasi": the official value is the one BKN computes. */
  label: z.string(),
  ruleSet: z.string(),
  /** Null until the year has been computed. */
  estimate: z
    .object({
      version: z.number(),
      ...grounds,
      on: z.string(),
      computedAt: z.string(),
      scores,
      category: z.enum(categories),
      measured: z.boolean(),
      unmeasured: reason.extend(grounds).nullable(),
      /** Whether the kept facts gave the same value again just now. */
      reproduced: z.boolean(),
      dimensions: z.array(
        z.object({
          dimension: z.enum(dimensions),
          score: z.number(),
          max: z.number(),
          indicators: z.array(indicator),
        }),
      ),
      gains: z.array(gain.extend({ indicator: z.string() })),
    })
    .nullable(),
  official: z
    .object({
      year: z.number(),
      qualification: z.number().nullable(),
      competency: z.number().nullable(),
      performance: z.number().nullable(),
      discipline: z.number().nullable(),
      total: z.number(),
      statedOn: z.string().nullable(),
      recordedAt: z.string(),
    })
    .nullable(),
  trend: z.array(
    z.object({
      year: z.number(),
      total: z.number().nullable(),
      category: z.enum(categories).nullable(),
      measured: z.boolean().nullable(),
      version: z.number().nullable(),
      official: z.number().nullable(),
    }),
  ),
})

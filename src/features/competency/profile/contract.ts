import * as z from 'zod'
import { query } from '../../../shared/contract.ts'
import { personId } from '../../../shared/ids.ts'
import { assessingParts } from '../access.ts'
import { raterKinds } from '../assessment/rules.ts'
import { certainties, doubts, gapBands } from '../gap/rules.ts'
import { precisionRaters, unknownReasons } from '../precision/rules.ts'
import { competencyKinds } from '../rules.ts'
import { jobKinds } from '../standards/rules.ts'

const confidence = z.enum(['A', 'B', 'C', 'D'])

const rating = z.object({
  raterKind: z.enum(raterKinds),
  raterName: z.string().nullable(),
  level: z.number(),
  /** Against the required level; null where the post requires none. */
  gap: z.number().nullable(),
  on: z.string(),
  note: z.string(),
  state: z.enum(['of-record', 'beside', 'expired']),
})

const agreement = z.object({
  raters: z.enum(precisionRaters),
  standardError: z.number().nullable(),
  alpha: z.number().nullable(),
  kappa: z.number().nullable(),
  icc: z.number().nullable(),
  targets: z.number(),
  unknownReason: z.enum(unknownReasons).nullable(),
})

const competency = z.object({
  competency: z.string(),
  name: z.string(),
  kind: z.enum(competencyKinds).nullable(),
  required: z.number(),
  requiredFrom: z.enum(['table', 'post']),
  legalBasis: z.string(),
  confidence: confidence.nullable(),
  /** What the required level and the level of record look like, in words. */
  requiredWords: z.string().nullable(),
  levelWords: z.string().nullable(),
  level: z.number().nullable(),
  gap: z.number().nullable(),
  band: z.enum(gapBands).nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  certainty: z.enum(certainties),
  doubt: z.enum(doubts).nullable(),
  ratings: z.array(rating),
  /** Levels between the highest and the lowest rating that stands; null with fewer than two. */
  spread: z.number().nullable(),
  /** All ratings ever; `evidence` lists them. */
  evidence: z.number(),
  agreement: agreement.nullable(),
})

const match = z.discriminatedUnion('known', [
  z.object({
    known: z.literal(true),
    percent: z.number(),
    achieved: z.number(),
    required: z.number(),
    categories: z.array(
      z.object({
        purpose: z.string(),
        category: z.string(),
        legalBasis: z.string(),
        /** Half-open classes in percent; null takes everything below the others. */
        scale: z.array(z.object({ code: z.string(), atLeast: z.number().nullable() })),
      }),
    ),
  }),
  z.object({ known: z.literal(false), reason: z.enum(['no-standard', 'incomplete']), missing: z.array(z.string()) }),
])

export const profileOperations = {
  profile: query({
    permission: 'competency.read',
    summary:
      'One person against the standard of the post: every rater’s standing rating side by side, the gap with its uncertainty, and the Job Person Match.',
    /** Without a person: the reader’s own page. */
    input: z.object({ personId: personId.optional() }),
    output: z.object({
      on: z.string(),
      person: z.object({
        personId: z.number(),
        name: z.string(),
        nip: z.string(),
        postId: z.number().nullable(),
        postTitle: z.string().nullable(),
        unitId: z.number().nullable(),
        unitName: z.string().nullable(),
      }),
      jobKind: z.enum(jobKinds).nullable(),
      competencies: z.array(competency),
      /** Rated without being required by the post. */
      beyond: z.array(
        z.object({
          competency: z.string(),
          name: z.string(),
          kind: z.enum(competencyKinds).nullable(),
          ratings: z.array(rating),
          evidence: z.number(),
        }),
      ),
      match,
      /** In which parts the reader may assess this person. */
      mayAssessAs: z.array(z.enum(assessingParts)),
      /** How sure the intervals are meant to be, 0–1. */
      confidenceLevel: z.number(),
      validityYears: z.number(),
      basis: z.string(),
    }),
    offline: 'keep',
  }),
}

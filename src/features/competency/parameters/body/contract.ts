import * as z from 'zod'
import { raterKinds } from '../../assessment/rules.ts'
import { certainties, gapBands } from '../../gap/rules.ts'
import { competencyKinds } from '../../rules.ts'
import { jobKinds } from '../../standards/rules.ts'
import type { RuleSetKind } from '../rules.ts'

const bilingual = z.object({ id: z.string().trim().min(1), en: z.string().trim().min(1) })
// In both languages, or as somebody wrote it in one.
const remark = z.union([z.string(), bilingual])
const confidence = z.enum(['A', 'B', 'C', 'D'])
const level = z.number().int().min(1).max(5)
const text = z.string().trim().min(1)

const head = {
  ruleSet: text,
  effectiveFrom: z.iso.date(),
  effectiveTo: z.iso.date().nullable(),
  legalBasis: text,
  confidence,
  note: remark.optional(),
}

/** Refuses with the words of `input.issue.<issue>`. */
const because = (issue: string) => ({ params: { issue } })
const distinct = (values: readonly unknown[]) => new Set(values).size === values.length

const competency = z
  .looseObject({
    code: z.string().regex(/^[A-Z]{1,3}\.[A-Z0-9]{1,10}$/),
    kind: z.enum(competencyKinds),
    name: bilingual,
    field: bilingual.optional(),
    definition: bilingual,
    levels: z.array(bilingual).length(5),
  })
  .refine((c) => c.kind !== 'technical' || c.field !== undefined, { ...because('competency-field'), path: ['field'] })

const dictionary = z.looseObject({
  ...head,
  levelNames: z.array(bilingual).length(5),
  competencies: z
    .array(competency)
    .min(1)
    .refine((list) => distinct(list.map((c) => c.code)), because('competency-twice')),
})

const standards = z
  .looseObject({
    ...head,
    source: z.union([text, bilingual]),
    competencies: z.array(text).min(1).refine(distinct, because('competency-twice')),
    required: z.record(
      z.enum(jobKinds),
      z.looseObject({ levels: z.array(level), confidence, observedStandards: z.number().int().min(0) }),
    ),
    jobKinds: z.looseObject({
      structural: z.record(z.string(), z.enum(jobKinds)),
      functional: z.record(z.string(), z.enum(jobKinds)),
      general: z.enum(jobKinds),
    }),
  })
  .refine((set) => Object.values(set.required).every((row) => row.levels.length === set.competencies.length), {
    ...because('competency-row-length'),
    path: ['required'],
  })

// A scale needs exactly one class for everything below the others, and no two that begin at the same value.
const scale = <Code extends z.ZodType<string>>(code: Code) =>
  z
    .array(z.looseObject({ code, atLeast: z.number().nullable() }))
    .min(2)
    .refine((bands) => distinct(bands.map((b) => b.code)) && distinct(bands.map((b) => b.atLeast)), {
      ...because('competency-bands-distinct'),
    })
    .refine((bands) => bands.some((b) => b.atLeast === null), because('competency-bands-floor'))

const parameters = z.looseObject({
  ...head,
  assessment: z.looseObject({
    authority: z.array(z.enum(raterKinds)).length(raterKinds.length).refine(distinct, because('competency-authority')),
    validityYears: z.number().int().min(1).max(10),
  }),
  gap: z
    .looseObject({
      bands: scale(z.enum(gapBands)),
      confidenceLevel: z.number().min(0.5).max(0.999),
      likelyLevel: z.number().min(0.5).max(0.999),
      certaintyCeiling: z.object({ 'self-only': z.enum(certainties), 'raters-disagree': z.enum(certainties) }),
    })
    .refine((gap) => gap.likelyLevel < gap.confidenceLevel, {
      ...because('competency-likely-below-certain'),
      path: ['likelyLevel'],
    }),
  agreement: z.looseObject({ minimumTargets: z.number().int().min(2).max(100_000) }),
  jobPersonMatch: z
    .looseObject({
      capAtStandard: z.boolean(),
      jobGroups: z.record(z.string(), z.array(z.enum(jobKinds))),
      scales: z.array(
        z.looseObject({
          purpose: text,
          jobGroup: text,
          adopted: z.boolean(),
          confidence,
          legalBasis: text,
          categories: scale(text),
        }),
      ),
    })
    .refine((match) => match.scales.every((s) => s.jobGroup === 'default' || s.jobGroup in match.jobGroups), {
      ...because('competency-job-group'),
      path: ['scales'],
    }),
})

/** What a rule set of each kind must look like, when it is read and when somebody edits it. */
export const bodies: Record<RuleSetKind, z.ZodType> = { dictionary, standards, parameters }

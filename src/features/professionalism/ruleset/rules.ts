import * as z from 'zod'

/**
 * A rule set of the index as data: every value stands in a group with its legal basis and its confidence
 * (A the text was seen … D inference, to be confirmed). Points need no weight: the published scores contain it.
 */
/** `legalBasis` cites a regulation or a practice; null where a value is a parameter of ours and nothing stands behind it. */
const group = {
  legalBasis: z.string().min(1).nullable(),
  confidence: z.enum(['A', 'A/B', 'B', 'C', 'D']),
  // In both languages, or as somebody wrote it in one.
  note: z.union([z.string(), z.strictObject({ id: z.string(), en: z.string() })]).optional(),
}
const points = z.number().min(0).max(100)
const day = z.iso.date()

const window = z.strictObject({
  ...group,
  years: z.number().int().min(1).max(60),
  /** `rolling`: the years before the day of measuring; `calendar`: that day's calendar year and those before it. */
  by: z.enum(['rolling', 'calendar']),
})

export const trainingGroups = ['leadership', 'functional', 'technical', 'seminar'] as const
const trainingGroup = z.enum(trainingGroups)

/** Bands are half-open and descend: the first band whose `above` lies below the value holds; the last has none. */
const scale = z.strictObject({
  predicates: z.strictObject({
    1: z.strictObject({ points, ...group }),
    2: z.strictObject({ points, ...group }),
    3: z.strictObject({ points, ...group }),
    4: z.strictObject({ points, ...group }),
    5: z.strictObject({ points, ...group }),
  }),
  values: z.strictObject({
    ...group,
    bands: z
      .array(
        z.strictObject({
          label: z.enum(['very-good', 'good', 'fair', 'poor', 'bad']),
          above: z.number().nullable(),
          points,
        }),
      )
      .min(1),
  }),
  missing: z.strictObject({ ...group, points }),
})

const predicate = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
const ratings = z.strictObject({ 1: predicate, 2: predicate, 3: predicate })

const indicator = z.discriminatedUnion('counts', [
  z.strictObject({
    counts: z.literal('leadership'),
    ...group,
    /** First digit of the echelon code and the `latihanStruktural` codes that fit it; any other combination scores 0. */
    match: z.array(z.strictObject({ echelon: z.string().regex(/^\d$/), structuralCodes: z.array(z.string()).min(1) })),
  }),
  z.strictObject({
    counts: z.literal('once'),
    ...group,
    groups: z.array(trainingGroup).min(1),
    window: window.nullable(),
    /** Functional posts that count as trained from their appointment, by the first word of the title. */
    fromAppointment: z.strictObject({ ...group, enabled: z.boolean(), titles: z.array(z.string().min(1)) }).optional(),
  }),
  z.strictObject({
    counts: z.literal('hours'),
    ...group,
    groups: z.array(trainingGroup).min(1),
    window,
    required: z.strictObject({
      ...group,
      hours: z.number().positive(),
      byEmployment: z.partialRecord(z.enum(['PNS', 'CPNS', 'PPPK']), z.number().positive()),
    }),
    /** On: the hours of all training in the window add up; off: one training must reach them alone. */
    accumulate: z.strictObject({ ...group, enabled: z.boolean() }),
    /** Training without hours that lasted at least so many days counts as reaching them; null switches it off. */
    daysAsFull: z.strictObject({ ...group, days: z.number().int().positive().nullable() }),
    proportional: z.boolean(),
  }),
  z.strictObject({ counts: z.literal('performance'), ...group, scale }),
])

export const indicatorNames = ['leadership', 'functional', 'technical', 'seminar', 'performance', 'learning'] as const
const indicatorName = z.enum(indicatorNames)
const indicatorPoints = z.partialRecord(indicatorName, points)

export const categories = ['very-high', 'high', 'medium', 'low', 'very-low'] as const

export const ruleSetSchema = z.strictObject({
  ruleSet: z.string().min(1).max(60),
  version: z.number().int().positive(),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  ...group,
  population: z.strictObject({
    employment: z.strictObject({ ...group, values: z.array(z.enum(['PNS', 'CPNS', 'PPPK'])).min(1) }),
    status: z.strictObject({ ...group, values: z.array(z.string()).min(1) }),
  }),
  qualification: z.strictObject({
    max: points,
    tables: z
      .array(
        z.strictObject({
          ...group,
          /** The first code of a row stands for it where a level is recommended. */
          rows: z.array(z.strictObject({ points, codes: z.array(z.string().regex(/^\d{2}$/)).min(1) })).min(1),
        }),
      )
      .min(1),
  }),
  competency: z.strictObject({
    max: points,
    /** Points per kind of post, or `any` where the kind does not matter. */
    points: z.union([
      z.strictObject({ structural: indicatorPoints, functional: indicatorPoints, general: indicatorPoints }),
      z.strictObject({ any: indicatorPoints }),
    ]),
    indicators: z.partialRecord(indicatorName, indicator),
    groups: z.strictObject({
      ...group,
      byType: z.record(z.string(), trainingGroup),
      byClass: z.record(z.string(), trainingGroup),
    }),
    yearOnly: z.strictObject({ ...group, monthDay: z.enum(['01-01', '12-31']) }),
  }),
  performance: z.strictObject({
    max: points,
    yearsBack: z.strictObject({ ...group, years: z.number().int().min(0).max(5) }),
    several: z.strictObject({ ...group, choose: z.enum(['best', 'worst']) }),
    /** The predicate of a result and a behaviour rating (1 above, 2 as expected, 3 below expectation). */
    matrix: z.strictObject({ ...group, predicates: z.strictObject({ 1: ratings, 2: ratings, 3: ratings }) }),
    scale,
  }),
  discipline: z.strictObject({
    max: points,
    window,
    levels: z.strictObject({
      ...group,
      points: z.strictObject({ none: points, R: points, S: points, B: points }),
    }),
    moral: z.strictObject({ ...group, typeCodes: z.array(z.string()), count: z.boolean() }),
  }),
  categories: z.strictObject({
    ...group,
    bands: z.array(z.strictObject({ code: z.enum(categories), above: z.number().nullable() })).length(5),
  }),
})

export type RuleSet = z.infer<typeof ruleSetSchema>
export type Grounds = { legalBasis: string | null; confidence: z.infer<typeof group.confidence> }
export type Scale = z.infer<typeof scale>
export type Window = z.infer<typeof window>
export type Indicator = z.infer<typeof indicator>
export type IndicatorName = z.infer<typeof indicatorName>
export type TrainingGroup = z.infer<typeof trainingGroup>
export type Category = (typeof categories)[number]

/** Rule sets of the index are told from the other rule sets of a region by their name. */
export const ruleSetPrefix = 'IPASN_'

import * as z from 'zod'
import { list, query } from '../../../../shared/contract.ts'
import { unitId } from '../../../../shared/ids.ts'
import { pageOf, paging } from '../../../../shared/lists.ts'
import { jobKinds } from '../../../competency/standards/rules.ts'
import { quadrants, rankingMethods } from '../ranking/rules.ts'
import { needRoutes, voiceSources } from '../rules.ts'
import { plannedYear } from '../voice/contract.ts'
import { needSources } from './rules.ts'

const place = z.number().nullable()
const method = z.enum(rankingMethods).default('gap-criticality')

const needRow = z.object({
  competency: z.string(),
  competencyName: z.string(),
  unitId: z.number(),
  unitName: z.string(),
  criticality: z.number(),
  persons: z.number(),
  assessed: z.number(),
  withGap: z.number(),
  /** Of those with a gap: of how many it is certain, or likely, that there is one. */
  certain: z.number(),
  likely: z.number(),
  /** Levels missing per assessed person, with its interval. */
  meanMissing: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Criticality × levels missing, all assessed together. */
  priority: z.number().nullable(),
  priorityLow: z.number().nullable(),
  priorityHigh: z.number().nullable(),
  /** Of those with a gap: who was also last appraised below Baik. */
  both: z.number(),
  /** Of the whole office: appraised, and below Baik. */
  appraised: z.number(),
  below: z.number(),
  /** People who said which post they work towards; null where they are too few to tell. */
  aimed: z.number().nullable(),
  aimedWithGap: z.number().nullable(),
  voices: z.number(),
  voicePoints: z.number(),
  fewVoices: z.boolean(),
  sources: z.array(z.enum(needSources)),
  sourcesWords: z.string(),
  borich: z.number().nullable(),
  rankedDiscrepancy: z.number().nullable(),
  quadrant: z.enum(quadrants).nullable(),
  /** The place by the chosen method. */
  place,
  placeGap: place,
  placeBorich: place,
  placeGrid: place,
  placeDiscrepancy: place,
  placeVoices: place,
  disagrees: z.boolean(),
  route: z.enum(needRoutes).nullable(),
  routeWords: z.string().nullable(),
  routeReason: z.string().nullable(),
})

export const listOperations = {
  needs: list({
    permission: 'planning.needs',
    summary:
      'Needs of a year: one row per competency and office with what every source says, each apart, and its place by every method.',
    input: z.object({
      ...paging,
      sort: z.enum(['place', 'people', 'unit', 'competency']).default('place'),
      /** Without it: the year that is being planned. */
      year: plannedYear,
      method,
      competency: z.string().max(20).optional(),
      unitId: unitId.optional(),
      source: z.enum(needSources).optional(),
      route: z.enum([...needRoutes, 'none']).optional(),
      /** Only where the methods put it far apart. */
      disputed: z.stringbool().default(false),
    }),
    output: pageOf(needRow),
    columns: [
      { field: 'place', heading: 'planning.need.column.place' },
      { field: 'competency', heading: 'planning.need.column.code' },
      { field: 'competencyName', heading: 'planning.need.column.competency' },
      { field: 'unitName', heading: 'planning.need.column.office' },
      { field: 'persons', heading: 'planning.need.column.persons' },
      { field: 'assessed', heading: 'planning.need.column.assessed' },
      { field: 'withGap', heading: 'planning.need.column.withGap' },
      { field: 'certain', heading: 'planning.need.column.certain' },
      { field: 'meanMissing', heading: 'planning.need.column.mean' },
      { field: 'low', heading: 'planning.need.column.low' },
      { field: 'high', heading: 'planning.need.column.high' },
      { field: 'criticality', heading: 'planning.need.column.criticality' },
      { field: 'priority', heading: 'planning.need.column.priority' },
      { field: 'priorityLow', heading: 'planning.need.column.priorityLow' },
      { field: 'priorityHigh', heading: 'planning.need.column.priorityHigh' },
      { field: 'both', heading: 'planning.need.column.both' },
      { field: 'appraised', heading: 'planning.need.column.appraised' },
      { field: 'below', heading: 'planning.need.column.below' },
      { field: 'aimed', heading: 'planning.need.column.aimed' },
      { field: 'aimedWithGap', heading: 'planning.need.column.aimedWithGap' },
      { field: 'voices', heading: 'planning.need.column.voices' },
      { field: 'sourcesWords', heading: 'planning.need.column.sources' },
      { field: 'placeGap', heading: 'planning.need.method.gap-criticality' },
      { field: 'placeBorich', heading: 'planning.need.method.borich' },
      { field: 'placeGrid', heading: 'planning.need.method.importance-performance' },
      { field: 'placeDiscrepancy', heading: 'planning.need.method.ranked-discrepancy' },
      { field: 'placeVoices', heading: 'planning.need.method.voices' },
      { field: 'routeWords', heading: 'planning.need.column.route' },
      { field: 'routeReason', heading: 'planning.need.column.routeReason' },
    ],
  }),
  needMap: query({
    permission: 'planning.needs',
    summary:
      'Offices × competencies as one picture: a place and a number of people per field, in columns so that it stays small.',
    input: z.object({ year: plannedYear, method }),
    output: z.object({
      year: z.number(),
      /** Needs that the method ranks: the last place there is. */
      ranked: z.number(),
      offices: z.array(z.object({ unitId: z.number(), name: z.string() })),
      competencies: z.array(z.object({ competency: z.string(), name: z.string() })),
      /** Per office, in the order of the competencies; null where there is nothing to say. */
      places: z.array(z.array(z.number().nullable())),
      withGap: z.array(z.array(z.number().nullable())),
      assessed: z.array(z.array(z.number().nullable())),
      /** Offices × competencies that are decided upon. */
      routed: z.number(),
    }),
  }),
  need: query({
    permission: 'planning.needs',
    summary: 'One need with every source behind it, its place by every method, and the decision on it.',
    input: z.object({ year: plannedYear, competency: z.string().max(20), unitId }),
    output: needRow.extend({
      year: z.number(),
      ranked: z.number(),
      definition: z.string().nullable(),
      /** How many stand at each level and of how many it is required; the first is level 1. */
      levels: z.array(z.number()),
      required: z.array(z.number()),
      measurementError: z.number().nullable(),
      confidenceLevel: z.number(),
      smallestGroup: z.number(),
      bySource: z.array(
        z.object({ source: z.enum(voiceSources), city: z.boolean(), voices: z.number(), strength: z.number() }),
      ),
      aims: z.array(z.object({ jobKind: z.enum(jobKinds), people: z.number(), withGap: z.number() })),
      belowShare: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
      importance: z.number().nullable(),
      performance: z.number().nullable(),
      decidedAt: z.string().nullable(),
      basis: z.string(),
    }),
  }),
}

import * as z from 'zod'
import { voiceSources } from '../need/rules.ts'

const founded = { confidence: z.enum(['A', 'B', 'C', 'D']), source: z.string().min(1) }
const share = z.number().min(0).max(1)
const price = z.number().min(0).max(10_000)

/** What a stored set of planning parameters must look like. */
export const planningParameters = z.looseObject({
  ruleSet: z.string(),
  criticality: z.object({
    ...founded,
    usual: z.number().min(0).max(3),
    competencies: z.record(z.string(), z.number().min(0).max(3)),
  }),
  effect: z.object({
    ...founded,
    priorMean: z.number(),
    priorSpread: z.number().positive(),
    persistence: share,
    levelsPerStandardDeviation: z.number().positive(),
  }),
  need: z.object({
    ...founded,
    sourceWeights: z.record(z.enum(voiceSources), z.number().min(0).max(10)),
    smallestGroup: z.number().int().min(1),
  }),
  plan: z.object({
    ...founded,
    awayShare: share,
    fairShare: share,
    rooms: z.number().int().min(0),
    price: z.object({ hours: price, fairness: price, seats: price, ceiling: price }),
    seconds: z.number().int().min(1).max(3600),
  }),
})

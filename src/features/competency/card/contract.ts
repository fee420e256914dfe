import * as z from 'zod'
import { query } from '../../../shared/contract.ts'
import { certainties, gapBands } from '../gap/rules.ts'

const group = z.object({
  competency: z.string(),
  name: z.string(),
  persons: z.number(),
  assessed: z.number(),
  withGap: z.number(),
  shareWithGap: z.number().nullable(),
  meanGap: z.number().nullable(),
  meanShortage: z.number().nullable(),
})

export const cardOperations = {
  summary: query({
    permission: 'competency.read',
    summary:
      'What competency has to say on the home screen: the own largest gaps, the team’s, the unit’s, and what is due.',
    input: z.object({}),
    output: z.object({
      /** Null for an account that belongs to nobody in the register. */
      own: z
        .object({
          assessed: z.number(),
          required: z.number(),
          largest: z.array(
            z.object({
              competency: z.string(),
              name: z.string(),
              required: z.number(),
              level: z.number(),
              gap: z.number(),
              low: z.number().nullable(),
              high: z.number().nullable(),
              band: z.enum(gapBands).nullable(),
              certainty: z.enum(certainties),
            }),
          ),
          /** Required competencies without a valid rating of one's own. */
          selfDue: z.number(),
        })
        .nullable(),
      /** Null for whoever supervises nobody. */
      team: z
        .object({
          persons: z.number(),
          /** Members with a required competency that the reader has not validly rated. */
          due: z.number(),
          largest: z.array(group),
          /** Everybody of the team, those with most to assess first. */
          members: z.array(
            z.object({
              personId: z.number(),
              name: z.string(),
              postTitle: z.string().nullable(),
              required: z.number(),
              /** Required competencies that the reader has not validly rated. */
              due: z.number(),
              /** Levels missing, all competencies together. */
              shortage: z.number(),
            }),
          ),
        })
        .nullable(),
      /** The reader’s topmost unit; null without a reach over units. */
      unit: z
        .object({ unitId: z.number().nullable(), name: z.string().nullable(), largest: z.array(group) })
        .nullable(),
    }),
    offline: 'keep',
  }),
}

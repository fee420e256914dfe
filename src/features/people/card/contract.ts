import * as z from 'zod'
import { query } from '../../../shared/contract.ts'

export const cardOperations = {
  summary: query({
    permission: 'people.read',
    summary: 'What the register has to say on the home screen: the own lesson hours, and what waits for the officer.',
    input: z.object({}),
    output: z.object({
      /** Null for an account that belongs to nobody in the register. */
      own: z
        .object({
          year: z.number(),
          hours: z.number(),
          floor: z.number().nullable(),
          ceiling: z.number().nullable(),
          standing: z.enum(['below', 'within', 'above', 'free']),
          legalBasis: z.string().nullable(),
        })
        .nullable(),
      /** Null for whoever may not import or correct. */
      office: z
        .object({
          /** Imports that were read and wait for somebody to confirm them. */
          importsWaiting: z.number(),
          conflicts: z.number(),
        })
        .nullable(),
    }),
    offline: 'keep',
  }),
}

import * as z from 'zod'
import { query } from '../../../shared/contract.ts'
import { unitId } from '../../../shared/ids.ts'

const step = z.object({ unitId: z.number(), name: z.string() })
const counts = z.array(z.object({ key: z.string().nullable(), name: z.string().nullable(), persons: z.number() }))

export const unitOperations = {
  units: query({
    permission: 'people.read',
    summary: 'The units the actor may see, as a tree, with the active staff of each and everything below it.',
    input: z.object({}),
    output: z.object({
      units: z.array(
        z.object({
          unitId: z.number(),
          nationalId: z.string().nullable(),
          name: z.string(),
          /** Null at the top of what the actor may see. */
          parentId: z.number().nullable(),
          persons: z.number(),
        }),
      ),
    }),
  }),
  unit: query({
    permission: 'people.read',
    summary: 'One unit: where it stands, who leads it, what is below it, and its active staff in numbers.',
    input: z.object({ unitId }),
    output: z.object({
      unitId: z.number(),
      name: z.string(),
      headTitle: z.string().nullable(),
      path: z.array(step),
      head: z
        .object({
          /** Null where the actor may not open that person. */
          personId: z.number().nullable(),
          fullName: z.string(),
          postTitle: z.string().nullable(),
        })
        .nullable(),
      children: z.array(step.extend({ persons: z.number() })),
      persons: z.number(),
      byEmployment: counts,
      byPostKind: counts,
      byEducation: counts,
      bySex: counts,
      byGradeGroup: counts,
      source: z.enum(['national', 'local']),
      recordedAt: z.string(),
    }),
  }),
}

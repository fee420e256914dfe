import * as z from 'zod'
import { list } from '../../../shared/contract.ts'
import { pageOf } from '../../../shared/lists.ts'
import { columns, registerRow, sorted } from '../register/contract.ts'

export const teamOperations = {
  team: list({
    permission: 'people.read',
    summary: "The actor's direct reports, each with this year's lesson hours.",
    input: z.object(sorted),
    output: pageOf(
      registerRow.extend({
        year: z.number(),
        hours: z.number(),
        floor: z.number().nullable(),
        ceiling: z.number().nullable(),
        standing: z.enum(['below', 'within', 'above', 'free']),
      }),
    ),
    columns: [...columns, { field: 'hours', heading: 'people.column.hours' }],
  }),
}

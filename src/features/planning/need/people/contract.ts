import * as z from 'zod'
import { list } from '../../../../shared/contract.ts'
import { unitId } from '../../../../shared/ids.ts'
import { pageOf, paging } from '../../../../shared/lists.ts'
import { certainties } from '../../../competency/gap/rules.ts'
import { jobKinds } from '../../../competency/standards/rules.ts'
import { plannedYear } from '../voice/contract.ts'
import { needGroups } from './rules.ts'

export const peopleOperations = {
  needPeople: list({
    permission: 'planning.read',
    summary:
      'The people behind one need, as far as the reader may see them one by one; those with the largest gap come first.',
    input: z.object({
      ...paging,
      sort: z.enum(['gap', 'name']).default('gap'),
      direction: z.enum(['asc', 'desc']).optional(),
      year: plannedYear,
      competency: z.string().max(20),
      unitId,
      group: z.enum(needGroups).default('gap'),
    }),
    output: pageOf(
      z.object({
        personId: z.number(),
        name: z.string(),
        nip: z.string(),
        postTitle: z.string().nullable(),
        unitName: z.string().nullable(),
        required: z.number().nullable(),
        level: z.number().nullable(),
        gap: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        certainty: z.enum(certainties).nullable(),
        certaintyWords: z.string().nullable(),
        /** The last yearly appraisal was below Baik; null: not appraised. */
        below: z.boolean().nullable(),
        asked: z.boolean(),
        aim: z.enum(jobKinds).nullable(),
        aimWords: z.string().nullable(),
        aimRequired: z.number().nullable(),
        aimGap: z.number().nullable(),
      }),
    ),
    columns: [
      { field: 'name', heading: 'planning.need.column.person' },
      { field: 'nip', heading: 'planning.need.column.nip' },
      { field: 'postTitle', heading: 'planning.need.column.post' },
      { field: 'unitName', heading: 'planning.need.column.unit' },
      { field: 'required', heading: 'planning.need.column.required' },
      { field: 'level', heading: 'planning.need.column.level' },
      { field: 'gap', heading: 'planning.need.column.gap' },
      { field: 'low', heading: 'planning.need.column.low' },
      { field: 'high', heading: 'planning.need.column.high' },
      { field: 'certaintyWords', heading: 'planning.need.column.certainty' },
      { field: 'below', heading: 'planning.need.column.belowGood' },
      { field: 'asked', heading: 'planning.need.column.asked' },
      { field: 'aimWords', heading: 'planning.need.column.aim' },
      { field: 'aimRequired', heading: 'planning.need.column.aimRequired' },
      { field: 'aimGap', heading: 'planning.need.column.aimGap' },
    ],
  }),
}

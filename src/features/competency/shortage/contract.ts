import * as z from 'zod'
import { list } from '../../../shared/contract.ts'
import { personId, unitId } from '../../../shared/ids.ts'
import { pageOf, paging } from '../../../shared/lists.ts'
import { raterKinds } from '../assessment/rules.ts'
import { certainties, gapBands } from '../gap/rules.ts'

export const shortageOperations = {
  gapList: list({
    permission: 'competency.read',
    summary: 'One row per person and competency: the list that feeds planning. The largest gaps come first.',
    input: z.object({
      ...paging,
      sort: z.enum(['gap', 'name', 'competency']).default('gap'),
      direction: z.enum(['asc', 'desc']).optional(),
      unitId: unitId.optional(),
      personId: personId.optional(),
      competency: z.string().max(20).optional(),
      band: z.enum(gapBands).optional(),
      certainty: z.enum(certainties).optional(),
      /** Only gaps of at least so many levels. */
      atLeast: z.coerce.number().int().min(-4).max(4).optional(),
      team: z.stringbool().default(false),
      search: z.string().trim().max(100).optional(),
    }),
    output: pageOf(
      z.object({
        personId: z.number(),
        name: z.string(),
        nip: z.string(),
        postTitle: z.string().nullable(),
        unitName: z.string().nullable(),
        competency: z.string(),
        competencyName: z.string(),
        required: z.number(),
        level: z.number().nullable(),
        gap: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        band: z.enum(gapBands).nullable(),
        bandWords: z.string().nullable(),
        certainty: z.enum(certainties),
        certaintyWords: z.string(),
        raterKind: z.enum(raterKinds).nullable(),
        raterWords: z.string().nullable(),
        computedOn: z.string(),
        basis: z.string(),
      }),
    ),
    columns: [
      { field: 'name', heading: 'competency.column.person' },
      { field: 'nip', heading: 'competency.column.nip' },
      { field: 'postTitle', heading: 'competency.column.post' },
      { field: 'unitName', heading: 'competency.column.unit' },
      { field: 'competency', heading: 'competency.column.code' },
      { field: 'competencyName', heading: 'competency.column.competency' },
      { field: 'required', heading: 'competency.column.required' },
      { field: 'level', heading: 'competency.column.level' },
      { field: 'gap', heading: 'competency.column.gap' },
      { field: 'low', heading: 'competency.column.low' },
      { field: 'high', heading: 'competency.column.high' },
      { field: 'bandWords', heading: 'competency.column.band' },
      { field: 'certaintyWords', heading: 'competency.column.certainty' },
      { field: 'raterWords', heading: 'competency.column.rater' },
      { field: 'computedOn', heading: 'competency.column.computed' },
      { field: 'basis', heading: 'competency.column.basis' },
    ],
  }),
}

import * as z from 'zod'
import { list, query } from '../../../shared/contract.ts'
import { unitId } from '../../../shared/ids.ts'
import { pageOf, paging } from '../../../shared/lists.ts'
import { certainties, gapBands } from '../gap/rules.ts'
import { competencyKinds } from '../rules.ts'

const cell = z.object({
  competency: z.string(),
  /** Persons of whom the competency is required, and how many of them anybody has rated. */
  persons: z.number(),
  assessed: z.number(),
  withGap: z.number(),
  /** Of the assessed, 0–1; null when nobody was assessed, which is not the same as no gap. */
  shareWithGap: z.number().nullable(),
  meanGap: z.number().nullable(),
  meanShortage: z.number().nullable(),
  /** Gaps of which it is not clear whether they are any. */
  unclear: z.number(),
})

const unitRow = z.object({ unitId: z.number(), name: z.string(), opens: z.boolean(), cells: z.array(cell) })

export const heatMapOperations = {
  heatMap: query({
    permission: 'competency.read',
    summary:
      'Units × competencies: the share of persons with a gap and its size, for the units directly below one unit (the reader’s topmost unless named).',
    input: z.object({ unitId: unitId.optional() }),
    output: z.object({
      /** Null for a city whose units have no common top. */
      unit: z.object({ unitId: z.number(), name: z.string() }).nullable(),
      /** From the top down to the unit above this one, as far as the reader may see. */
      path: z.array(z.object({ unitId: z.number(), name: z.string() })),
      competencies: z.array(z.object({ competency: z.string(), name: z.string(), kind: z.enum(competencyKinds) })),
      rows: z.array(unitRow),
      /** Persons of the unit itself, who belong to none of the units below it. */
      own: z.array(cell),
      total: z.array(cell),
      /** Null: nothing was computed yet. */
      computedAt: z.string().nullable(),
    }),
  }),
  heatMapPersons: list({
    permission: 'competency.read',
    summary: 'Persons × competencies: the last step down the heat map, and a supervisor’s view of the team.',
    input: z.object({
      ...paging,
      sort: z.enum(['name', 'shortage']).default('name'),
      unitId: unitId.optional(),
      /** Only persons of the unit itself, without the units below it. */
      own: z.stringbool().default(false),
      /** Only the reader’s own team. */
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
        /** Levels missing, all competencies together; one's surplus does not fill another's shortage. */
        shortage: z.number(),
        unassessed: z.number(),
        cells: z.array(
          z.object({
            competency: z.string(),
            required: z.number(),
            level: z.number().nullable(),
            gap: z.number().nullable(),
            band: z.enum(gapBands).nullable(),
            certainty: z.enum(certainties),
          }),
        ),
      }),
    ),
    columns: [
      { field: 'name', heading: 'competency.column.person' },
      { field: 'nip', heading: 'competency.column.nip' },
      { field: 'postTitle', heading: 'competency.column.post' },
      { field: 'unitName', heading: 'competency.column.unit' },
      { field: 'shortage', heading: 'competency.column.shortage' },
      { field: 'unassessed', heading: 'competency.column.unassessed' },
    ],
  }),
}

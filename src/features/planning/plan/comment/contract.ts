import * as z from 'zod'
import { command, list } from '../../../../shared/contract.ts'
import { planId, unitId } from '../../../../shared/ids.ts'
import { pageOf, paging } from '../../../../shared/lists.ts'

export const stances = ['agrees', 'asks', 'objects'] as const

export const commentOperations = {
  planComments: list({
    permission: 'planning.comment',
    summary: 'What heads of office say of a proposed plan, the newest first; a head sees the own office’s.',
    input: z.object({ ...paging, planId }),
    output: pageOf(
      z.object({
        commentId: z.number(),
        unitName: z.string().nullable(),
        by: z.string().nullable(),
        stance: z.enum(stances),
        stanceWords: z.string(),
        text: z.string(),
        at: z.string(),
      }),
    ),
    columns: [
      { field: 'unitName', heading: 'planning.column.unit' },
      { field: 'by', heading: 'planning.column.by' },
      { field: 'stanceWords', heading: 'planning.column.stance' },
      { field: 'text', heading: 'planning.column.comment' },
      { field: 'at', heading: 'planning.column.at' },
    ],
  }),
  commentPlan: command({
    permission: 'planning.comment',
    summary: 'Says what an office thinks of a proposed plan.',
    input: z.object({
      planId,
      unitId,
      stance: z.enum(stances),
      text: z.string().trim().min(3).max(2000),
    }),
    output: z.object({ commentId: z.number() }),
  }),
}

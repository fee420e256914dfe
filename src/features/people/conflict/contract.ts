import * as z from 'zod'
import { command, contract, list } from '../../../shared/contract.ts'
import { pageOf, paging } from '../../../shared/lists.ts'

export const conflicts = contract('conflict', {
  list: list({
    permission: 'people.correct',
    summary: 'Fields that were corrected here and that the nation gives otherwise, oldest first.',
    input: z.object({
      ...paging,
      open: z.stringbool().default(true),
      personId: z.coerce.number().int().optional(),
    }),
    output: pageOf(
      z.object({
        conflictId: z.number(),
        record: z.string(),
        recordId: z.number(),
        personId: z.number().nullable(),
        nip: z.string().nullable(),
        name: z.string().nullable(),
        field: z.string(),
        fieldName: z.string(),
        local: z.unknown(),
        national: z.unknown(),
        foundAt: z.string(),
        decision: z.enum(['keep', 'take']).nullable(),
        decidedBy: z.string().nullable(),
        decidedAt: z.string().nullable(),
      }),
    ),
    columns: [
      { field: 'nip', heading: 'import.heading.nip' },
      { field: 'name', heading: 'import.heading.person' },
      { field: 'fieldName', heading: 'import.heading.column' },
      { field: 'local', heading: 'import.heading.local' },
      { field: 'national', heading: 'import.heading.national' },
      { field: 'foundAt', heading: 'import.heading.since' },
    ],
  }),
  decide: command({
    permission: 'people.correct',
    summary: 'Keeps the value corrected here, or takes the national one and forgets the correction.',
    input: z.object({
      conflictId: z.number().int(),
      decision: z.enum(['keep', 'take']),
      reason: z.string().trim().min(3).max(500),
    }),
    output: z.object({}),
  }),
  reopen: command({
    permission: 'people.correct',
    summary: 'Undoes a decision: the value corrected here stands again and the question is open again.',
    input: z.object({ conflictId: z.number().int(), reason: z.string().trim().min(3).max(500) }),
    output: z.object({}),
  }),
})

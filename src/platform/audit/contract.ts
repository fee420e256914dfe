import * as z from 'zod'
import { contract, list, query } from '../../shared/contract.ts'
import { pageOf, paging } from '../../shared/lists.ts'

export const audit = contract('audit', {
  list: list({
    permission: 'audit.read',
    summary: 'The audit log, newest first: who did or tried what, when and why.',
    input: z.object({
      ...paging,
      operation: z.string().max(80).optional(),
      outcome: z.enum(['done', 'refused']).optional(),
      subject: z.string().max(80).optional(),
      accountId: z.coerce.number().int().optional(),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
    }),
    output: pageOf(
      z.object({
        id: z.number(),
        at: z.string(),
        accountId: z.number().nullable(),
        accountName: z.string().nullable(),
        operation: z.string(),
        subject: z.string().nullable(),
        outcome: z.enum(['done', 'refused']),
        code: z.string().nullable(),
        codeWords: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
    columns: [
      { field: 'id', heading: 'floor.audit.number' },
      { field: 'at', heading: 'floor.audit.at' },
      { field: 'accountName', heading: 'floor.audit.who' },
      { field: 'operation', heading: 'floor.audit.operation' },
      { field: 'subject', heading: 'floor.audit.subject' },
      { field: 'outcome', heading: 'floor.audit.outcome' },
      { field: 'codeWords', heading: 'floor.audit.code' },
      { field: 'reason', heading: 'floor.audit.reason' },
    ],
  }),
  state: query({
    permission: 'audit.read',
    summary: 'How long the log is and the hash at its end; note it down to notice a log that was cut off.',
    input: z.object({}),
    output: z.object({ rows: z.number(), head: z.string().nullable() }),
  }),
})

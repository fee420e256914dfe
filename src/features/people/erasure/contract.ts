import * as z from 'zod'
import { command } from '../../../shared/contract.ts'
import { personId } from '../../../shared/ids.ts'

export const erasureOperations = {
  erase: command({
    permission: 'people.erase',
    summary: 'Removes a person and everything that names them, except the audit log. It cannot be undone.',
    input: z.object({
      personId,
      /** Typed by hand, so that nobody is erased by a slip. */
      nip: z.string().trim().max(30),
      reason: z.string().trim().min(3).max(500),
    }),
    output: z.object({}),
  }),
}

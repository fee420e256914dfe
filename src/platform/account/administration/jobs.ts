import type { JobDefinition } from '../../jobs/jobs.ts'
import { createAccounts } from './sheet/service.ts'

export const createAccountsJob: JobDefinition<{ sheetId: string }> = {
  name: 'accounts.create',
  run: (job, { sheetId }) => createAccounts(job, sheetId),
}

import type { JobDefinition } from '../../../platform/jobs/jobs.ts'
import type { ImportId } from '../../../shared/ids.ts'
import { applyImport } from './applying/service.ts'
import type { ImportKind } from './kind/rules.ts'
import { readImport } from './reading/service.ts'
import { forgetOldImports } from './retention/service.ts'

type Payload = { importId: ImportId }

/** The two jobs of an import, and the night's. `afterwards` names jobs that start with `{ importId }` once the register has changed. */
export const importJobs = (
  kinds: readonly ImportKind[],
  afterwards: readonly string[],
): [JobDefinition<Payload>, JobDefinition<Payload>, JobDefinition<object>] => [
  { name: 'import.read', run: (job, { importId }) => readImport(job, importId, kinds) },
  { name: 'import.apply', run: (job, { importId }) => applyImport(job, importId, kinds, afterwards) },
  { name: 'import.tidy', nightly: true, run: forgetOldImports },
]

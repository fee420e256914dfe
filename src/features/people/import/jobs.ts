import type { JobDefinition } from '../../../platform/jobs/jobs.ts'
import type { ImportId } from '../../../shared/ids.ts'
import { applyImport } from './applying/service.ts'
import type { ImportKind } from './kind/rules.ts'
import { readImport } from './reading/service.ts'

type Payload = { importId: ImportId }

/** The two jobs of an import. `afterwards` names jobs that start with `{ importId }` once the register has changed. */
export const importJobs = (
  kinds: readonly ImportKind[],
  afterwards: readonly string[],
): [JobDefinition<Payload>, JobDefinition<Payload>] => [
  { name: 'import.read', run: (job, { importId }) => readImport(job, importId, kinds) },
  { name: 'import.apply', run: (job, { importId }) => applyImport(job, importId, kinds, afterwards) },
]

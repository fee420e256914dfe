import type { OutputOf } from '../../../shared/contract.ts'
import { client } from '../../../web/api.ts'
import type { jobs as jobContract } from '../../../platform/jobs/contract.ts'
import type { imports as contract } from '../import/contract.ts'

type Asked<Name extends keyof (typeof contract)['operations']> = OutputOf<(typeof contract)['operations'][Name]>

export type Import = Asked<'show'>
export type ImportLine = Asked<'list'>['rows'][number]
export type ImportFile = Import['files'][number]
export type ImportRow = Asked<'rows'>['rows'][number]
export type Counts = Import['counts']
export type Outcome = keyof Counts

export const imports = client<typeof contract>('import')
export const jobs = client<typeof jobContract>('job')

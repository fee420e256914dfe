import type { OutputOf } from '../../../shared/contract.ts'
import { client } from '../../../web/api.ts'
import type { conflicts as conflictContract } from '../conflict/contract.ts'
import type { people as contract } from '../contract.ts'

type Asked<Name extends keyof (typeof contract)['operations']> = OutputOf<(typeof contract)['operations'][Name]>

export type Person = Asked<'person'>
export type UnitPage = Asked<'unit'>
export type RegisterLine = Asked<'register'>['rows'][number]
export type TeamMember = Asked<'team'>['rows'][number]
export type Training = Person['trainings'][number]
export type Conflict = OutputOf<(typeof conflictContract)['operations']['list']>['rows'][number]

export const people = client<typeof contract>('people')
export const conflicts = client<typeof conflictContract>('conflict')

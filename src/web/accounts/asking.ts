import type { OutputOf } from '../../shared/contract.ts'
import type { accounts as contract } from '../../platform/account/administration/contract.ts'
import { client } from '../api.ts'

type Asked<Name extends keyof (typeof contract)['operations']> = OutputOf<(typeof contract)['operations'][Name]>

export type Account = Asked<'show'>
export type PasswordSheet = Asked<'sheets'>['sheets'][number]
export type FirstPassword = Asked<'create'>

export const accounts = client<typeof contract>('accounts')

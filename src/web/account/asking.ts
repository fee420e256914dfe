import { client } from '../api.ts'
import type { AccountContract } from './contract.ts'

export const account = client<AccountContract>('account')

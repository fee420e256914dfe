import type { audit as contract } from '../../platform/audit/contract.ts'
import { client } from '../api.ts'

export const audit = client<typeof contract>('audit')

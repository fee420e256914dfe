import { contract } from '../../shared/contract.ts'
import { needOperations } from './need/contract.ts'
import { planOperations } from './plan/contract.ts'
import { programmeOperations } from './programme/contract.ts'

export const planning = contract('planning', {
  ...programmeOperations,
  ...needOperations,
  ...planOperations,
})

import { contract } from '../../shared/contract.ts'
import { cardOperations } from './card/contract.ts'
import { correctionOperations } from './correction/contract.ts'
import { erasureOperations } from './erasure/contract.ts'
import { personOperations } from './person/contract.ts'
import { registerOperations } from './register/contract.ts'
import { teamOperations } from './team/contract.ts'
import { unitOperations } from './unit/contract.ts'

export const people = contract('people', {
  ...registerOperations,
  ...teamOperations,
  ...personOperations,
  ...unitOperations,
  ...correctionOperations,
  ...erasureOperations,
  ...cardOperations,
})

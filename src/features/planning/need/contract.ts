import { listOperations } from './list/contract.ts'
import { peopleOperations } from './people/contract.ts'
import { routeOperations } from './route/contract.ts'
import { voiceOperations } from './voice/contract.ts'

export const needOperations = { ...listOperations, ...peopleOperations, ...voiceOperations, ...routeOperations }

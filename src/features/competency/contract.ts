import { contract } from '../../shared/contract.ts'
import { assessmentOperations } from './assessment/contract.ts'
import { cardOperations } from './card/contract.ts'
import { heatMapOperations } from './heatmap/contract.ts'
import { parameterOperations } from './parameters/contract.ts'
import { profileOperations } from './profile/contract.ts'
import { shortageOperations } from './shortage/contract.ts'
import { standardsOperations } from './standards/contract.ts'

export const competency = contract('competency', {
  ...standardsOperations,
  ...parameterOperations,
  ...profileOperations,
  ...assessmentOperations,
  ...heatMapOperations,
  ...shortageOperations,
  ...cardOperations,
})

import { implement } from '../../platform/http/implement.ts'
import { summary } from './card/service.ts'
import { people } from './contract.ts'
import { addRecord, correct, removeRecord, restore } from './correction/service.ts'
import { erase } from './erasure/service.ts'
import { history, person } from './person/service.ts'
import { register, search } from './register/service.ts'
import { clearSupervisor, setSupervisor } from './supervisor/service.ts'
import { team } from './team/service.ts'
import { unit, units } from './unit/service.ts'

export const peopleRoutes = implement(people, {
  register,
  team,
  search,
  person,
  history,
  units,
  unit,
  correct,
  restore,
  addRecord,
  removeRecord,
  setSupervisor,
  clearSupervisor,
  erase,
  summary,
})

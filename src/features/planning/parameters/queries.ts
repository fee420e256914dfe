import type { Day } from '../../../shared/dates.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { Db } from '../../../platform/db/open.ts'
import { ruleSetOn } from '../../../platform/rule-sets/queries.ts'
import { planningParameters } from './contract.ts'
import type { PlanningParameters } from './rules.ts'

const name = 'PERENCANAAN_PARAMETER'

/** The planning parameters in force. @throws Refusal `planning.parameters-missing` where the region has none */
export async function planningParametersOn(db: Db, on: Day): Promise<PlanningParameters & { basis: string }> {
  const stored = await ruleSetOn(db, name, on)
  if (!stored) throw new Refusal('planning.parameters-missing', 409)
  return { ...planningParameters.parse(stored.body), basis: `${name}@${stored.version}` } as PlanningParameters & {
    basis: string
  }
}

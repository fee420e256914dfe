import * as z from 'zod'
import { command } from '../../../../shared/contract.ts'
import { unitId } from '../../../../shared/ids.ts'
import { needRoutes } from '../rules.ts'
import { plannedYear } from '../voice/contract.ts'

const need = { year: plannedYear, competency: z.string().max(20), unitId }
const decision = z.object({ route: z.enum(needRoutes), reason: z.string() })

export const routeOperations = {
  routeNeed: command({
    permission: 'planning.manage',
    summary:
      'Decides how a need is met: training, coaching, or a way that is no teaching (tools, staffing, procedure), with the reason.',
    input: z.object({ ...need, route: z.enum(needRoutes), reason: z.string().trim().min(3).max(1000) }),
    /** What stood before, so that it can be put back. */
    output: z.object({ before: decision.nullable() }),
  }),
  unrouteNeed: command({
    permission: 'planning.manage',
    summary: 'Takes the decision on a need back: it is open again.',
    input: z.object(need),
    output: z.object({ before: decision.nullable() }),
  }),
}

import { implement } from '../../platform/http/implement.ts'
import { planning } from './contract.ts'
import { needRoutes } from './need/routes.ts'
import { planRoutes } from './plan/routes.ts'
import { programmeRoutes } from './programme/routes.ts'
import './tables.ts'

export const planningRoutes = implement(planning, { ...programmeRoutes, ...needRoutes, ...planRoutes })

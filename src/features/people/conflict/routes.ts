import { type Implementation, implement } from '../../../platform/http/implement.ts'
import type { ImportKind } from '../import/kind/rules.ts'
import { conflicts } from './contract.ts'
import { decide, listConflicts, reopen } from './service.ts'

export const conflictRoutes = (kinds: readonly ImportKind[]): Implementation =>
  implement(conflicts, {
    list: (ctx, input) => listConflicts(ctx, input, kinds),
    decide: (ctx, input) => decide(ctx, input, kinds),
    reopen: (ctx, input) => reopen(ctx, input, kinds),
  })

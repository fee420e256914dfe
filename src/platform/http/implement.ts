import type { Contract, Operation, OutputOf, ParsedInputOf } from '../../shared/contract.ts'
import type { Ctx, FileAnswer, OwnCtx } from './context.ts'

type Answer<Op> = Op extends Operation<'download'> ? FileAnswer : OutputOf<Op>

export type Handlers<C extends Contract> = {
  [K in keyof C['operations']]: (
    ctx: C['operations'][K] extends { transaction: 'own' } ? OwnCtx : Ctx,
    input: ParsedInputOf<C['operations'][K]>,
  ) => Promise<Answer<C['operations'][K]>>
}

export interface Implementation {
  contract: Contract
  handlers: Record<string, (ctx: Ctx, input: never) => Promise<unknown>>
}

/** Ties every operation of a contract to the function that carries it out; a missing or wrongly typed one does not compile. */
export const implement = <C extends Contract>(contract: C, handlers: Handlers<C>): Implementation => ({
  contract,
  handlers: handlers,
})

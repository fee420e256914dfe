import type { FastifyRequest } from 'fastify'
import type { Operation } from '../../shared/contract.ts'
import { Refusal, type RefusalParams } from '../../shared/refusal.ts'

/** One field that does not fit. Its words are `input.issue.<issue>`, or those of a feature with their parameters. */
export interface BadField {
  path: string
  issue: string
  words?: string
  params?: RefusalParams
}

/** An input that does not fit its contract; `fields` says which field and why, as codes the dispatcher puts into words. */
export class BadInput extends Refusal {
  readonly fields: readonly BadField[]
  constructor(fields: readonly BadField[]) {
    super('input.invalid', 422)
    this.fields = fields
  }
}

/** Parses query string, JSON body or form fields by the operation's contract. @throws BadInput */
export function readInput(operation: Operation, request: FastifyRequest, fields?: Record<string, string>): unknown {
  const raw = fields ?? (request.method === 'GET' ? request.query : (request.body ?? {}))
  const read = operation.input.safeParse(raw)
  if (read.success) return read.data
  throw new BadInput(read.error.issues.map((issue) => ({ path: issue.path.join('.'), issue: issue.code })))
}

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../shared/refusal.ts'
import { sayIn } from '../words/words.ts'
import { BadInput } from './input.ts'
import { languageOf } from './language.ts'

/**
 * Turns whatever was thrown into one shape: `{ error: { code, message, params, fields? } }` with words in the reader's
 * language. Refusals keep their status; what nobody expected becomes a 500 that says nothing about the inside.
 */
export function answerFailure(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request)
  const refusal = error instanceof Refusal ? error : refusalOf(error as FastifyError)
  if (refusal.status >= 500) request.log.error(error)
  const fields =
    refusal instanceof BadInput
      ? refusal.fields.map(({ path, issue, words, params }) => ({
          path,
          message: sayIn(language, words ?? `input.issue.${issue}`, params),
        }))
      : undefined
  if (refusal.params.retryAfterSeconds) reply.header('retry-after', String(refusal.params.retryAfterSeconds))
  reply
    .status(refusal.status)
    .type('application/json')
    .send(
      JSON.stringify({
        error: {
          code: refusal.code,
          message: sayIn(language, refusal.code, refusal.params),
          params: refusal.params,
          fields,
        },
      }),
    )
}

function refusalOf(error: FastifyError): Refusal {
  if (error.statusCode === 413) return new Refusal('request.too-large', 413)
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new Refusal('request.malformed', error.statusCode)
  return new Refusal('floor.surprise', 500)
}

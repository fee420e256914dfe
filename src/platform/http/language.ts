import type { FastifyRequest } from 'fastify'
import type { Language } from '../../shared/words.ts'

/** The language of the answer: the one the screen says it shows, else the browser's, else Bahasa Indonesia. */
export function languageOf(request: FastifyRequest): Language {
  const chosen = request.headers['x-language'] ?? (request.query as Record<string, unknown> | undefined)?.language
  if (chosen === 'en' || chosen === 'id') return chosen
  const accepted = String(request.headers['accept-language'] ?? '').toLowerCase()
  return accepted.startsWith('en') ? 'en' : 'id'
}

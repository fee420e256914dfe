import { t } from './words.ts'

export interface FieldProblem {
  path: string
  message: string
}

/**
 * Everything that can go wrong between a screen and the server, in one shape with words the reader understands.
 * `status` 0 means that no answer came (no network, time out); the code is then `network`.
 */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly fields: readonly FieldProblem[]

  constructor(code: string, status: number, message: string, fields: readonly FieldProblem[] = []) {
    super(message)
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.fields = fields
  }

  /** Whether the same question may succeed later without the reader changing anything. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }

  /** The words for one field of a form, by its path in the input (`address.city`). */
  of(path: string): string | undefined {
    return this.fields.find((f) => f.path === path)?.message
  }
}

export const networkProblem = () => new Problem('network', 0, t('web.problem.network'))

/** Reads the server's refusal; a body that is not ours (a proxy's page) gets plain words by its status. */
export function problemFrom(status: number, body: unknown): Problem {
  const error = (body as { error?: { code?: string; message?: string; fields?: FieldProblem[] } } | undefined)?.error
  const words = error?.message ?? t(status >= 500 ? 'web.problem.server' : 'web.problem.unknown', { status })
  return new Problem(error?.code ?? 'unknown', status, words, error?.fields)
}

export const problemOf = (thrown: unknown): Problem =>
  thrown instanceof Problem ? thrown : new Problem('unknown', 500, t('web.problem.screen'))

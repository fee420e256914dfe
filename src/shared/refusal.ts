/**
 * An expected failure. The code is the key of its words in `refusals.<language>.json`; the parameters fill
 * the placeholders in those words. Everything else that is thrown is a surprise and becomes a plain 500.
 */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly params: RefusalParams

  constructor(code: string, status = 422, params: RefusalParams = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.status = status
    this.params = params
  }
}

export type RefusalParams = Record<string, string | number>

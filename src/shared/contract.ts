import type { z } from 'zod'
import type { Permission } from './roles.ts'

/**
 * What can be asked of the server, as run-time data: the dispatcher wires HTTP from it, OpenAPI is written from it,
 * and the browser takes its types from it (as a type only, so that no validator reaches the phone).
 *
 * The address of an operation is its name: `people` + `person` → `/api/people/person`.
 * query → GET, list → GET (also as `.xlsx`), command → POST JSON, upload → POST multipart, download → GET file.
 */
export type Kind = 'query' | 'list' | 'command' | 'upload' | 'download'

export interface Operation<K extends Kind = Kind, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: K
  /** Who may ask: a permission of `roles.ts`, any signed-in account, or anybody. */
  permission: Permission | 'signed-in' | 'anyone'
  /** One English sentence for the API description. */
  summary: string
  input: I
  output: O
  /** `keep`: the browser keeps the last answer and shows it without a network, unless it was asked of a named person. */
  offline?: 'keep'
  /** `own`: hashes a password, which must not hold a transaction for its 50 ms; the use case opens its own. */
  transaction?: 'own'
  /** Columns of a list's spreadsheet: the row's field and the message key of its heading. */
  columns?: readonly { field: string; heading: string }[]
}

export type Contract = { feature: string; operations: Record<string, Operation> }

type Spec<I, O> = Omit<Operation, 'kind' | 'input' | 'output'> & { input: I; output: O }

export const query = <I extends z.ZodType, O extends z.ZodType>(spec: Spec<I, O>): Operation<'query', I, O> => ({
  kind: 'query',
  ...spec,
})

/** A list answers `{ rows, total }`; its input must accept `limit` and `offset` (see `paging` in `lists.ts`). */
export const list = <I extends z.ZodType, O extends z.ZodType>(spec: Spec<I, O>): Operation<'list', I, O> => ({
  kind: 'list',
  ...spec,
})

export const command = <I extends z.ZodType, O extends z.ZodType, S extends Spec<I, O>>(
  spec: S & Spec<I, O>,
): Operation<'command', S['input'], S['output']> & Pick<S, Extract<keyof S, 'transaction'>> => ({
  kind: 'command',
  ...spec,
})

export const upload = <I extends z.ZodType, O extends z.ZodType>(spec: Spec<I, O>): Operation<'upload', I, O> => ({
  kind: 'upload',
  ...spec,
})

export const download = <I extends z.ZodType, O extends z.ZodType>(spec: Spec<I, O>): Operation<'download', I, O> => ({
  kind: 'download',
  ...spec,
})

export const contract = <F extends string, Ops extends Record<string, Operation>>(feature: F, operations: Ops) => ({
  feature,
  operations,
})

export type InputOf<Op> = Op extends Operation<Kind, infer I, z.ZodType> ? z.input<I> : never
export type ParsedInputOf<Op> = Op extends Operation<Kind, infer I, z.ZodType> ? z.output<I> : never
export type OutputOf<Op> = Op extends Operation<Kind, z.ZodType, infer O> ? z.output<O> : never

import { QueryClient, type UseQueryResult, keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Contract, InputOf, Kind, Operation, OutputOf } from '../shared/contract.ts'
import { type Upload, addressOf, fileAddressOf, get, post, sendFiles } from './http.ts'
import { type ListOptions, type ListState, useListState } from './lists.ts'
import { type Problem, problemOf } from './problem.ts'

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // The service worker may answer without a network, so a question is asked first and refused later.
      networkMode: 'offlineFirst',
      retry: (failures, thrown) => failures < 2 && problemOf(thrown).passing,
    },
  },
})

type OfKind<C extends Contract, K extends Kind> = {
  [N in keyof C['operations'] & string]: C['operations'][N] extends Operation<K> ? N : never
}[keyof C['operations'] & string]
type In<C extends Contract, N extends keyof C['operations']> = InputOf<C['operations'][N]>
type Out<C extends Contract, N extends keyof C['operations']> = OutputOf<C['operations'][N]>
type RowOf<L> = L extends { rows: readonly (infer Row)[] } ? Row : never

export interface Asked<T> {
  data: T | undefined
  problem: Problem | undefined
  pending: boolean
  retry: () => void
}

export interface Telling<I, O> {
  /** Sends the command; `done` runs on success. Never throws: a failure stands in `problem`. */
  tell: (input: I, done?: (answer: O) => void) => Promise<void>
  pending: boolean
  problem: Problem | undefined
  reset: () => void
}

const asked = <T>(result: UseQueryResult<T>): Asked<T> => ({
  data: result.data,
  problem: result.error ? problemOf(result.error) : undefined,
  pending: result.isPending,
  retry: () => void result.refetch(),
})

/** The questions and commands of one feature, typed from its contract; the contract itself never reaches the browser. */
export function client<C extends Contract>(feature: C['feature']) {
  const keyOf = (operation: string, input?: unknown) => [feature, operation, input ?? {}]
  const questionOf = <T>(operation: string, input?: unknown) => ({
    queryKey: keyOf(operation, input),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      get<T>(addressOf(feature, operation, input as Record<string, unknown>), signal),
  })

  return {
    ask: <N extends OfKind<C, 'query' | 'list'>>(operation: N, input?: In<C, N>): Promise<Out<C, N>> =>
      queries.fetchQuery(questionOf<Out<C, N>>(operation, input)),

    tell: <N extends OfKind<C, 'command'>>(operation: N, input: In<C, N>): Promise<Out<C, N>> =>
      post<Out<C, N>>(addressOf(feature, operation), input),

    upload: <N extends OfKind<C, 'upload'>>(operation: N, upload: Upload): Promise<Out<C, N>> =>
      sendFiles<Out<C, N>>(addressOf(feature, operation), upload),

    /** The address of a download, or of a list's spreadsheet with `.xlsx` as the ending. */
    href: <N extends OfKind<C, 'download' | 'list'>>(operation: N, input?: In<C, N>, ending = ''): string =>
      fileAddressOf(feature, operation, input as Record<string, unknown>, ending),

    useAsk<N extends OfKind<C, 'query' | 'list'>>(
      operation: N,
      input?: In<C, N>,
      options: { when?: boolean; everyMs?: number } = {},
    ): Asked<Out<C, N>> {
      const { when = true, everyMs } = options
      const question = questionOf<Out<C, N>>(operation, input)
      return asked(useQuery({ ...question, enabled: when, ...(everyMs ? { refetchInterval: everyMs } : {}) }))
    },

    useTell: <N extends OfKind<C, 'command'>>(operation: N): Telling<In<C, N>, Out<C, N>> =>
      useTelling(feature, operation),

    /** A list whose page, order and filters live in the URL, so that it can be shared and gone back to. */
    useList<N extends OfKind<C, 'list'>>(
      operation: N,
      options: ListOptions<In<C, N>> = {},
    ): ListState<RowOf<Out<C, N>>> & Asked<Out<C, N>> {
      const state = useListState(options)
      const question = questionOf<Out<C, N>>(operation, state.input)
      const refetchInterval = (query: { state: { data: unknown } }) =>
        options.everyMs?.(((query.state.data as { rows?: never[] } | undefined)?.rows ?? []) as never[]) ?? false
      const result = asked(useQuery({ ...question, placeholderData: keepPreviousData, refetchInterval }))
      const page = result.data as { rows: RowOf<Out<C, N>>[]; total: number } | undefined
      const exportHref = fileAddressOf(feature, operation, state.exportInput, '.xlsx')
      return { ...state, ...result, rows: page?.rows ?? [], total: page?.total ?? 0, exportHref }
    },
  }
}

function useTelling<I, O>(feature: string, operation: string): Telling<I, O> {
  const cache = useQueryClient()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const attempt = useRef({ body: '', key: '' })

  const tell = async (input: I, done?: (answer: O) => void) => {
    const body = JSON.stringify(input ?? {})
    if (attempt.current.body !== body) attempt.current = { body, key: crypto.randomUUID() }
    setPending(true)
    setProblem(undefined)
    try {
      const answer = await post<O>(addressOf(feature, operation), input, attempt.current.key)
      attempt.current = { body: '', key: '' }
      void cache.invalidateQueries({ queryKey: [feature] })
      done?.(answer)
    } catch (thrown) {
      const found = problemOf(thrown)
      // Without a clear answer the command may have landed: the next try carries the same key.
      if (!found.passing) attempt.current = { body: '', key: '' }
      setProblem(found)
    } finally {
      setPending(false)
    }
  }
  return { tell, pending, problem, reset: () => setProblem(undefined) }
}

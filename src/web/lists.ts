import { useNavigate, useSearch } from '@tanstack/react-router'

export interface ListOptions<I> {
  /** Input that the reader does not choose, such as the unit of the page. */
  fixed?: Partial<I>
  /** Names of filters read from the URL and sent with the question. */
  filters?: readonly (keyof I & string)[]
  size?: number
  sort?: string
  direction?: 'asc' | 'desc'
  /** Two lists on one screen: a short name before the second list's words in the URL. */
  prefix?: string
  /** Asks again after so many milliseconds while the rows on screen are moving; `false` when they stand. */
  everyMs?: (rows: readonly never[]) => number | false
}

export interface ListState<Row> {
  rows: Row[]
  total: number
  page: number
  size: number
  setPage: (page: number) => void
  sort: string | undefined
  direction: 'asc' | 'desc'
  sortBy: (field: string) => void
  filters: Record<string, string>
  setFilter: (name: string, value: string) => void
  clearFilters: () => void
  exportHref: string
}

/** Page, order and filters of a list, kept in the URL. */
export function useListState<I>(options: ListOptions<I>) {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const navigate = useNavigate()
  const { prefix = '', size = 25 } = options
  const name = (word: string) => `${prefix}${word}`
  const change = (words: Record<string, string | undefined>) => {
    const named = Object.fromEntries(Object.entries(words).map(([word, value]) => [name(word), value || undefined]))
    void navigate({
      to: '.',
      search: ((now: object) => ({ ...now, ...named })) as never,
      replace: true,
      resetScroll: false,
    })
  }

  const page = Math.max(1, Number(search[name('hal')]) || 1)
  const sort = search[name('urut')] ?? options.sort
  const direction: 'asc' | 'desc' =
    (search[name('arah')] as 'asc' | 'desc' | undefined) ??
    (search[name('urut')] ? 'asc' : (options.direction ?? 'asc'))
  const known = options.filters ?? []
  const filters = Object.fromEntries(known.map((f) => [f, search[name(f)] ?? '']))
  const exportInput = { ...options.fixed, ...filters, sort, direction } as Record<string, unknown>

  return {
    page,
    size,
    sort,
    direction,
    filters,
    exportInput,
    input: { ...exportInput, limit: size, offset: (page - 1) * size } as unknown as I & Record<string, unknown>,
    setPage: (next: number) => change({ hal: next > 1 ? String(next) : undefined }),
    sortBy: (field: string) =>
      change({ urut: field, arah: sort === field && direction === 'asc' ? 'desc' : 'asc', hal: undefined }),
    setFilter: (filter: string, value: string) => change({ [filter]: value, hal: undefined }),
    clearFilters: () => change({ ...Object.fromEntries(known.map((f) => [f, undefined])), hal: undefined }),
  }
}

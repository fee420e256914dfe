import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

// Parsing and planning are most of a small query; a named statement pays them once per connection. Texts beyond the first
// few hundred (lists of varying length) go unnamed, so that a connection's memory has a bound.
const mostNamed = 400
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNamed) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

/** The pool with statements prepared under a name of their own. */
export const preparedPool = (pool: pg.Pool): PostgresPool => ({
  options: pool.options,
  end: () => pool.end(),
  connect: async () => {
    const client = await pool.connect()
    return {
      query: (text: string, values: readonly unknown[]) =>
        client.query({ text, values: [...values], ...(values.length > 0 && { name: nameOf(text) }) }),
      release: () => client.release(),
    } as unknown as PostgresPoolClient
  },
})

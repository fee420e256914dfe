declare module 'pg/lib/utils.js' {
  /** Writes a JavaScript value as PostgreSQL's text form, the way `pg` itself sends it. */
  export function prepareValue(value: unknown): string | null
}

import pg from 'pg'

const NUMERIC = 1700
const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184

const ours: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [NUMERIC]: Number,
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: (text) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString(),
}

/** How both engines read a value: days as text, instants as ISO text, counts as numbers, everything else as `pg` does. */
export const valueParser = (oid: number): ((text: string) => unknown) =>
  ours[oid] ?? (pg.types.getTypeParser(oid, 'text') as (text: string) => unknown)

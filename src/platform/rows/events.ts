/** What reading a file tells, in the order of the file. */
export type RowEvent =
  /** One logical file begins. `bytes` is its size as its container states it: for progress, not for trust. */
  | { type: 'file'; path: string; bytes: number }
  /** `row` is what a person sees: the spreadsheet's row number, the CSV's line number, the JSON record's number from 1. */
  | { type: 'row'; path: string; row: number; values: Record<string, unknown> }
  /** This file cannot be read, or not further than the rows already told; the other files go on. */
  | { type: 'refused'; path: string; code: string; params: Record<string, string | number> }

export interface Limits {
  /** Largest file taken as uploaded. */
  uploadBytes: number
  /** Most bytes that everything in one archive or workbook may unpack to, counted as they come out. */
  unpackedBytes: number
  /** Most bytes out per byte in; checked beyond the first 16 MB, where honest tables also compress well. */
  ratio: number
  /** Most entries in one archive. */
  entries: number
  /** Longest single record: a JSON object, a CSV line, a spreadsheet row. */
  recordBytes: number
  /** Most columns with a heading. */
  columns: number
}

const MB = 1024 * 1024

export const defaultLimits: Limits = {
  uploadBytes: 500 * MB,
  unpackedBytes: 4096 * MB,
  ratio: 200,
  entries: 200_000,
  recordBytes: MB,
  columns: 2000,
}

/** The input's own fault, found while reading. Becomes a `refused` event; never leaves this folder. */
export class Unreadable extends Error {
  readonly code: string
  readonly params: Record<string, string | number>

  constructor(code: string, params: Record<string, string | number> = {}) {
    super(code)
    this.code = code
    this.params = params
  }
}

/** One logical file of text or cells, ready to be read once. */
export interface Input {
  path: string
  bytes: number
  limits: Limits
}

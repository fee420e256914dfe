import * as z from 'zod'
import { command, contract, download, list, query, upload } from '../../../shared/contract.ts'
import { importId } from '../../../shared/ids.ts'
import { pageOf, paging } from '../../../shared/lists.ts'

export const outcomes = ['new', 'changed', 'same', 'conflict', 'rejected'] as const

const counts = z.object({
  new: z.number(),
  changed: z.number(),
  same: z.number(),
  conflict: z.number(),
  rejected: z.number(),
})
const said = z.object({ code: z.string(), message: z.string() })

const imported = z.object({
  importId: z.number(),
  name: z.string(),
  status: z.enum(['reading', 'preview', 'applying', 'done', 'failed', 'cancelled']),
  bytes: z.number().nullable(),
  counts,
  refusal: said.nullable(),
  jobId: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  confirmedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
})

const file = z.object({
  fileId: z.number(),
  path: z.string(),
  kind: z.string().nullable(),
  status: z.enum(['read', 'rejected', 'applied', 'failed']),
  refusal: said.nullable(),
  counts,
  /** Counted, but its rows are not for this actor's eyes. */
  hidden: z.boolean(),
})

const row = z.object({
  fileId: z.number(),
  path: z.string(),
  kind: z.string().nullable(),
  row: z.number(),
  outcome: z.enum(outcomes),
  nip: z.string().nullable(),
  name: z.string().nullable(),
  /** Reasons of a rejection, conflicts, and what is worth a look in a row that is taken. */
  reasons: z.array(said.extend({ column: z.string().nullable(), value: z.string().nullable() })),
  changes: z.array(
    z.object({ field: z.string(), name: z.string(), from: z.unknown(), to: z.unknown(), conflict: z.boolean() }),
  ),
  /** The list's spreadsheet has one line per row. */
  said: z.string(),
})

export const imports = contract('import', {
  upload: upload({
    permission: 'people.import',
    summary: 'Takes in a file or an archive of national data and starts reading it into a preview.',
    input: z.object({ name: z.string().trim().max(200).optional() }),
    output: z.object({ importId: z.number(), jobId: z.string() }),
  }),
  list: list({
    permission: 'people.import',
    summary: 'Imports, newest first.',
    input: z.object({ ...paging }),
    output: pageOf(imported),
    columns: [
      { field: 'name', heading: 'import.heading.name' },
      { field: 'status', heading: 'import.heading.status' },
      { field: 'createdBy', heading: 'import.heading.by' },
      { field: 'createdAt', heading: 'import.heading.created' },
      { field: 'finishedAt', heading: 'import.heading.finished' },
    ],
  }),
  show: query({
    permission: 'people.import',
    summary: 'One import with its files and how many rows of each are new, changed, the same, in conflict or rejected.',
    input: z.object({ importId }),
    output: imported.extend({ files: z.array(file) }),
  }),
  rows: list({
    permission: 'people.import',
    summary: 'The rows of a preview or an import, with the reason for what becomes of each.',
    input: z.object({
      ...paging,
      importId,
      fileId: z.coerce.number().int().optional(),
      outcome: z.enum(outcomes).optional(),
      search: z.string().trim().max(100).optional(),
    }),
    output: pageOf(row),
    columns: [
      { field: 'path', heading: 'import.heading.file' },
      { field: 'row', heading: 'import.heading.row' },
      { field: 'outcome', heading: 'import.heading.outcome' },
      { field: 'nip', heading: 'import.heading.nip' },
      { field: 'name', heading: 'import.heading.person' },
      { field: 'said', heading: 'import.heading.reason' },
    ],
  }),
  confirm: command({
    permission: 'people.import',
    summary: 'Accepts a preview: its rows go into the register, file by file, each all or nothing.',
    input: z.object({ importId }),
    output: z.object({ jobId: z.string() }),
  }),
  discard: command({
    permission: 'people.import',
    summary: 'Stops an import that is not finished and removes what was read; what is applied already stays.',
    input: z.object({ importId }),
    output: z.object({}),
  }),
  report: download({
    permission: 'people.import',
    summary:
      'A spreadsheet with the original rows that were rejected, changed or in conflict (or all), and the reasons.',
    input: z.object({ importId, all: z.stringbool().default(false) }),
    output: z.unknown(),
  }),
})

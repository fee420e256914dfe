import * as z from 'zod'
import { command, list, query } from '../../../shared/contract.ts'
import { personId, planId, programmeId } from '../../../shared/ids.ts'
import { pageOf, paging } from '../../../shared/lists.ts'
import { approvalOperations } from './approval/contract.ts'
import { commentOperations } from './comment/contract.ts'
import { planOutcome, reason } from './outcome/contract.ts'
import { planStatuses } from './rules.ts'
import { seatOperations } from './seat/contract.ts'
import { planSettings } from './settings/contract.ts'

const year = z.coerce.number().int().min(2000).max(2199)
const name = z.string().trim().min(3).max(80)

const planRow = z.object({
  planId: z.number(),
  year: z.number(),
  name: z.string(),
  status: z.enum(planStatuses),
  statusWords: z.string(),
  revisionOf: z.number().nullable(),
  version: z.number(),
  jobId: z.string().nullable(),
  solvedAt: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  outcome: planOutcome.nullable(),
})

export const planOperations = {
  plans: list({
    permission: 'planning.read',
    summary:
      'Plans that the reader may see with what each reaches, the newest first: scenarios, proposals, approved plans.',
    input: z.object({ ...paging, year: year.optional(), status: z.enum(planStatuses).optional() }),
    output: pageOf(
      planRow.extend({
        people: z.number().nullable(),
        levelsClosed: z.number().nullable(),
        rupiah: z.number().nullable(),
      }),
    ),
    columns: [
      { field: 'year', heading: 'planning.column.year' },
      { field: 'name', heading: 'planning.column.plan' },
      { field: 'statusWords', heading: 'planning.column.status' },
      { field: 'people', heading: 'planning.column.people' },
      { field: 'levelsClosed', heading: 'planning.column.levels-closed' },
      { field: 'rupiah', heading: 'planning.column.rupiah' },
    ],
  }),
  plan: query({
    permission: 'planning.read',
    summary:
      'One plan: its settings, what it reaches and proves, and every session that it holds or leaves out, with the reason.',
    input: z.object({ planId }),
    output: planRow.extend({
      settings: planSettings,
      decisionNote: z.string().nullable(),
      decidedBy: z.string().nullable(),
      decidedAt: z.string().nullable(),
      proposedAt: z.string().nullable(),
      inputSha256: z.string().nullable(),
      may: z.object({
        change: z.boolean(),
        propose: z.boolean(),
        decide: z.boolean(),
        revise: z.boolean(),
        comment: z.boolean(),
      }),
      sessions: z.array(
        z.object({
          sessionId: z.number(),
          programmeId: z.number(),
          programmeName: z.string(),
          kind: z.string(),
          category: z.string(),
          online: z.boolean(),
          hours: z.number(),
          firstWeek: z.number(),
          weeks: z.number(),
          from: z.string(),
          to: z.string(),
          runs: z.boolean(),
          seats: z.number(),
          maxSeats: z.number(),
          rupiah: z.number(),
          reason: reason.nullable(),
        }),
      ),
      pins: z.array(
        z.object({
          pinId: z.number(),
          programmeId: z.number(),
          programmeName: z.string(),
          personId: z.number().nullable(),
          personName: z.string().nullable(),
          firstWeek: z.number().nullable(),
          wish: z.enum(['in', 'out']),
          reason: z.string(),
        }),
      ),
    }),
  }),
  newPlan: query({
    permission: 'planning.manage',
    summary: 'What a new plan of a year starts with.',
    input: z.object({ year }),
    output: z.object({ year: z.number(), settings: planSettings, weeks: z.number(), basis: z.string() }),
  }),
  createPlan: command({
    permission: 'planning.manage',
    summary: 'Starts a plan, empty or as a copy of another one’s settings and pins.',
    input: z.object({ year, name, from: planId.optional() }),
    output: z.object({ planId: z.number() }),
  }),
  changePlan: command({
    permission: 'planning.manage',
    summary:
      'Changes the name and the settings of a draft; what was solved with the old settings is no longer shown as its result.',
    input: z.object({ planId, version: z.number().int(), name, settings: planSettings }),
    output: z.object({ version: z.number() }),
  }),
  solvePlan: command({
    permission: 'planning.manage',
    summary:
      'Queues the solving of a draft; the job tells the best plan so far and the bound, and keeps its best when stopped.',
    input: z.object({ planId }),
    output: z.object({ jobId: z.string() }),
  }),
  addPin: command({
    permission: 'planning.manage',
    summary: 'Settles by hand that a programme runs or not, or that a person attends it or not.',
    input: z.object({
      planId,
      programmeId,
      personId: personId.optional(),
      firstWeek: z.number().int().min(1).max(53).optional(),
      wish: z.enum(['in', 'out']),
      reason: z.string().trim().min(3).max(300),
    }),
    output: z.object({ pinId: z.number() }),
  }),
  removePin: command({
    permission: 'planning.manage',
    summary: 'Takes a pin out again.',
    input: z.object({ planId, pinId: z.number().int() }),
    output: z.object({}),
  }),
  ...seatOperations,
  ...approvalOperations,
  ...commentOperations,
}

import * as z from 'zod'
import { command } from '../../../../shared/contract.ts'
import { planId } from '../../../../shared/ids.ts'

const note = z.string().trim().max(1000)

export const approvalOperations = {
  proposePlan: command({
    permission: 'planning.manage',
    summary: 'Puts a solved draft before the heads of office and the city leader; from now on it is not changed.',
    input: z.object({ planId }),
    output: z.object({}),
  }),
  withdrawProposal: command({
    permission: 'planning.manage',
    summary: 'Makes a proposed plan a draft again.',
    input: z.object({ planId }),
    output: z.object({}),
  }),
  approvePlan: command({
    permission: 'planning.approve',
    summary:
      'Fixes a proposed plan for the year (PP 11/2017 art. 207); the plan approved before it stays readable as replaced.',
    input: z.object({ planId, note: note.default('') }),
    output: z.object({}),
  }),
  returnPlan: command({
    permission: 'planning.approve',
    summary: 'Sends a proposed plan back to the development office with a reason.',
    input: z.object({ planId, note: note.min(3) }),
    output: z.object({}),
  }),
  revisePlan: command({
    permission: 'planning.manage',
    summary: 'Starts a revision of an approved plan: a draft with its settings and pins that stays close to it.',
    input: z.object({ planId, name: z.string().trim().min(3).max(80) }),
    output: z.object({ planId: z.number() }),
  }),
}

import * as z from 'zod'
import { command } from '../../../shared/contract.ts'
import { personId } from '../../../shared/ids.ts'
import { addableKinds, correctableKinds } from './rules.ts'

const reason = z.string().trim().min(3).max(500)
const value = z.union([z.string().max(500), z.number(), z.boolean()]).nullable()
const field = z.string().min(1).max(40)
const recordId = z.coerce.number().int().positive()
const nothing = z.object({})

/** `recordId` is the person's own number for `person`, the unit's for `unit`. `version` guards against an older page. */
const record = { kind: z.enum(correctableKinds), recordId, version: z.number().int().optional() }

export const correctionOperations = {
  correct: command({
    permission: 'people.correct',
    summary: 'Corrects one field of a record; the correction survives imports and differs from then on as a conflict.',
    input: z.object({ ...record, field, value, reason }),
    output: z.object({ version: z.number() }),
  }),
  restore: command({
    permission: 'people.correct',
    summary: 'Takes the national value of a corrected field again.',
    input: z.object({ ...record, field, reason }),
    output: z.object({ version: z.number() }),
  }),
  addRecord: command({
    permission: 'people.correct',
    summary:
      'Adds a record that the nation does not have: a diploma, a training, an appraisal, a rank, a posting, a sanction.',
    input: z.object({ personId, kind: z.enum(addableKinds), values: z.record(field, value), reason }),
    output: z.object({ recordId: z.number() }),
  }),
  removeRecord: command({
    permission: 'people.correct',
    summary: 'Removes a record that was added here; national records stay.',
    input: z.object({ kind: z.enum(addableKinds), recordId, reason }),
    output: nothing,
  }),
  setSupervisor: command({
    permission: 'people.correct',
    summary: 'Records that somebody other than the structure says supervises a person.',
    input: z.object({ personId, supervisorId: personId, reason }),
    output: nothing,
  }),
  clearSupervisor: command({
    permission: 'people.correct',
    summary: 'Lets the structure say again who supervises a person.',
    input: z.object({ personId, reason }),
    output: nothing,
  }),
}

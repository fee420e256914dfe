import * as z from 'zod'
import { list, query } from '../../../../shared/contract.ts'
import { personId, planId, programmeId, unitId } from '../../../../shared/ids.ts'
import { pageOf, paging } from '../../../../shared/lists.ts'
import { reason } from '../outcome/contract.ts'

const gain = z.object({
  competency: z.string(),
  competencyName: z.string(),
  required: z.number(),
  level: z.number(),
  criticality: z.number(),
  gain: z.number(),
})

const filter = {
  ...paging,
  planId,
  unitId: unitId.optional(),
  programmeId: programmeId.optional(),
  search: z.string().trim().max(100).optional(),
}

export const seatOperations = {
  planSeats: list({
    permission: 'planning.read',
    summary: 'Who is to attend what and when, of the persons whom the reader may see.',
    input: z.object({
      ...filter,
      sessionId: z.coerce.number().int().optional(),
      week: z.coerce.number().int().optional(),
    }),
    output: pageOf(
      z.object({
        sessionId: z.number(),
        personId: z.number(),
        name: z.string(),
        nip: z.string(),
        postTitle: z.string().nullable(),
        unitName: z.string().nullable(),
        programmeId: z.number(),
        programmeName: z.string(),
        hours: z.number(),
        online: z.boolean(),
        firstWeek: z.number(),
        from: z.string(),
        to: z.string(),
        why: z.array(gain),
        whyWords: z.string(),
      }),
    ),
    columns: [
      { field: 'name', heading: 'planning.column.person' },
      { field: 'nip', heading: 'planning.column.nip' },
      { field: 'postTitle', heading: 'planning.column.post' },
      { field: 'unitName', heading: 'planning.column.unit' },
      { field: 'programmeName', heading: 'planning.column.programme' },
      { field: 'hours', heading: 'planning.column.hours' },
      { field: 'from', heading: 'planning.column.from' },
      { field: 'to', heading: 'planning.column.to' },
      { field: 'whyWords', heading: 'planning.column.why' },
    ],
  }),
  planLeftOut: list({
    permission: 'planning.read',
    summary: 'The best that persons did not get, with the reason, of the persons whom the reader may see.',
    input: z.object({ ...filter, code: z.string().max(40).optional() }),
    output: pageOf(
      z.object({
        personId: z.number(),
        name: z.string(),
        nip: z.string(),
        unitName: z.string().nullable(),
        programmeId: z.number(),
        programmeName: z.string(),
        benefit: z.number(),
        reason,
        reasonWords: z.string(),
      }),
    ),
    columns: [
      { field: 'name', heading: 'planning.column.person' },
      { field: 'nip', heading: 'planning.column.nip' },
      { field: 'unitName', heading: 'planning.column.unit' },
      { field: 'programmeName', heading: 'planning.column.programme' },
      { field: 'benefit', heading: 'planning.column.benefit' },
      { field: 'reasonWords', heading: 'planning.column.why-not' },
    ],
  }),
  planOfPerson: query({
    permission: 'planning.read',
    summary:
      'What the approved plan of this year and the next holds for a person – without a number, for the reader – and why; what it does not hold, and why.',
    input: z.object({ personId: personId.optional() }),
    output: z.object({
      personId: z.number(),
      name: z.string(),
      years: z.array(
        z.object({
          year: z.number(),
          planId: z.number(),
          approvedAt: z.string().nullable(),
          hoursPlanned: z.number(),
          seats: z.array(
            z.object({
              programmeId: z.number(),
              programmeName: z.string(),
              hours: z.number(),
              online: z.boolean(),
              provider: z.string(),
              firstWeek: z.number(),
              from: z.string(),
              to: z.string(),
              why: z.array(gain),
            }),
          ),
          leftOut: z.array(
            z.object({ programmeId: z.number(), programmeName: z.string(), reason, reasonWords: z.string() }),
          ),
        }),
      ),
    }),
    offline: 'keep',
  }),
  planOfUnit: query({
    permission: 'planning.read',
    summary: 'How many of a unit are away in each week of a plan, and how many it can spare.',
    input: z.object({ planId, unitId }),
    output: z.object({
      planId: z.number(),
      unitId: z.number(),
      unitName: z.string(),
      staff: z.number(),
      spare: z.number(),
      people: z.number(),
      hours: z.number(),
      weeks: z.array(z.object({ week: z.number(), from: z.string(), away: z.number(), online: z.number() })),
    }),
  }),
  planDocument: list({
    permission: 'planning.read',
    summary: 'The annual document, one row per session, with everything PP 11/2017 art. 207 asks for.',
    input: z.object({ ...paging, planId, limit: z.coerce.number().int().min(1).max(200).default(200) }),
    output: pageOf(
      z.object({
        programmeName: z.string(),
        competencies: z.string(),
        target: z.string(),
        seats: z.number(),
        form: z.string(),
        path: z.string(),
        provider: z.string(),
        from: z.string(),
        to: z.string(),
        curriculum: z.string().nullable(),
        hours: z.number(),
        rupiah: z.number(),
      }),
    ),
    columns: [
      { field: 'programmeName', heading: 'planning.column.programme' },
      { field: 'competencies', heading: 'planning.column.competencies' },
      { field: 'target', heading: 'planning.column.target' },
      { field: 'seats', heading: 'planning.column.seats' },
      { field: 'form', heading: 'planning.column.form' },
      { field: 'path', heading: 'planning.column.path' },
      { field: 'provider', heading: 'planning.column.provider' },
      { field: 'from', heading: 'planning.column.from' },
      { field: 'to', heading: 'planning.column.to' },
      { field: 'curriculum', heading: 'planning.column.curriculum' },
      { field: 'hours', heading: 'planning.column.hours' },
      { field: 'rupiah', heading: 'planning.column.rupiah' },
    ],
  }),
}

import * as z from 'zod'
import { command, list } from '../../../../shared/contract.ts'
import { personId, unitId } from '../../../../shared/ids.ts'
import { pageOf, paging } from '../../../../shared/lists.ts'
import { jobKinds } from '../../../competency/standards/rules.ts'
import { needRoutes, voiceSources } from '../rules.ts'
import { usualStrength, voiceStates } from './rules.ts'

export const plannedYear = z.coerce.number().int().min(2000).max(2200).optional()
const voiceId = z.coerce.number().int().positive()

export const voiceOperations = {
  voices: list({
    permission: 'planning.read',
    summary:
      'What was said of a need for one year: requests, priorities, duties, results, as far as the reader may see them. The newest come first.',
    input: z.object({
      ...paging,
      sort: z.enum(['recorded', 'strength', 'source']).default('recorded'),
      direction: z.enum(['asc', 'desc']).default('desc'),
      /** Without it: the year that is being planned. */
      year: plannedYear,
      source: z.enum(voiceSources).optional(),
      competency: z.string().max(20).optional(),
      /** An office: what concerns it or somebody in it, and what concerns the whole city. */
      unitId: unitId.optional(),
      /** Only what is about this person. */
      personId: personId.optional(),
      state: z.enum(voiceStates).optional(),
      /** Only what is about the reader or was recorded by them. */
      mine: z.stringbool().default(false),
    }),
    output: pageOf(
      z.object({
        voiceId: z.number(),
        year: z.number(),
        source: z.enum(voiceSources),
        sourceWords: z.string(),
        title: z.string(),
        reason: z.string(),
        legalBasis: z.string().nullable(),
        competency: z.string().nullable(),
        competencyName: z.string().nullable(),
        unitId: z.number().nullable(),
        unitName: z.string().nullable(),
        personId: z.number().nullable(),
        personName: z.string().nullable(),
        aim: z.enum(jobKinds).nullable(),
        aimWords: z.string().nullable(),
        strength: z.number(),
        recordedAt: z.string(),
        state: z.enum(voiceStates),
        stateWords: z.string(),
        route: z.enum(needRoutes).nullable(),
        routeReason: z.string().nullable(),
        mayWithdraw: z.boolean(),
      }),
    ),
    columns: [
      { field: 'year', heading: 'planning.need.column.year' },
      { field: 'sourceWords', heading: 'planning.need.column.source' },
      { field: 'title', heading: 'planning.need.column.title' },
      { field: 'reason', heading: 'planning.need.column.reason' },
      { field: 'legalBasis', heading: 'planning.need.column.basis' },
      { field: 'competencyName', heading: 'planning.need.column.competency' },
      { field: 'unitName', heading: 'planning.need.column.unit' },
      { field: 'personName', heading: 'planning.need.column.person' },
      { field: 'aimWords', heading: 'planning.need.column.aim' },
      { field: 'strength', heading: 'planning.need.column.strength' },
      { field: 'stateWords', heading: 'planning.need.column.state' },
      { field: 'recordedAt', heading: 'planning.need.column.recorded' },
    ],
  }),
  addVoice: command({
    permission: 'planning.request',
    summary:
      'Records what speaks of a need: an own request, one for the team, a priority, a legal duty, a finding. Who may record which is decided per source.',
    input: z.object({
      source: z.enum(voiceSources),
      year: plannedYear,
      /** May be left out where a competency or a post says it. */
      title: z.string().trim().max(200).default(''),
      reason: z.string().trim().max(2000).default(''),
      legalBasis: z.string().trim().min(3).max(300).optional(),
      competency: z.string().max(20).optional(),
      unitId: unitId.optional(),
      /** Of an own request: the reader unless named. */
      personId: personId.optional(),
      /** The kind of post the person works towards. */
      aim: z.enum(jobKinds).optional(),
      strength: z.number().int().min(1).max(3).default(usualStrength),
    }),
    output: z.object({ voiceId: z.number() }),
  }),
  withdrawVoice: command({
    permission: 'planning.request',
    summary: 'Takes back what was recorded. It stays in the list of withdrawn ones and can be restored.',
    input: z.object({ voiceId }),
    output: z.object({}),
  }),
  restoreVoice: command({
    permission: 'planning.request',
    summary: 'Lets a withdrawn voice stand again.',
    input: z.object({ voiceId }),
    output: z.object({}),
  }),
}

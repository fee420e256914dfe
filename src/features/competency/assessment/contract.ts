import * as z from 'zod'
import { command, list, query } from '../../../shared/contract.ts'
import { personId } from '../../../shared/ids.ts'
import { pageOf, paging } from '../../../shared/lists.ts'
import { assessingParts } from '../access.ts'
import { competencyKinds, type Level, levels } from '../rules.ts'
import { raterKinds } from './rules.ts'

const code = z.string().max(20)
const level = z.literal(levels) as z.ZodType<Level>

export const assessmentOperations = {
  assessmentForm: query({
    permission: 'competency.assess',
    summary:
      'The form for assessing one person: level descriptions in words and the rater’s own previous ratings. What other raters said is never part of it.',
    /** Without a person: the reader’s own form. */
    input: z.object({ personId: personId.optional(), as: z.enum(assessingParts), assessorId: personId.optional() }),
    output: z.object({
      person: z.object({
        personId: z.number(),
        name: z.string(),
        postTitle: z.string().nullable(),
        unitName: z.string().nullable(),
      }),
      as: z.enum(assessingParts),
      levelNames: z.array(z.string()),
      competencies: z.array(
        z.object({
          competency: z.string(),
          name: z.string(),
          kind: z.enum(competencyKinds),
          definition: z.string(),
          levels: z.array(z.string()),
          previous: z.object({ level: z.number(), on: z.string(), note: z.string() }).nullable(),
        }),
      ),
    }),
    offline: 'keep',
  }),
  assess: command({
    permission: 'competency.assess',
    summary:
      'Writes one rater’s judgement on several competencies of one person. Nothing is overwritten: a later rating stands in the place of the earlier one.',
    input: z.object({
      personId,
      as: z.enum(assessingParts),
      /** Who assessed; required of an officer who writes it down, and meaningless otherwise. */
      assessorId: personId.optional(),
      /** The day of the assessment, for an assessor’s; the others rate today. */
      on: z.iso.date().optional(),
      ratings: z
        .array(z.object({ competency: code, level, note: z.string().trim().max(2000).optional() }))
        .min(1)
        .max(60),
    }),
    output: z.object({ recorded: z.number() }),
  }),
  evidence: list({
    permission: 'competency.read',
    summary: 'Every rating a person ever received, the newest first; of all competencies or of one.',
    input: z.object({ ...paging, personId, competency: code.optional() }),
    output: pageOf(
      z.object({
        assessmentId: z.number(),
        competency: z.string(),
        competencyName: z.string(),
        level: z.number(),
        raterKind: z.enum(raterKinds),
        raterWords: z.string(),
        raterName: z.string().nullable(),
        on: z.string(),
        note: z.string(),
        source: z.enum(['national', 'local']),
        recordedAt: z.string(),
      }),
    ),
    columns: [
      { field: 'competencyName', heading: 'competency.column.competency' },
      { field: 'level', heading: 'competency.column.level' },
      { field: 'raterWords', heading: 'competency.column.rater' },
      { field: 'raterName', heading: 'competency.column.rater-name' },
      { field: 'on', heading: 'competency.column.on' },
      { field: 'note', heading: 'competency.column.note' },
      { field: 'recordedAt', heading: 'competency.column.recorded' },
    ],
  }),
}

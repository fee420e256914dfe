import * as z from 'zod'
import { command, list, query } from '../../../shared/contract.ts'
import { postId } from '../../../shared/ids.ts'
import { pageOf, paging } from '../../../shared/lists.ts'
import { competencyKinds, type Level, levels } from '../rules.ts'
import { jobKinds } from './rules.ts'

const confidence = z.enum(['A', 'B', 'C', 'D'])
const source = z.object({
  ruleSet: z.string(),
  version: z.number(),
  legalBasis: z.string(),
  confidence,
  note: z.string().nullable(),
})
const level = z.literal(levels) as z.ZodType<Level>

export const standardsOperations = {
  dictionary: query({
    permission: 'competency.read',
    summary:
      'Every competency in force with its five levels, in the reader’s language, and the dictionary it comes from.',
    input: z.object({}),
    output: z.object({
      levelNames: z.array(z.string()),
      dictionaries: z.array(source),
      competencies: z.array(
        z.object({
          competency: z.string(),
          kind: z.enum(competencyKinds),
          name: z.string(),
          field: z.string().nullable(),
          definition: z.string(),
          levels: z.array(z.string()),
          ruleSet: z.string(),
        }),
      ),
    }),
    offline: 'keep',
  }),
  standards: query({
    permission: 'competency.read',
    summary: 'The levels required per kind of post, with their source.',
    input: z.object({}),
    output: z.object({
      source: source.extend({ origin: z.string() }),
      competencies: z.array(z.object({ competency: z.string(), name: z.string() })),
      rows: z.array(
        z.object({ jobKind: z.enum(jobKinds), levels: z.array(z.number()), confidence, observedStandards: z.number() }),
      ),
    }),
  }),
  posts: list({
    permission: 'competency.standards',
    summary: 'Posts with their kind and how many requirements of their own they have today.',
    input: z.object({
      ...paging,
      search: z.string().trim().max(100).optional(),
      own: z.stringbool().optional(),
      jobKind: z.enum(jobKinds).optional(),
    }),
    output: pageOf(
      z.object({
        postId: z.number(),
        title: z.string(),
        unitName: z.string(),
        jobKind: z.enum(jobKinds).nullable(),
        jobKindWords: z.string(),
        holders: z.number(),
        ownRequirements: z.number(),
      }),
    ),
    columns: [
      { field: 'title', heading: 'competency.column.post' },
      { field: 'unitName', heading: 'competency.column.unit' },
      { field: 'jobKindWords', heading: 'competency.column.job-kind' },
      { field: 'holders', heading: 'competency.column.holders' },
      { field: 'ownRequirements', heading: 'competency.column.own-requirements' },
    ],
  }),
  standardOfPost: query({
    permission: 'competency.read',
    summary: 'What one post requires today, where each level comes from, and every requirement ever set for it alone.',
    input: z.object({ postId }),
    output: z.object({
      postId: z.number(),
      title: z.string(),
      unitName: z.string(),
      jobKind: z.enum(jobKinds).nullable(),
      requirements: z.array(
        z.object({
          competency: z.string(),
          name: z.string(),
          kind: z.enum(competencyKinds).nullable(),
          level: z.number(),
          from: z.enum(['table', 'post']),
          ruleSet: z.string().nullable(),
          confidence: confidence.nullable(),
          legalBasis: z.string(),
          effectiveFrom: z.string(),
        }),
      ),
      history: z.array(
        z.object({
          competency: z.string(),
          name: z.string(),
          level: z.number().nullable(),
          effectiveFrom: z.string(),
          legalBasis: z.string(),
          reason: z.string(),
          setAt: z.string(),
        }),
      ),
    }),
  }),
  setPostStandard: command({
    permission: 'competency.standards',
    summary:
      'Sets what a single post requires from a day on, in place of the table for its kind; a level of null gives the table back.',
    input: z.object({
      postId,
      requirements: z
        .array(z.object({ competency: z.string().max(20), level: level.nullable() }))
        .min(1)
        .max(60),
      effectiveFrom: z.iso.date(),
      legalBasis: z.string().trim().min(3).max(300),
      reason: z.string().trim().min(3).max(1000),
    }),
    output: z.object({ recomputed: z.number() }),
  }),
}

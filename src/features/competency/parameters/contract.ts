import * as z from 'zod'
import { command, query } from '../../../shared/contract.ts'
import { ruleSetKinds } from './rules.ts'

const confidence = z.enum(['A', 'B', 'C', 'D'])
const name = z.string().regex(/^[A-Z][A-Z0-9_]{2,59}$/)
const version = z.object({
  version: z.number(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  legalBasis: z.string(),
  confidence: z.string(),
  reason: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
})

export const parameterOperations = {
  ruleSets: query({
    permission: 'competency.standards',
    summary: 'The rule sets behind competency: dictionaries, standards and parameters, each in its newest version.',
    input: z.object({}),
    output: z.object({
      ruleSets: z.array(
        version
          .omit({ reason: true, createdBy: true, createdAt: true })
          .extend({ name: z.string(), kind: z.enum(ruleSetKinds) }),
      ),
    }),
  }),
  ruleSet: query({
    permission: 'competency.standards',
    summary: 'One rule set in one version (the newest unless named) and the history of its versions.',
    input: z.object({ name, version: z.coerce.number().int().positive().optional() }),
    output: z.object({
      name: z.string(),
      kind: z.enum(ruleSetKinds),
      version: z.number(),
      effectiveFrom: z.string(),
      effectiveTo: z.string().nullable(),
      legalBasis: z.string(),
      confidence: z.string(),
      body: z.record(z.string(), z.unknown()),
      versions: z.array(version),
    }),
  }),
  editRuleSet: command({
    permission: 'competency.standards',
    summary:
      'Adds a version of a rule set that holds from a day on; the versions before stay for what was computed with them. A new dictionary begins at version 1.',
    input: z.object({
      name,
      /** The version the edit started from; null for a new dictionary. */
      basedOn: z.number().int().positive().nullable(),
      effectiveFrom: z.iso.date(),
      effectiveTo: z.iso.date().nullable().default(null),
      legalBasis: z.string().trim().min(3).max(300),
      confidence,
      reason: z.string().trim().min(3).max(1000),
      body: z.record(z.string(), z.unknown()),
    }),
    output: z.object({ version: z.number(), jobId: z.string().nullable() }),
  }),
  compute: command({
    permission: 'competency.standards',
    summary: 'Starts the computation of everybody’s gaps and of the heat map.',
    input: z.object({}),
    output: z.object({ jobId: z.string() }),
  }),
}

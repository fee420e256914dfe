import * as z from 'zod'
import { command, contract, list, query } from '../../shared/contract.ts'
import type { Day } from '../../shared/dates.ts'
import { personId, unitId } from '../../shared/ids.ts'
import { pageOf, paging } from '../../shared/lists.ts'
import { cardOperations } from './card/contract.ts'
import { personIndex } from './person/contract.ts'
import { categories } from './ruleset/rules.ts'
import { unitFigures } from './unit/contract.ts'

const year = z.coerce.number().int().min(2000).max(2199)
const ruleSetName = z.string().trim().min(1).max(60)
const which = { year: year.optional(), ruleSet: ruleSetName.optional() }
const reason = z.string().trim().min(5).max(500)
const job = z.object({ jobId: z.string() })
const day = z.iso.date().transform((text) => text as Day)
const dimension = z.enum(['qualification', 'competency', 'performance', 'discipline', 'total'])

const scoreRow = z.object({
  personId: z.number(),
  nip: z.string(),
  name: z.string(),
  unitName: z.string().nullable(),
  postTitle: z.string().nullable(),
  year: z.number(),
  ruleSet: z.string(),
  version: z.number(),
  qualification: z.number(),
  competency: z.number(),
  performance: z.number(),
  discipline: z.number(),
  total: z.number(),
  category: z.enum(categories),
  categoryText: z.string(),
  measured: z.boolean(),
  official: z.number().nullable(),
})

const ruleSetVersion = z.object({
  version: z.number(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  legalBasis: z.string(),
  confidence: z.string(),
  reason: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
})

export const index = contract('index', {
  mine: query({
    permission: 'index.read',
    summary: 'The own professionalism index, opened down to the records behind it.',
    input: z.object(which),
    output: personIndex,
    offline: 'keep',
  }),
  person: query({
    permission: 'index.read',
    summary: 'The professionalism index of one person, opened down to the records behind it.',
    input: z.object({ personId, ...which }),
    output: personIndex,
  }),
  unit: query({
    permission: 'index.read',
    summary: 'The index of a unit with everything below it; without a unit the city, the own office or the own unit.',
    input: z.object({ unitId: unitId.optional(), ...which }),
    output: unitFigures,
  }),
  ...cardOperations,
  list: list({
    permission: 'index.read',
    summary: 'Persons with their scores of a year, else of the last year computed.',
    input: z.object({
      ...paging,
      sort: z
        .enum(['name', 'unitName', 'qualification', 'competency', 'performance', 'discipline', 'total'])
        .default('name'),
      ...which,
      unitId: unitId.optional(),
      category: z.enum(categories).optional(),
      dimension: dimension.optional(),
      below: z.coerce.number().min(0).max(101).optional(),
      counted: z.enum(['measured', 'unmeasured']).optional(),
    }),
    output: pageOf(scoreRow),
    columns: [
      { field: 'nip', heading: 'index.list.nip' },
      { field: 'name', heading: 'index.list.name' },
      { field: 'postTitle', heading: 'index.list.post' },
      { field: 'unitName', heading: 'index.list.unit' },
      { field: 'year', heading: 'index.list.year' },
      { field: 'qualification', heading: 'index.dimension.qualification' },
      { field: 'competency', heading: 'index.dimension.competency' },
      { field: 'performance', heading: 'index.dimension.performance' },
      { field: 'discipline', heading: 'index.dimension.discipline' },
      { field: 'total', heading: 'index.list.total' },
      { field: 'categoryText', heading: 'index.list.category' },
      { field: 'measured', heading: 'index.list.measured' },
      { field: 'official', heading: 'index.list.official' },
      { field: 'ruleSet', heading: 'index.list.rule-set' },
      { field: 'version', heading: 'index.list.version' },
    ],
  }),
  recompute: command({
    permission: 'index.manage',
    summary: 'Starts computing everybody; without a year the running one and the two before it.',
    input: z.object({ year: year.optional(), on: day.optional(), ruleSet: ruleSetName.optional() }),
    output: job,
  }),
  verify: command({
    permission: 'index.manage',
    summary: 'Starts checking that the facts kept with the results of a year give the same values again.',
    input: z.object({ year, ruleSet: ruleSetName.optional() }),
    output: job,
  }),
  ruleSets: query({
    permission: 'index.read',
    summary: 'The rule sets of the index in their newest versions, and which one is the default.',
    input: z.object({}),
    output: z.object({
      standard: z.string(),
      ruleSets: z.array(
        ruleSetVersion.omit({ reason: true, createdBy: true, createdAt: true }).extend({ name: z.string() }),
      ),
    }),
  }),
  ruleSet: query({
    permission: 'index.read',
    summary: 'One version of a rule set with its whole content, and the list of its versions.',
    input: z.object({ name: ruleSetName, version: z.coerce.number().int().positive().optional() }),
    output: z.object({
      name: z.string(),
      version: z.number(),
      body: z.record(z.string(), z.unknown()),
      versions: z.array(ruleSetVersion),
    }),
  }),
  editRuleSet: command({
    permission: 'index.manage',
    summary: 'Adds a version of a rule set with the reason for it, and starts computing with it.',
    input: z.object({
      name: ruleSetName,
      basedOn: z.number().int().positive(),
      body: z.record(z.string(), z.unknown()),
      reason,
    }),
    output: job.extend({ version: z.number() }),
  }),
  settings: query({
    permission: 'index.read',
    summary: 'Which rule set answers where none is named.',
    input: z.object({}),
    output: z.object({ ruleSet: z.string() }),
  }),
  chooseRuleSet: command({
    permission: 'index.manage',
    summary: 'Chooses the rule set that answers where none is named, and starts computing with it.',
    input: z.object({ name: ruleSetName, reason }),
    output: job.extend({ ruleSet: z.string() }),
  }),
})

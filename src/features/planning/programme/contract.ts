import * as z from 'zod'
import { command, list, query } from '../../../shared/contract.ts'
import { programmeId } from '../../../shared/ids.ts'
import { pageOf, paging } from '../../../shared/lists.ts'
import { type Level, levels } from '../../competency/rules.ts'
import { formPaths } from './form/rules.ts'
import { type Audience, categories, effectSources, employments, postKinds, programmeKinds } from './rules.ts'

const kind = z.enum(programmeKinds)
const category = z.enum(categories)
const level = z.literal(levels) as z.ZodType<Level>
const rupiah = z.number().int().max(1e12)

/** An empty field of a form means no filter. */
const filter = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const audience = z.object({
  employments: z.array(z.enum(employments)).max(3).optional(),
  postKinds: z.array(z.enum(postKinds)).max(3).optional(),
  echelons: z.array(z.string().max(2)).max(20).optional(),
  functionalLevels: z.array(z.string().max(2)).max(20).optional(),
}) as unknown as z.ZodType<Audience, Audience>

const conversion = z.object({
  mode: z.enum(['ACTUAL', 'PER_SEMESTER', 'PER_DAY', 'PER_MEETING', 'PER_EVENT', 'CAP_PER_DAY']),
  jp: z.number().optional(),
  factor: z.number().optional(),
  capCount: z.number().optional(),
})

const row = z.object({
  programmeId: z.number(),
  code: z.string(),
  name: z.string(),
  kind,
  kindWords: z.string(),
  form: z.string(),
  formName: z.string(),
  path: z.enum(formPaths),
  pathWords: z.string(),
  category,
  categoryWords: z.string(),
  lessonHours: z.number(),
  weeks: z.number(),
  online: z.boolean(),
  provider: z.string(),
  minSeats: z.number(),
  maxSeats: z.number(),
  mostSessions: z.number(),
  fixedRupiah: z.number(),
  seatRupiah: z.number(),
  rupiahPerHead: z.number(),
  audienceWords: z.string(),
  competencyNames: z.string(),
  prerequisiteName: z.string().nullable(),
  retiredOn: z.string().nullable(),
  synthetic: z.boolean(),
})

const named = z.object({
  programmeId: z.number(),
  code: z.string(),
  name: z.string(),
  retiredOn: z.string().nullable(),
})

const effect = z.object({
  competency: z.string(),
  name: z.string(),
  targetLevel: z.number(),
  gain: z.number(),
  standardError: z.number(),
  source: z.enum(effectSources),
  basis: z.string(),
  /** Levels that a plan counts on, with the ends between which they lie with 95 % probability. */
  expected: z.number(),
  low: z.number(),
  high: z.number(),
  words: z.string(),
})

export const programmeOperations = {
  programmes: list({
    permission: 'planning.read',
    summary: 'The catalogue of what can be taught or arranged, with form, hours, seats and cost per head.',
    input: z.object({
      ...paging,
      sort: z.enum(['name', 'code', 'kind', 'form', 'lessonHours', 'maxSeats', 'rupiahPerHead']).default('name'),
      search: z.string().trim().max(100).optional(),
      kind: filter(kind),
      category: filter(category),
      path: filter(z.enum(formPaths)),
      online: filter(z.stringbool()),
      competency: filter(z.string().max(20)),
      retired: filter(z.enum(['no', 'yes', 'all'])).transform((retired) => retired ?? 'no'),
    }),
    output: pageOf(row),
    columns: [
      { field: 'code', heading: 'planning.programme.code' },
      { field: 'name', heading: 'planning.programme.name' },
      { field: 'kindWords', heading: 'planning.programme.kind' },
      { field: 'formName', heading: 'planning.programme.form' },
      { field: 'pathWords', heading: 'planning.programme.path' },
      { field: 'lessonHours', heading: 'planning.programme.lessonHours' },
      { field: 'weeks', heading: 'planning.programme.weeks' },
      { field: 'online', heading: 'planning.programme.online' },
      { field: 'provider', heading: 'planning.programme.provider' },
      { field: 'categoryWords', heading: 'planning.programme.category' },
      { field: 'fixedRupiah', heading: 'planning.programme.fixedRupiah' },
      { field: 'seatRupiah', heading: 'planning.programme.seatRupiah' },
      { field: 'rupiahPerHead', heading: 'planning.programme.rupiahPerHead' },
      { field: 'minSeats', heading: 'planning.programme.minSeats' },
      { field: 'maxSeats', heading: 'planning.programme.maxSeats' },
      { field: 'mostSessions', heading: 'planning.programme.mostSessions' },
      { field: 'audienceWords', heading: 'planning.programme.audience' },
      { field: 'prerequisiteName', heading: 'planning.programme.prerequisite' },
      { field: 'competencyNames', heading: 'planning.programme.competencies' },
      { field: 'retiredOn', heading: 'planning.programme.retiredOn' },
      { field: 'synthetic', heading: 'planning.programme.synthetic' },
    ],
  }),
  programme: query({
    permission: 'planning.read',
    summary: 'Everything about one programme: for whom, what it credits, and the gain that a plan may count on.',
    input: z.object({ programmeId }),
    output: row.omit({ prerequisiteName: true, competencyNames: true }).extend({
      version: z.number(),
      purpose: z.string(),
      curriculum: z.string().nullable(),
      audience,
      prerequisite: named.nullable(),
      neededBy: z.array(named),
      effects: z.array(effect),
      conversion: z.object({
        national: conversion,
        international: conversion.nullable(),
        units: z.object({ units: z.number(), months: z.number() }).nullable(),
        trainingTypeName: z.string().nullable(),
        legalBasis: z.string(),
        confidence: z.string(),
      }),
      changedBy: z.string().nullable(),
      changedAt: z.string(),
    }),
  }),
  programmeChoices: query({
    permission: 'planning.manage',
    summary:
      'What a programme can be made of: national forms, codes of an audience, and programmes that may be needed first.',
    input: z.object({}),
    output: z.object({
      forms: z.array(z.object({ code: z.string(), name: z.string(), path: z.enum(formPaths), national: conversion })),
      echelons: z.array(z.object({ code: z.string(), name: z.string() })),
      functionalLevels: z.array(z.object({ code: z.string(), name: z.string() })),
      programmes: z.array(z.object({ programmeId: z.number(), code: z.string(), name: z.string() })),
    }),
  }),
  saveProgramme: command({
    permission: 'planning.manage',
    summary: 'Adds a programme, or changes one that nobody else has changed since this version was read.',
    input: z.object({
      programmeId: programmeId.optional(),
      /** The version that was read; needed to change a programme. */
      version: z.number().int().optional(),
      code: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z0-9][A-Z0-9.-]{1,19}$/),
      name: z.string().trim().min(3).max(150),
      purpose: z.string().trim().min(10).max(2000),
      kind,
      form: z.string().max(4),
      lessonHours: z.number().int(),
      weeks: z.number().int(),
      online: z.boolean(),
      provider: z.string().trim().min(2).max(150),
      curriculum: z
        .string()
        .trim()
        .max(300)
        .nullable()
        .transform((text) => text || null),
      category,
      fixedRupiah: rupiah,
      seatRupiah: rupiah,
      minSeats: z.number().int(),
      maxSeats: z.number().int(),
      mostSessions: z.number().int(),
      audience,
      prerequisiteId: programmeId.nullable(),
      effects: z
        .array(
          z.object({
            competency: z.string().max(20),
            targetLevel: level,
            gain: z.number(),
            standardError: z.number(),
            basis: z.string().trim().min(3).max(500),
          }),
        )
        .max(20),
    }),
    output: z.object({ programmeId: z.number(), version: z.number() }),
  }),
  retireProgramme: command({
    permission: 'planning.manage',
    summary: 'Takes a programme out of the catalogue from today on; plans that hold it keep it.',
    input: z.object({ programmeId }),
    output: z.object({ version: z.number() }),
  }),
  restoreProgramme: command({
    permission: 'planning.manage',
    summary: 'Puts a retired programme back into the catalogue.',
    input: z.object({ programmeId }),
    output: z.object({ version: z.number() }),
  }),
}

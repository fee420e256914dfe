import { isSynthetic } from '../../../platform/account/city.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { BadInput } from '../../../platform/http/input.ts'
import type { ProgrammeId } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { CompetencyCode, Level } from '../../competency/rules.ts'
import { showDictionary } from '../../competency/standards/service.ts'
import { echelons, functionalLevels } from '../../people/national/codes/rules.ts'
import { planningParametersOn } from '../parameters/queries.ts'
import { type Catalogue, faultsOf } from './check/rules.ts'
import { developmentForms, formsOnPath, type FormPath } from './form/rules.ts'
import {
  addProgramme,
  changeProgramme,
  effectsOf,
  type Kept,
  programmeById,
  type ProgrammeFilter,
  type ProgrammePage,
  programmesInShort,
  programmesMatching,
  replaceAssumptions,
  setRetired,
  takeCatalogueLock,
} from './queries.ts'
import { conversionInWords, effectInWords, lineInWords } from './wording/service.ts'

export async function listProgrammes(
  ctx: Ctx,
  {
    limit,
    offset,
    sort,
    direction,
    path,
    ...filter
  }: ProgrammeFilter & ProgrammePage & { path?: FormPath | undefined },
) {
  const forms = path && formsOnPath(path)
  const { rows, total } = await programmesMatching(ctx.db, { ...filter, forms }, { limit, offset, sort, direction })
  const names = await competencyNames(ctx)
  return {
    total,
    rows: rows.map(({ competencies, ...row }) => ({
      ...row,
      ...lineInWords(ctx.actor.language, row),
      competencyNames: competencies.map((code) => names.get(code) ?? code).join(', '),
    })),
  }
}

export async function showProgramme(ctx: Ctx, { programmeId }: { programmeId: ProgrammeId }) {
  const { db, actor, today } = ctx
  const found = await programmeById(db, programmeId)
  if (!found) throw new Refusal('planning.programme-unknown', 404)
  const parameters = await planningParametersOn(db, today)
  const names = await competencyNames(ctx)
  const others = await programmesInShort(db)
  const { prerequisiteId, ...programme } = found
  return {
    ...programme,
    ...lineInWords(actor.language, found),
    prerequisite: others.find((one) => one.programmeId === prerequisiteId) ?? null,
    neededBy: others.filter((one) => one.prerequisiteId === programmeId),
    effects: (await effectsOf(db, programmeId)).map((effect) => ({
      ...effect,
      name: names.get(effect.competency) ?? effect.competency,
      ...effectInWords(actor.language, parameters, effect),
    })),
    conversion: conversionInWords(found),
  }
}

export async function programmeChoices({ db, actor }: Ctx) {
  const coded = ({ code, name }: { code: string; name: string }) => ({ code, name })
  return {
    forms: developmentForms.map((form) => ({ ...form, name: form.name[actor.language] })),
    echelons: echelons.rows.filter(({ code }) => isEchelon(code)).map(coded),
    functionalLevels: functionalLevels.rows.map(coded),
    programmes: (await programmesInShort(db)).filter(({ retiredOn }) => retiredOn === null),
  }
}

export interface Asked extends Kept {
  programmeId?: ProgrammeId | undefined
  version?: number | undefined
  effects: { competency: CompetencyCode; targetLevel: Level; gain: number; standardError: number; basis: string }[]
}

/** @throws BadInput with the place of every mistake; Refusal `planning.programme-changed` when somebody else was first */
export async function saveProgramme(ctx: Ctx, asked: Asked) {
  const { db, actor, now, subject } = ctx
  const { programmeId, version, effects, ...kept } = asked
  await takeCatalogueLock(db)
  if (programmeId !== undefined) {
    subject(`programme:${programmeId}`)
    const known = await programmeById(db, programmeId)
    if (!known) throw new Refusal('planning.programme-unknown', 404)
    if (known.version !== version)
      throw new Refusal('planning.programme-changed', 409, { by: known.changedBy ?? '–', version: known.version })
  }
  const faults = faultsOf(asked, await catalogueFor(ctx, programmeId))
  if (faults.length > 0) throw new BadInput(faults.map((fault) => ({ ...fault, issue: 'custom' })))

  const saved =
    programmeId === undefined
      ? await addProgramme(db, kept, actor.accountId, now, await isSynthetic(db))
      : await changeProgramme(db, programmeId, kept, actor.accountId, now)
  await replaceAssumptions(db, saved.programmeId, effects)
  subject(`programme:${saved.programmeId}`)
  return saved
}

/** A programme that others need first stays, or they could never be planned. */
export async function retireProgramme(ctx: Ctx, { programmeId }: { programmeId: ProgrammeId }) {
  const { db, actor, today, now } = ctx
  const programme = await programmeToChange(ctx, programmeId)
  if (programme.retiredOn !== null) return { version: programme.version }
  const needing = (await programmesInShort(db)).filter(
    (one) => one.prerequisiteId === programmeId && one.retiredOn === null,
  )
  if (needing.length > 0)
    throw new Refusal('planning.programme-needed', 409, { names: needing.map(({ name }) => name).join(', ') })
  return setRetired(db, programmeId, today, actor.accountId, now)
}

export async function restoreProgramme(ctx: Ctx, { programmeId }: { programmeId: ProgrammeId }) {
  const { db, actor, now } = ctx
  const programme = await programmeToChange(ctx, programmeId)
  if (programme.retiredOn === null) return { version: programme.version }
  const first = programme.prerequisiteId === null ? undefined : await programmeById(db, programme.prerequisiteId)
  if (first && first.retiredOn !== null)
    throw new Refusal('planning.programme-prerequisite-retired', 409, { name: first.name })
  return setRetired(db, programmeId, null, actor.accountId, now)
}

async function programmeToChange({ db, subject }: Ctx, programmeId: ProgrammeId) {
  subject(`programme:${programmeId}`)
  await takeCatalogueLock(db)
  const programme = await programmeById(db, programmeId)
  if (!programme) throw new Refusal('planning.programme-unknown', 404)
  return programme
}

async function catalogueFor(ctx: Ctx, programmeId: ProgrammeId | undefined): Promise<Catalogue> {
  const programmes = await programmesInShort(ctx.db)
  const effects = programmeId === undefined ? [] : await effectsOf(ctx.db, programmeId)
  return {
    programmes: programmes.map((one) => ({ ...one, retired: one.retiredOn !== null })),
    forms: new Set(developmentForms.map(({ code }) => code)),
    competencies: new Set((await competencyNames(ctx)).keys()),
    echelons: new Set(echelons.rows.map(({ code }) => code).filter(isEchelon)),
    functionalLevels: new Set(functionalLevels.rows.map(({ code }) => code)),
    measured: new Set(effects.filter(({ source }) => source === 'evaluation').map(({ competency }) => competency)),
  }
}

/** 00 and 99 mean: no echelon. */
const isEchelon = (code: string) => code !== '00' && code !== '99'

async function competencyNames(ctx: Ctx): Promise<Map<CompetencyCode, string>> {
  const { competencies } = await showDictionary(ctx)
  return new Map(competencies.map(({ competency, name }) => [competency, name]))
}

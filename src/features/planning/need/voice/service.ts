import type { AccountId, PersonId, UnitId } from '../../../../shared/ids.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Ctx } from '../../../../platform/http/context.ts'
import { sayIn } from '../../../../platform/words/words.ts'
import { competenciesAsked } from '../../../competency/service.ts'
import type { CompetencyCode } from '../../../competency/rules.ts'
import type { JobKind } from '../../../competency/standards/rules.ts'
import { mayReach } from '../../../people/access.ts'
import { placeOf } from '../../../people/visible/queries.ts'
import { planningYear, type VoiceSource } from '../rules.ts'
import { mayRead, mayRecord, mayWithdraw } from './access.ts'
import {
  insertVoice,
  setWithdrawn,
  standingOf,
  standsAlready,
  type StoredVoice,
  unitPlace,
  voiceById,
  type VoiceFilter,
  voicesMatching,
} from './queries.ts'
import { flawOf, stateOf, type VoiceFlaw } from './rules.ts'

export async function listVoices(
  { db, actor, today }: Ctx,
  asked: Omit<VoiceFilter, 'year'> & { year?: number | undefined },
) {
  const { competencies } = await competenciesAsked(db, today)
  const filter = { ...asked, year: asked.year ?? planningYear(today) }
  const { rows, total } = await voicesMatching(db, actor, await standingOf(db, actor), filter)
  const say = (key: string, params?: Record<string, string>) => sayIn(actor.language, key, params)
  return {
    total,
    rows: rows.map((row) => {
      const competencyName =
        row.competency && (competencies.get(row.competency)?.name[actor.language] ?? row.competency)
      const aimWords = row.aim && say(`competency.job-kind.${row.aim}`)
      const state = stateOf(row)
      const { personId, accountId, source } = row
      return {
        ...row,
        title: row.title || competencyName || say('planning.need.aimTitle', { aim: aimWords ?? '' }),
        sourceWords: say(`planning.need.source.${source}`),
        competencyName,
        aimWords,
        state,
        stateWords: say(`planning.need.state.${state}`),
        mayWithdraw: mayWithdraw(actor, {
          source,
          accountId,
          person: personId === null ? null : { personId, supervisorId: null, offices: [] },
          unitId: row.unitId,
          above: [],
        }),
      }
    }),
  }
}

export interface Saying {
  source: VoiceSource
  year?: number | undefined
  title: string
  reason: string
  legalBasis?: string | undefined
  competency?: CompetencyCode | undefined
  unitId?: UnitId | undefined
  personId?: PersonId | undefined
  aim?: JobKind | undefined
  strength: number
}

export async function addVoice(ctx: Ctx, input: Saying) {
  const { db, now } = ctx
  const voice = voiceOf(ctx, input)
  await requireRight(ctx, voice)
  const flaw = flawOf(voice)
  if (flaw) throw refusalOf(flaw)
  await requireKnown(ctx, voice.competency)
  if (voice.personId !== null && (await standsAlready(db, voice))) throw new Refusal('planning.voice-twice', 409)

  const voiceId = await insertVoice(db, voice, now)
  ctx.subject(`voice:${voiceId}`)
  return { voiceId }
}

function voiceOf({ actor, today }: Ctx, input: Saying): StoredVoice {
  const { legalBasis, competency, unitId, aim } = input
  const personId = input.personId ?? (input.source === 'own-request' ? actor.personId : null)
  return {
    ...input,
    year: input.year ?? planningYear(today),
    legalBasis: legalBasis ?? null,
    competency: competency ?? null,
    unitId: personId === null ? (unitId ?? null) : null,
    personId,
    aim: aim ?? null,
    accountId: actor.accountId,
  }
}

/** @throws Refusal where the person or unit is out of reach, or the source is not this actor's to speak for */
async function requireRight({ db, actor }: Ctx, { source, personId, unitId }: StoredVoice): Promise<void> {
  if (source === 'own-request' && personId === null) throw new Refusal('planning.voice-nobody', 409)
  const person = personId === null ? null : ((await placeOf(db, personId)) ?? null)
  if (personId !== null && (person === null || !mayReach(actor, 'planning.read', person)))
    throw new Refusal('planning.person-unknown', 404)
  const unit = unitId === null ? null : ((await unitPlace(db, unitId, actor.personId)) ?? null)
  if (unitId !== null && unit === null) throw new Refusal('planning.unit-unknown', 404)
  if (!mayRecord(actor, source, { person, unit })) throw new Refusal('planning.voice-not-yours', 403)
}

async function requireKnown(
  { db, today }: Pick<Ctx, 'db' | 'today'>,
  competency: CompetencyCode | null,
): Promise<void> {
  if (competency === null) return
  const { competencies } = await competenciesAsked(db, today)
  if (!competencies.has(competency)) throw new Refusal('planning.competency-unknown', 422, { code: competency })
}

function refusalOf(flaw: VoiceFlaw): Refusal {
  switch (flaw) {
    case 'title-missing':
      return new Refusal('planning.voice-title-missing')
    case 'reason-missing':
      return new Refusal('planning.voice-reason-missing')
    case 'legal-basis-missing':
      return new Refusal('planning.voice-legal-basis-missing')
    case 'aim-of-nobody':
      return new Refusal('planning.voice-aim-of-nobody')
  }
}

export async function withdrawVoice(ctx: Ctx, { voiceId }: { voiceId: number }) {
  const voice = await ownVoice(ctx, voiceId)
  if (voice.withdrawn_at !== null) throw new Refusal('planning.voice-withdrawn-already', 409)
  await setWithdrawn(ctx.db, voiceId, ctx.now)
  return {}
}

export async function restoreVoice(ctx: Ctx, { voiceId }: { voiceId: number }) {
  const voice = await ownVoice(ctx, voiceId)
  if (voice.withdrawn_at === null) throw new Refusal('planning.voice-stands-already', 409)
  const { year, source, person_id: personId, competency_code: competency, aim } = voice
  if (personId !== null && (await standsAlready(ctx.db, { year, source, personId, competency, aim })))
    throw new Refusal('planning.voice-twice', 409)
  await setWithdrawn(ctx.db, voiceId, null)
  return {}
}

/** @throws Refusal where the actor may not know of it, or may not take it back */
async function ownVoice({ db, actor, subject }: Ctx, voiceId: number) {
  subject(`voice:${voiceId}`)
  const found = await voiceById(db, voiceId)
  if (!found || !mayRead(actor, found.voice, await standingOf(db, actor)))
    throw new Refusal('planning.voice-unknown', 404)
  if (!mayWithdraw(actor, found.voice)) throw new Refusal('planning.voice-not-yours-to-withdraw', 403)
  return found
}

/**
 * The public door for evidence: an evaluation found that a need remains or is new. Written in the caller's transaction, for the
 * year named; answers the number of the voice. @throws Refusal `planning.competency-unknown`, `planning.voice-title-missing`
 */
export async function recordNeed(
  ctx: Pick<Ctx, 'db' | 'today' | 'now'>,
  need: {
    year: number
    title: string
    reason: string
    competency: CompetencyCode | null
    unitId: UnitId | null
    strength: 1 | 2 | 3
    accountId: AccountId | null
  },
): Promise<number> {
  const voice = { ...need, source: 'evaluation' as const, legalBasis: null, personId: null, aim: null }
  const flaw = flawOf(voice)
  if (flaw) throw refusalOf(flaw)
  await requireKnown(ctx, need.competency)
  return insertVoice(ctx.db, voice, ctx.now)
}
